import { z } from 'zod';
import { recordDocument } from '../../../platform/documents/index.ts';
import { found } from '../../../platform/http/errors.ts';
import type { JobPayload } from '../../../platform/jobs/index.ts';
import { type Tx, withLens } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay, sayDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { sha256 } from '../hash.ts';
import { appendicesOf, archiveOf, type Drawn, happened, keepDrawing } from '../post.ts';
import { referenceOf } from '../reference-store.ts';
import { renderLaidOut } from '../rendering/index.ts';
import { findPlan, lockPlan } from '../store.ts';
import { findVersion } from '../version-store.ts';
import { layOutAnew } from './relaying.ts';
import { findRun, insertRefusal, listLeft, type Run } from './relaying-store.ts';
import { findWords, insertWords, LAID_OUT } from './store.ts';
import { viewOf } from './view.ts';
import { type Layout, TEMPLATE } from './words.ts';

const payloadSchema = z.object({ authorityId: z.number(), runId: z.uuid() });

/**
 * Lays out each plan a run has still to do, one transaction a plan: a job, so what was done before it was stopped is not done
 * again. One that fails holds up no other, and is tried again with the job.
 */
export async function layPlansOut(
  payload: JobPayload,
  services: Services,
  layout: Layout = TEMPLATE,
): Promise<void> {
  const { authorityId, runId } = payloadSchema.parse(payload);
  const read = <T>(work: (tx: Tx) => Promise<T>) =>
    withLens(services.database, { kind: 'system', authorityId }, work);
  const run = await read((tx) => findRun(tx, runId));
  if (run === undefined || run.layout < layout.number) return;
  if (run.layout > layout.number) throw new Error('asked of a newer service than this');
  const failed: unknown[] = [];
  for (const versionId of await read((tx) => listLeft(tx, run))) {
    const laid = layOneOut(read, services, { run, versionId, layout });
    await laid.catch((error: unknown) => failed.push(error));
  }
  if (failed.length > 0) throw failed[0];
}

type One = { run: Run; versionId: Uuid; layout: Layout };

async function layOneOut(
  read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  services: Services,
  one: One,
): Promise<void> {
  const { run, versionId } = one;
  const seen = await read((tx) => prepare(tx, services, one));
  // Drawn before the transaction that files it, so that nothing is locked meanwhile.
  const drawn = seen.laid.ok ? await draw(services, seen, seen.laid.value.sections) : null;
  await read(async (tx) => {
    await lockPlan(tx, seen.plan.id);
    if ((await listLeft(tx, run, versionId)).length === 0) return;
    const { plan, version, laid } = await prepare(tx, services, one);
    if (!laid.ok) return insertRefusal(tx, run, versionId, laid.why);
    if (drawn === null || !seen.laid.ok || laid.value.wordsHash !== seen.laid.value.wordsHash)
      throw new Error('a plan changed while it was laid out');
    const paper = paperOf(version.number, run.layout);
    const filing = { childId: plan.childId, madeHere: true, untold: true } as const;
    const documentId = await recordDocument(tx, drawn.content, { ...filing, ...paper });
    if (drawn.archive === null) throw new Error('a plan was laid out without a copy to keep');
    const archiveId = await recordDocument(tx, drawn.archive, { ...filing, ...archiveOf(paper) });
    await insertWords(tx, plan, versionId, laid.value, { documentId, archiveId, runId: run.id });
    await happened(tx, plan, 'plan laid out in a newer layout, in the same words', versionId, {
      data: { version: version.number, versionId, layout: run.layout },
    });
  });
}

async function prepare(tx: Tx, services: Services, { versionId, layout }: One) {
  const version = found(await findVersion(tx, versionId));
  const plan = found(await findPlan(tx, version.planId));
  const view = await viewOf(tx, services, version);
  const laid = layOutAnew({ version, words: await findWords(tx, versionId), view }, layout, sha256);
  const appendices = await appendicesOf(tx, plan, version.content);
  const reference = await referenceOf(tx, plan);
  return { plan, version, view: { ...view, appendices, reference }, laid, layout };
}

type Seen = Awaited<ReturnType<typeof prepare>>;

async function draw(
  services: Services,
  { plan, version, view, layout }: Seen,
  sections: Parameters<typeof renderLaidOut>[1]['sections'],
): Promise<Drawn> {
  const on = sayDate(englishDay(services.now()));
  const says = `Laid out anew on ${on}, in the words it was issued in`;
  const stamped =
    view.version.kind === 'final' ? { ...view.version, contentHash: version.contentHash } : view.version;
  const drawn = await renderLaidOut({ ...view, version: stamped }, { sections, says });
  return keepDrawing(services, plan, { ...paperOf(version.number, layout.number), view }, drawn);
}

function paperOf(number: number, layout: number) {
  return { kind: LAID_OUT, title: `Final plan, version ${number}, in layout ${layout}` };
}

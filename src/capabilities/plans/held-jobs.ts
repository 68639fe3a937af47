import { z } from 'zod';
import { found } from '../../platform/http/errors.ts';
import type { JobPayload } from '../../platform/jobs/index.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { canonicalJson } from './changes.ts';
import { consult } from './consultation-sending.ts';
import { viewOf } from './frozen/view.ts';
import { copiesFor } from './held-sending.ts';
import { listWaiting } from './held-store.ts';
import { appendicesOf, drawCopies, fileCopies, type Paper, type Reading, wordsIn } from './post.ts';
import { sendFinalTo } from './recipient-sending.ts';
import { referenceOf } from './reference-store.ts';
import { findPlan, lockPlan } from './store.ts';
import { findVersion, listVersions } from './version-store.ts';
import { insertFiledCopies, paperFor } from './withheld-sending.ts';
import type { Waiting } from './withholding/held.ts';

const payloadSchema = z.object({ authorityId: z.number(), planId: z.uuid() });

/**
 * Sends what was held of a plan to every organisation it may now go to: the newest draft to a setting that was to be asked, the
 * newest final plan to whoever reg. 13(2) names. A job: who was sent it in the meantime is not sent it again.
 */
export async function sendHeldPlan(payload: JobPayload, services: Services): Promise<void> {
  const { authorityId, planId } = payloadSchema.parse(payload);
  const read: Reading = (work) => withLens(services.database, { kind: 'system', authorityId }, work);
  for (const kind of ['draft', 'final'] as const) await sendOne(read, services, { planId, kind });
}

type One = { planId: Uuid; kind: 'draft' | 'final' };

async function sendOne(read: Reading, services: Services, one: One): Promise<void> {
  const seen = await read((tx) => prepare(tx, services, one));
  if (seen === null) return;
  // Drawn before the transaction that sends it, so that nothing is locked meanwhile.
  const drawn = await drawCopies(services, seen.plan, seen.paper);
  await read(async (tx) => {
    await lockPlan(tx, one.planId);
    const now = await prepare(tx, services, one);
    if (now === null) return;
    if (canonicalJson(now.paper) !== canonicalJson(seen.paper))
      throw new Error('a plan changed while what was held of it was drawn');
    const { plan, version, paper } = now;
    const filed = await fileCopies(tx, plan, paper, drawn);
    await insertFiledCopies(tx, plan, { versionId: version.id, sentOn: version.sentOn }, filed);
    for (const waiting of now.ready) await sendTo(tx, services, now, waiting);
  });
}

/** What may now be sent of the newest version of a kind, and to whom; null where that is nobody. */
async function prepare(tx: Tx, services: Services, { planId, kind }: One) {
  const waiting = (await listWaiting(tx, planId)).filter((held) => held.kind === kind);
  const newest = (await listVersions(tx, planId)).findLast((version) => version.kind === kind);
  if (waiting.length === 0 || newest === undefined) return null;
  const plan = found(await findPlan(tx, planId));
  const version = found(await findVersion(tx, newest.id));
  const view = {
    ...(await viewOf(tx, services, version)),
    appendices: await appendicesOf(tx, plan, version.content),
    reference: await referenceOf(tx, plan),
  };
  const { copies, held } = await copiesFor(tx, plan, view, version.id);
  const ready = waiting.filter(({ reader }) => !held.includes(reader));
  if (ready.length === 0) return null;
  const readers = new Set(ready.map(({ reader }) => reader));
  const { number } = version;
  const named =
    kind === 'draft'
      ? { kind: 'draft plan', title: `Draft plan ${number}` }
      : { kind: 'final plan', title: `Final plan, version ${number}` };
  const paper: Paper = { ...named, view, copies: copies.filter(({ reader }) => readers.has(reader)) };
  return { plan, version, paper, ready };
}

type Ready = NonNullable<Awaited<ReturnType<typeof prepare>>>;

async function sendTo(
  tx: Tx,
  services: Services,
  { plan, version, paper }: Ready,
  { reader, settingId, organisationId, name, reason, by }: Waiting,
): Promise<void> {
  if (reader === 'settings consulted') {
    if (settingId === null) return;
    const why = reason === 'the family asked for it' ? reason : 'the authority is considering it';
    await consult(tx, services, { planId: plan.id, settingId, why, contentHash: null, reviewedBy: null });
    return;
  }
  const child = found(await findChild(tx, plan.childId));
  const shown = paper.copies?.find((copy) => copy.reader === reader)?.view ?? paper.view;
  const kind = reader === 'settings named' ? 'setting' : reader;
  await sendFinalTo(
    tx,
    {
      plan,
      versionId: version.id,
      version: version.number,
      issuedOn: version.sentOn,
      on: englishDay(services.now()),
      childName: fullName(child),
      documentId: found((await paperFor(tx, version, reader)) ?? undefined),
      documentWords: wordsIn([shown.content, shown.appendices, shown.citations]),
      by,
    },
    { kind, name, reason, organisationId },
  );
}

import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { type Refusal, refused } from '../../shared/result.ts';
import { findChild, listContacts } from '../children/index.ts';
import { listCitations } from './citing-store.ts';
import { sha256 } from './hash.ts';
import { draftToken, importDraft, type LeftOut, sayLeftOut } from './importing.ts';
import { readOneFile } from './one-file.ts';
import { ImportPage } from './pages/import.tsx';
import { readPlanFile, readPlanText } from './plan-file-reading.ts';
import {
  currentVersion,
  FORMAT_VERSION,
  type PlanFile,
  planFileText,
  planJsonSchema,
  planSchemaPath,
} from './plan-file-schema.ts';
import { openPlanPage, readsFile, staff } from './plan-routes.tsx';
import { citationsNow, happened, openForActing } from './post.ts';
import { saveWorking } from './store.ts';

/** A plan's own largest file, with room: 5,000 rows and links of text. */
const MOST_BYTES = 5 * 1024 * 1024;

const aPlanFile = z.looseObject({}).describe(`A plan, as ${planSchemaPath} describes it`);
const importAnswer = z.object({
  leftOut: z.array(z.string()).describe('What the file said that a draft on this child’s file cannot hold'),
});

/** A plan as a file: the published form of one, the plan as it stands, and a draft begun from one. */
export function planFileRoutes(app: FastifyInstance, services: Services): void {
  app.get(planSchemaPath, { config: { access: 'public' } }, (_request, reply) =>
    reply.type('application/schema+json').send(planJsonSchema()),
  );

  const looks = { access: 'staff', childFile: true } as const;
  app.get('/plans/:planId/plan.json', { config: looks }, async (request, reply) => {
    const { text, reference } = await fileOf(request, services);
    return asFile(reply, text, reference);
  });

  const reading = { summary: 'The plan as a file of its own', tag: 'plans', answer: aPlanFile };
  app.get('/api/plans/:planId/plan', { config: { ...looks, api: reading } }, async (request, reply) => {
    const { text } = await fileOf(request, services);
    return reply.type('application/json').send(text);
  });

  app.get('/plans/:planId/import', { config: readsFile }, (request, reply) => show(request, reply));

  app.post('/plans/:planId/import', { config: { access: staff } }, async (request, reply) => {
    const sent = await readUpload(request);
    request.body = { idempotencyKey: sent.key };
    const outcome = sent.file.ok
      ? await bringIn(request, services, sent.file.value, sent.version)
      : sent.file;
    return outcome.ok ? reply.redirect(outcome.value, 303) : show(request, reply, outcome);
  });

  const importing = {
    summary: 'Begin the draft from a plan file: all that it says takes the place of what the draft says',
    tag: 'plans',
    body: aPlanFile,
    answer: importAnswer,
  };
  app.post(
    '/api/plans/:planId/import',
    { config: { access: staff, api: importing } },
    async (request, reply) => {
      const file = readPlanFile(request.body);
      // Whose plan it is not is told that there is none, and nothing of what they sent.
      if (!file.ok) await request.act((tx) => openForActing(tx, idIn(request, 'planId')));
      const outcome = file.ok ? await bringIn(request, services, file.value, null) : file;
      if (!outcome.ok) return problem(reply, outcome);
      return { leftOut: sayLeftOut(leftOutOf(new URL(outcome.value, 'http://localhost').searchParams)) };
    },
  );
}

/** The plan as staff have it. What its reader may not be told of by any paper is not named in it. */
async function fileOf(request: FastifyRequest, services: Services) {
  const { of, facts, shown } = await openPlanPage(request, citationsNow);
  const { reference } = of;
  const text = planFileText({
    authority: services.authority,
    reference,
    citations: shown,
    ...currentVersion(facts),
  });
  return { text, reference };
}

export function asFile(reply: FastifyReply, text: string, reference: string) {
  return reply
    .type('application/json')
    .header('content-disposition', `attachment; filename="plan-${reference.replaceAll(/[^\w-]/g, '-')}.json"`)
    .send(text);
}

function bringIn(
  request: FastifyRequest,
  services: Services,
  file: PlanFile,
  seen: string | null,
): Promise<Outcome> {
  const planId = idIn(request, 'planId');
  return request.once(async (tx) => {
    const { plan, facts } = await openForActing(tx, planId);
    if (seen !== null && seen !== draftToken(facts.working.content, sha256))
      return refused(
        'file',
        'Somebody changed the draft after you opened this page. Look at it again, then choose the file',
      );
    const imported = importDraft(facts, file, await onFile(tx, plan.childId, planId));
    if (!imported.ok) return imported;
    const { working, leftOut } = imported.value;
    await saveWorking(tx, plan, { working, answers: facts.answers }, services.now());
    const data = { fileHash: sha256(JSON.stringify(file)), formatVersion: FORMAT_VERSION };
    await happened(tx, plan, 'draft brought in from a file', plan.id, { data });
    const { sources, advice, setting } = leftOut;
    return {
      ok: true,
      value: `/plans/${planId}/import?done=1&sources=${sources}&advice=${advice}&setting=${setting}`,
    };
  });
}

async function onFile(tx: Tx, childId: string, planId: string) {
  const child = found(await findChild(tx, childId));
  const citations = await listCitations(tx, planId);
  const contacts = await listContacts(tx, childId);
  return {
    names: { forename: child.givenNames, surname: child.familyName, dateOfBirth: child.bornOn },
    citationIds: citations.map(({ id }) => id),
    personIds: contacts.map(({ id }) => id),
  };
}

async function readUpload(request: FastifyRequest) {
  const { fields, file } = await readOneFile(request, {
    field: 'file',
    mostBytes: MOST_BYTES,
    tooLarge: 'This file is larger than 5 MB. A plan is far smaller: check that it is the right file',
  });
  return {
    key: fields['idempotencyKey'] ?? '',
    version: fields['version'] ?? '',
    file: file.ok ? readPlanText(file.value.toString('utf8')) : file,
  };
}

async function show(request: FastifyRequest, reply: FastifyReply, refusal?: Refusal) {
  const { of, facts } = await openPlanPage(request, async () => null);
  const query = z.record(z.string(), z.string()).catch({}).parse(request.query);
  const done = query['done'] === '1';
  return reply.page(
    <ImportPage
      page={request.pageContext()}
      of={of}
      formKey={randomUUID()}
      version={draftToken(facts.working.content, sha256)}
      errors={refusal === undefined ? {} : { file: refusal.message }}
      leftOut={done && refusal === undefined ? sayLeftOut(leftOutOf(new URLSearchParams(query))) : null}
    />,
    refusal === undefined ? 200 : 400,
  );
}

function leftOutOf(query: URLSearchParams): LeftOut {
  const count = (name: string) => z.coerce.number().int().min(0).max(10_000).catch(0).parse(query.get(name));
  return { sources: count('sources'), advice: count('advice'), setting: count('setting') };
}

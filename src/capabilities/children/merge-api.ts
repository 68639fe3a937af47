import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { fieldOf, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { mergeFiles, takeApart } from './deciding.ts';
import { by, showOut } from './merge-routes.tsx';
import { listMerges } from './merge-store.ts';
import type { Merge } from './merging.ts';
import { WRITERS } from './particulars-routes.tsx';
import { findChild } from './store.ts';

const when = z.iso.datetime();
const mergeSchema = z.object({
  id: z.uuid(),
  from: z.uuid(),
  into: z.uuid(),
  why: z.string(),
  mergedBy: z.string(),
  mergedAt: when,
  takenApart: z.object({ why: z.string(), by: z.string(), at: when }).nullable(),
});
const answer = z.object({ file: z.uuid(), merges: z.array(mergeSchema) });
const whyBody = z.object({ why: z.string().max(2000) });
const mergeBody = whyBody.extend({ into: z.uuid() });
const tag = 'children';

/** Merging files and taking them apart, for staff's other systems: the pages' own commands. */
export function mergeApi(app: FastifyInstance, services: Services): void {
  const at = '/api/children/:childId/merges';
  const list = { summary: 'The merges of a child’s files, and which file stands', tag, answer };
  app.get(at, { config: { access: 'staff', childFile: true, api: list } }, (request) => show(request));

  const merge = {
    summary: 'Merge this file into another, which stands for both',
    tag,
    body: mergeBody,
    answer,
  };
  app.post(at, { config: { access: WRITERS, childFile: true, api: merge } }, async (request, reply) => {
    const body = mergeBody.safeParse(request.body);
    if (!body.success) return problem(reply, fieldOf(body.error));
    const from = idIn(request, 'childId');
    const act = { ...body.data, from, requestId: null, contactCheck: null };
    const outcome = await request.once((tx) => mergeFiles(tx, act, by(tx, services)));
    if (!outcome.ok) return problem(reply, outcome);
    await showOut(request, services, from);
    return show(request);
  });

  const end = { summary: 'Take two merged files apart', tag, body: whyBody, answer };
  app.post(
    `${at}/:mergeId/end`,
    { config: { access: WRITERS, childFile: true, api: end } },
    async (request, reply) => {
      const body = whyBody.safeParse(request.body);
      if (!body.success) return problem(reply, fieldOf(body.error));
      await showOut(request, services, idIn(request, 'childId'));
      const act = { mergeId: idIn(request, 'mergeId'), ...body.data };
      const outcome = await request.once((tx) => takeApart(tx, act, by(tx, services)));
      return outcome.ok ? show(request) : problem(reply, outcome);
    },
  );
}

async function show(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const { child, merges } = await request.act(async (tx) => ({
    child: found(await findChild(tx, childId)),
    merges: await listMerges(tx, childId),
  }));
  request.readsChildFile({ authorityId: child.authorityId, childId: child.id });
  return { file: child.id, merges: merges.map(asJson) };
}

function asJson({ id, fromId, toId, why, by: mergedBy, at, ended }: Merge) {
  const takenApart = ended === null ? null : { ...ended, at: ended.at.toISOString() };
  return { id, from: fromId, into: toId, why, mergedBy, mergedAt: at.toISOString(), takenApart };
}

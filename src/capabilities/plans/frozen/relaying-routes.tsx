import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../../design-system/index.ts';
import { recordEvent } from '../../../platform/events/index.ts';
import { NotTheirs } from '../../../platform/http/errors.ts';
import { day, moment, noun } from '../../../platform/http/json.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { refused } from '../../../shared/result.ts';
import { staffName } from '../plan-routes.tsx';
import { LayoutsPage } from './relaying-page.tsx';
import {
  countInForce,
  findLastRun,
  findProgress,
  insertRun,
  listOlder,
  listRefused,
  lockRuns,
} from './relaying-store.ts';
import { type Layout, TEMPLATE } from './words.ts';

const url = '/plans/layouts';
const may = { access: ['manager', 'administrator'] } as const;
const MOST = 50;
const paging = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** Laying the plans in force out under the newest layout of the template: how many are in an older one, and how far it has come. */
export function layoutRoutes(app: FastifyInstance, services: Services, layout: Layout = TEMPLATE): void {
  app.get(url, { config: may }, (request, reply) => show(request, reply, layout, {}));

  app.post(url, { config: may }, async (request, reply) => {
    const outcome = await askOnce(request, services, layout);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, layout, { [outcome.field]: outcome.message });
  });

  const takes = noun(app, `/api${url}`, {
    summary: 'Plans in force in an older layout of the template, and how far laying them out anew has come',
    tag: 'plans',
    may,
    query: paging,
    answer,
    show: (request) => request.act((tx) => standing(tx, layout, paging.parse(request.query).page)),
  });
  takes(`/api${url}`, {
    summary: 'Ask for every plan in force to be laid out in the newest layout, in the same words',
    may,
    form: z.object({}),
    act: (request) => askOnce(request, services, layout),
  });
}

const listed = z.object({
  planId: z.uuid(),
  versionId: z.uuid(),
  childName: z.string(),
  number: z.int(),
  sentOn: day,
  layout: z.int().nullable().describe('The newest it stands in; null where its words were not kept'),
});

const answer = z.object({
  layout: z.int().describe('The newest layout of the template'),
  all: z.int(),
  older: z.int(),
  plans: z.array(listed),
  run: z
    .object({ askedBy: z.string(), askedAt: moment, done: z.int(), refused: z.int(), left: z.int() })
    .nullable(),
  refused: z.array(listed.extend({ why: z.string() })),
});

/** How the plans in force stand to a layout, and what the last run came to. */
async function standing(tx: Tx, layout: Layout, page: number) {
  const counts = await countInForce(tx, layout.number);
  const plans = await listOlder(tx, layout.number, { from: (page - 1) * MOST, most: MOST });
  const last = await findLastRun(tx, layout.number);
  const run = last === undefined ? null : { ...last, ...(await findProgress(tx, last)) };
  const refused = last === undefined ? [] : await listRefused(tx, last, 500);
  return { layout: layout.number, ...counts, plans, run, refused };
}

export type Standing = Awaited<ReturnType<typeof standing>>;

// Asked for again while some are to do, it is the same run, gone on with.
function askOnce(request: FastifyRequest, services: Services, layout: Layout): Promise<Outcome> {
  return request.once(async (tx) => {
    const { actor } = request;
    if (actor?.kind !== 'staff') throw new NotTheirs();
    const { authorityId } = actor;
    await lockRuns(tx, authorityId);
    const { older } = await countInForce(tx, layout.number);
    if (older === 0) return refused('layout', 'Every plan in force is in the newest layout already');
    const last = await findLastRun(tx, layout.number);
    const underWay = last !== undefined && (await findProgress(tx, last)).left > 0;
    const id = underWay ? last.id : randomUUID();
    if (!underWay) {
      const asked = { askedBy: staffName(request), askedAt: services.now() };
      await insertRun(tx, { authorityId, id, layout: layout.number, ...asked });
      const about = { childId: null, subject: 'plan layouts', subjectId: id };
      const data = { layout: layout.number, plans: older };
      await recordEvent(tx, { authorityId, ...about, kind: 'plans asked to be laid out anew', data });
    }
    await enqueue(tx, 'lay plans out', { authorityId, runId: id }, `lay plans out ${id}`);
    return { ok: true, value: url };
  });
}

async function show(request: FastifyRequest, reply: FastifyReply, layout: Layout, errors: FieldErrors) {
  const { page: number } = paging.parse(request.query);
  const shown = await request.act((tx) => standing(tx, layout, number));
  const props = { page: request.pageContext(), formKey: randomUUID(), errors, number, most: MOST };
  return reply.page(<LayoutsPage {...props} standing={shown} />, Object.keys(errors).length > 0 ? 400 : 200);
}

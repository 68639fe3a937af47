import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { optionalText, readForm, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { isUuid } from '../../shared/uuid.ts';
import { countOf } from '../../shared/words.ts';
import { giveCase, listWorkers } from '../caseload/index.ts';
import { readFilters } from './filters.ts';
import { expectations } from './forecast.ts';
import { durationsOf } from './forecast-store.ts';
import { fromKeptRows } from './kept-store.ts';
import { listCases } from './list-store.ts';
import { ConfirmReassignPage, ReassignPage } from './pages/reassign.tsx';
import { TeamPage } from './pages/team.tsx';
import { type Belonging, countByPerson, listCasesOf } from './team-store.ts';

const desk = { access: ['caseworker', 'manager'] } as const;
const person = z
  .string()
  .default('')
  .transform((text) => (isUuid(text) ? text : null));
export const reassignSchema = z.object({
  from: person,
  to: person,
  handover: optionalText(2000),
  /** Of which list: what is open, or what is finished, whose families still ask for its caseworker. */
  of: z.enum(['open', 'finished']).default('open').catch('open'),
  /** Each by its child. */
  children: z.string().default(''),
  /** Every case of the list, and not those chosen: as many as were counted, so that nobody gives more than they read. */
  all: z.enum(['', 'yes']).default('').catch(''),
  counted: z.coerce.number().int().min(0).default(0).catch(0),
});

const askedSchema = z.object({ from: z.string().catch(''), of: z.string().catch('') });

/** As many as go at once: each family is written to, in the one transaction. */
const MOST_AT_ONCE = 300;

type Sent = { typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };

/** The team's work: who has how much, where cases wait, and giving many to somebody else at once. */
export function teamRoutes(app: FastifyInstance, services: Services): void {
  app.get('/caseload', { config: desk }, async (request, reply) => {
    const today = englishDay(services.now());
    const shown = await request.act(async (tx) => {
      const durations = await durationsOf(tx, services, today);
      const expected = expectations(durations);
      return fromKeptRows(tx, async () => ({
        people: await countByPerson(tx, { today, expected }),
        workers: await listWorkers(tx),
      }));
    });
    const mayMakeTeams = mayUse(['manager'], request.actor);
    return reply.page(<TeamPage page={request.pageContext()} {...{ ...shown, mayMakeTeams }} />);
  });

  app.get('/caseload/reassign', { config: desk }, (request, reply) => showReassign(request, reply));

  app.post('/caseload/reassign', { config: desk }, async (request, reply) => {
    const typed = typedIn(request.body);
    const read = readForm(reassignSchema, request.body);
    if (!read.ok) return showReassign(request, reply, { typed, errors: read.errors });
    const outcome = await reassignOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    if (outcome.field === 'counted') return showConfirm(request, reply, read.value, outcome.message);
    return showReassign(request, reply, { typed, errors: { [outcome.field]: outcome.message } });
  });

  // Nothing is kept yet: it says how many there are, who gets them, and asks.
  async function showConfirm(
    request: FastifyRequest,
    reply: FastifyReply,
    { from, of, to, handover, counted }: z.infer<typeof reassignSchema>,
    changed: string,
  ) {
    const finished = of === 'finished';
    const { count, first } = await casesOf(request, { whose: from, finished });
    const workers = await request.act(listWorkers);
    const name = workers.find(({ accountId }) => accountId === to)?.name ?? '';
    const errors: FieldErrors = counted === 0 ? {} : { counted: changed };
    const shown = { from, finished, to: to ?? '', name, handover, count, now: first.length, errors };
    return reply.page(
      <ConfirmReassignPage page={request.pageContext()} formKey={randomUUID()} {...shown} />,
      counted === 0 ? 200 : 400,
    );
  }

  async function showReassign(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const asked = askedSchema.parse(sent?.typed ?? request.query);
    const from = isUuid(asked.from) ? asked.from : null;
    const finished = asked.of === 'finished';
    const today = englishDay(services.now());
    const shown = await request.act(async (tx) => {
      const filters = readFilters(finished ? { view: 'closed' } : {});
      const query = { ...filters, whose: from === null ? [] : [from], search: '', from: null };
      const { cases, after } = await fromKeptRows(tx, () => listCases(tx, query, { today, expected: [] }));
      const { count, first } = await listCasesOf(tx, { whose: from, finished }, MOST_AT_ONCE);
      const { count: others } = await listCasesOf(tx, { whose: from, finished: !finished }, 1);
      const workers = await listWorkers(tx);
      const name = workers.find(({ accountId }) => accountId === from)?.name ?? null;
      return { cases, more: after !== null, count, others, atOnce: first.length, workers, name };
    });
    const form = { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
    return reply.page(
      <ReassignPage page={request.pageContext()} {...{ from, finished }} {...shown} {...form} />,
      sent === undefined ? 200 : 400,
    );
  }
}

/** The open or finished cases of somebody, or of nobody, as many as may be given at once. */
function casesOf(request: FastifyRequest, belonging: Belonging) {
  return request.act((tx) => fromKeptRows(tx, () => listCasesOf(tx, belonging, MOST_AT_ONCE)));
}

/**
 * Gives many cases to somebody at once: all or none. Of a whole list as many as were counted when it was read, or, where there
 * are other than that now, none; `counted` is refused with how many there are.
 */
export async function reassignOnce(
  request: FastifyRequest,
  services: Services,
  { from: seen, of, to: chosen, handover, children: named, all, counted }: z.infer<typeof reassignSchema>,
): Promise<Outcome> {
  const listed = all === 'yes' ? await casesOf(request, { whose: seen, finished: of === 'finished' }) : null;
  const children = [...new Set(listed?.first ?? named.split(',').filter(isUuid))].sort();
  const by = request.actor?.kind === 'staff' ? request.actor.name : '';
  return request.once(async (tx) => {
    if (children.length === 0) return refused('children', 'Select the cases to give');
    const to = (await listWorkers(tx)).find(({ accountId }) => accountId === chosen) ?? null;
    if (listed !== null && to === null) return refused('to', 'Select who takes the cases');
    if (listed !== null && listed.first.length !== counted) {
      const there = countOf(listed.first.length, 'case');
      return refused('counted', `There are ${there} to give now. Check, then give them`);
    }
    // All or none, in one order: of two who give the same cases at once, the second is told.
    for (const childId of children) {
      const given = await giveCase(tx, services, { childId, to, seen, handover, by });
      if (!given.ok) return given;
    }
    return accepted('/caseload');
  });
}

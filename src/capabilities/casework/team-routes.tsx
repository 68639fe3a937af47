import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayUse } from '../../platform/http/access.ts';
import { optionalText, readForm, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { isUuid } from '../../shared/uuid.ts';
import { giveCase, listWorkers } from '../caseload/index.ts';
import { readFilters } from './filters.ts';
import { expectations } from './forecast.ts';
import { durationsOf } from './forecast-store.ts';
import { fromKeptRows } from './kept-store.ts';
import { listCases } from './list-store.ts';
import { ReassignPage } from './pages/reassign.tsx';
import { TeamPage } from './pages/team.tsx';
import { countByPerson } from './team-store.ts';

const desk = { access: ['caseworker', 'manager'] } as const;
const person = z
  .string()
  .default('')
  .transform((text) => (isUuid(text) ? text : null));
export const reassignSchema = z.object({
  from: person,
  to: person,
  handover: optionalText(2000),
  /** Each by its child. */
  children: z.string().default(''),
});

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
    return showReassign(request, reply, { typed, errors: { [outcome.field]: outcome.message } });
  });

  async function showReassign(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const asked = z.object({ from: z.string().catch('') }).parse(sent?.typed ?? request.query);
    const from = isUuid(asked.from) ? asked.from : null;
    const today = englishDay(services.now());
    const shown = await request.act(async (tx) => {
      const query = { ...readFilters({}), whose: from === null ? [] : [from], search: '', from: null };
      const { cases, after } = await fromKeptRows(tx, () => listCases(tx, query, { today, expected: [] }));
      return { cases, more: after !== null, workers: await listWorkers(tx) };
    });
    const form = { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
    return reply.page(
      <ReassignPage page={request.pageContext()} {...{ from, today }} {...shown} {...form} />,
      sent === undefined ? 200 : 400,
    );
  }
}

/** Gives many cases to somebody at once: all or none. */
export function reassignOnce(
  request: FastifyRequest,
  services: Services,
  { from: seen, to: chosen, handover, children: named }: z.infer<typeof reassignSchema>,
): Promise<Outcome> {
  const children = [...new Set(named.split(',').filter(isUuid))].sort();
  const by = request.actor?.kind === 'staff' ? request.actor.name : '';
  return request.once(async (tx) => {
    if (children.length === 0) return refused('children', 'Select the cases to give');
    const to = (await listWorkers(tx)).find(({ accountId }) => accountId === chosen) ?? null;
    // All or none, in one order: of two who give the same cases at once, the second is told.
    for (const childId of children) {
      const given = await giveCase(tx, services, { childId, to, seen, handover, by });
      if (!given.ok) return given;
    }
    return accepted('/caseload');
  });
}

import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { recordEvent } from '../../platform/events/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { toCsv } from '../../shared/csv.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { STEP_WORDS } from './case.ts';
import { addUp, FACTOR_WORDS, FACTORS, fieldOf, readWeights } from './complexity.ts';
import { countComplexity, findWeights, saveWeights } from './complexity-store.ts';
import { durationsOf, waitDurationsOf } from './forecast-store.ts';
import { durationKey } from './held.ts';
import { fromKeptRows } from './kept-store.ts';
import { staffOf } from './list-routes.tsx';
import { AnswersPage } from './pages/answers.tsx';
import { ComplexityPage, WeightsPage } from './pages/complexity.tsx';
import { StagesPage } from './pages/stages.tsx';
import { answerTimesByPerson, answerTimesByTeam, countWaits } from './report-store.ts';
import { countByStep } from './team-store.ts';
import { sayAwaited } from './waits.ts';

const desk = { access: ['caseworker', 'manager'] } as const;
const manager = { access: ['manager'] } as const;
const WEIGHTS = '/caseload/complexity/weights';

type Sent = { typed: Typed; errors: Readonly<Record<string, string>> };

/** The manager's reports: where cases wait, how heavy each caseload is, and how soon families are answered. */
export function reportRoutes(app: FastifyInstance, services: Services): void {
  const today = () => englishDay(services.now());

  app.get('/caseload/stages', { config: desk }, async (request, reply) => {
    const shown = await request.act((tx) => stages(tx, services));
    return reply.page(<StagesPage page={request.pageContext()} {...shown} />);
  });

  app.get('/caseload/stages.csv', { config: desk }, async (request, reply) => {
    const { steps, waits } = await request.act((tx) => stages(tx, services));
    const rows = [
      ...steps.map(({ step, ...one }) => [STEP_WORDS[step].staff, one.open, one.overdue, one.longest]),
      ...waits.map((one) => [sayAwaited(one), one.waiting, one.overdue, one.longest]),
    ];
    return sendCsv(reply, 'stages', ['waiting for', 'cases', 'overdue', 'longest, in days'], rows);
  });

  app.get('/caseload/complexity', { config: desk }, async (request, reply) => {
    const shown = await request.act(complexity);
    const mayWeigh = mayUse(['manager'], request.actor);
    return reply.page(<ComplexityPage page={request.pageContext()} {...{ ...shown, mayWeigh }} />);
  });

  app.get('/caseload/complexity.csv', { config: desk }, async (request, reply) => {
    const { people, weights } = await request.act(complexity);
    const rows = people.map((one) => [
      one.name ?? 'Nobody',
      ...FACTORS.map((factor) => one[factor]),
      addUp(one, weights)?.total ?? null,
    ]);
    const head = ['caseworker', ...FACTORS.map((factor) => FACTOR_WORDS[factor].toLowerCase()), 'weighed'];
    return sendCsv(reply, 'complexity', head, rows);
  });

  app.get(WEIGHTS, { config: manager }, (request, reply) => showWeights(request, reply));

  app.post(WEIGHTS, { config: manager }, async (request, reply) => {
    const typed = typedIn(request.body);
    const outcome = await weighOnce(request, services, typed);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showWeights(request, reply, { typed, errors: { [outcome.field]: outcome.message } });
  });

  app.get('/caseload/answers', { config: desk }, async (request, reply) => {
    const shown = await request.act(answers);
    const promised = services.config.answerWorkingDays;
    return reply.page(<AnswersPage page={request.pageContext()} promised={promised} {...shown} />);
  });

  app.get('/caseload/answers.csv', { config: desk }, async (request, reply) => {
    const { people, teams } = await request.act(answers);
    const row = (group: string) => (one: (typeof people)[number]) => [
      ...[group, one.name ?? (group === 'person' ? 'Nobody' : 'All'), one.received, one.answered],
      ...[one.judged, one.onTime, one.half, one.late],
    ];
    const head = ['by', 'name', 'received', 'answered', 'judged', 'on time', 'half within days', 'late now'];
    return sendCsv(reply, 'answers', head, [...people.map(row('person')), ...teams.map(row('team'))]);
  });

  async function showWeights(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const weights = await request.act(findWeights);
    const now = Object.fromEntries(FACTORS.map((factor) => [fieldOf(factor), String(weights[factor] ?? 0)]));
    const form = { formKey: randomUUID(), typed: sent?.typed ?? now, errors: sent?.errors ?? {} };
    return reply.page(<WeightsPage page={request.pageContext()} {...form} />, sent === undefined ? 200 : 400);
  }

  async function answers(tx: Tx) {
    return { people: await answerTimesByPerson(tx, today()), teams: await answerTimesByTeam(tx, today()) };
  }

  function complexity(tx: Tx) {
    return fromKeptRows(tx, async () => ({
      people: await countComplexity(tx, today()),
      weights: await findWeights(tx),
    }));
  }
}

/** Says how much each thing that makes a caseload heavier weighs. */
export function weighOnce(request: FastifyRequest, services: Services, typed: Typed): Promise<Outcome> {
  return request.once(async (tx) => {
    const read = readWeights(typed);
    if (!read.ok) return read;
    const { authorityId, accountId, name } = staffOf(request);
    await saveWeights(tx, authorityId, read.value, { by: name, at: services.now() });
    const about = { childId: null, subject: 'complexity weights', subjectId: accountId };
    await recordEvent(tx, { authorityId, ...about, kind: 'complexity weighed', data: read.value });
    return accepted('/caseload/complexity');
  });
}

async function stages(tx: Tx, services: Services) {
  const today = englishDay(services.now());
  const durations = await durationsOf(tx, services, today);
  const took = await waitDurationsOf(tx, services, today);
  return fromKeptRows(tx, async () => ({
    steps: await countByStep(tx, today),
    waits: (await countWaits(tx, today)).map((one) => ({ ...one, took: took.get(durationKey(one)) ?? [] })),
    durations,
  }));
}

function sendCsv(
  reply: FastifyReply,
  name: string,
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
) {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(toCsv(head, rows));
}

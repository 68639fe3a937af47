import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { NEEDS } from '../children/index.ts';
import { actsApi } from './acts-api.ts';
import { countBreaches, listBreaches } from './breach-store.ts';
import { readPlace, STEP_WORDS, STEPS, sayPlace, VIEWS } from './case.ts';
import { addUp } from './complexity.ts';
import { countComplexity, findWeights } from './complexity-store.ts';
import { readFilters, waitedOn } from './filters.ts';
import { expectations } from './forecast.ts';
import { durationsOf } from './forecast-store.ts';
import { fromKeptRows } from './kept-store.ts';
import { LIMIT_WORDS, LIMITS } from './limits.ts';
import { accountsOf, staffOf } from './list-routes.tsx';
import { listCases } from './list-store.ts';
import { answerTimesByPerson, countWaits } from './report-store.ts';
import { countByStep } from './team-store.ts';
import { listWaits } from './wait-store.ts';
import { WAITED_ON, WAITS } from './waits.ts';

const day = z.string().meta({ format: 'date' });
const steps = STEPS.map((step) => STEP_WORDS[step].api);
const limits = LIMITS.map((limit) => LIMIT_WORDS[limit].api);
const count = z.int().min(0);
const person = z.object({ accountId: z.uuid().nullable(), name: z.string().nullable() });

const waitSchema = z.object({
  what: z.enum(WAITS),
  paragraph: z.string().nullable(),
  who: z.string(),
  organisation: z.string().nullable(),
  since: day,
  dueOn: day.nullable(),
  promisedOn: day.nullable(),
});
const caseSchema = z.object({
  childId: z.uuid(),
  requestId: z.uuid(),
  reference: z.string(),
  receivedOn: day,
  step: z.enum(steps),
  dueOn: day,
  caseworker: person.nullable(),
  /** In the view of what is likely to be late, which limit is, and when it will probably be kept; with `earliest`, not before that day. */
  probably: z.object({ limit: z.enum(limits), dueOn: day, on: day, earliest: z.boolean() }).nullable(),
  waits: z.array(waitSchema),
});
const listQuery = z.object({
  view: z.enum(VIEWS).optional(),
  whose: z.string().optional(),
  step: z.enum(steps).optional(),
  setting: z.uuid().optional(),
  waiting: z.enum(WAITED_ON).optional(),
  need: z.enum(NEEDS).optional(),
  from: z.string().optional(),
});
const listSchema = z.object({ cases: z.array(caseSchema), next: z.string().nullable() });
const loadsSchema = z.object({
  people: z.array(person.extend({ counts: z.record(z.string(), count), weighed: z.number().nullable() })),
});
const stagesSchema = z.object({
  steps: z.array(z.object({ step: z.enum(steps), open: count, overdue: count, longestDays: count })),
  waits: z.array(
    z.object({
      what: z.enum(WAITS),
      paragraph: z.string().nullable(),
      waiting: count,
      overdue: count,
      halfDays: count,
      longestDays: count,
    }),
  ),
});
const lateSchema = z.object({
  counts: z.array(
    z.object({
      limit: z.enum(limits),
      reason: z.string().nullable(),
      recorded: z.boolean(),
      count,
      withException: count,
    }),
  ),
  cases: z.array(
    z.object({
      childId: z.uuid(),
      reference: z.string(),
      limit: z.enum(limits),
      dueOn: day,
      doneOn: day.nullable(),
      reason: z.string().nullable(),
      recorded: z.boolean(),
    }),
  ),
});
const answersSchema = z.object({
  people: z.array(
    person.extend({
      received: count,
      answered: count,
      judged: count,
      onTime: count,
      halfDays: count.nullable(),
      lateNow: count,
    }),
  ),
});

const desk = ['caseworker', 'manager'] as const;
const MOST = 1000;

/** The lists and the reports as JSON, by reference and without names of children. */
export function caseworkApi(app: FastifyInstance, services: Services): void {
  actsApi(app, services);
  const today = () => englishDay(services.now());
  const tag = 'casework';

  const list = { summary: 'Cases, soonest due first', tag, query: listQuery, answer: listSchema };
  app.get('/api/cases', { config: { access: 'staff', api: list } }, async (request) => {
    const asked = z.record(z.string(), z.string().catch('')).parse(request.query);
    const filters = readFilters(asked);
    return request.act(async (tx) => {
      const whose = await accountsOf(tx, filters.whose, staffOf(request).accountId, today());
      const expected =
        filters.view === 'likely late' ? expectations(await durationsOf(tx, services, today())) : [];
      const query = { ...filters, whose, search: '', from: readPlace(asked['from'] ?? '') };
      const { cases, after } = await fromKeptRows(tx, () =>
        listCases(tx, query, { today: today(), expected }),
      );
      const shown = waitedOn(filters) === null ? [] : cases.map(({ requestId }) => requestId);
      const waits = await listWaits(tx, shown, today());
      return {
        cases: cases.map(
          ({ childId, requestId, reference, receivedOn, step, dueOn, caseworker, probably }) => ({
            childId,
            requestId,
            reference,
            receivedOn,
            dueOn,
            caseworker,
            probably: probably && {
              limit: LIMIT_WORDS[probably.limit].api,
              dueOn: probably.dueOn,
              on: probably.on,
              earliest: probably.fewest,
            },
            step: STEP_WORDS[step].api,
            waits: waits
              .filter((wait) => wait.requestId === requestId)
              .map(({ what, paragraph, who, organisation, since, dueOn: by, promisedOn }) => ({
                what,
                paragraph,
                who,
                organisation,
                since,
                dueOn: by,
                promisedOn,
              })),
          }),
        ),
        next: after === null ? null : sayPlace(after),
      };
    });
  });

  const report = (summary: string, answer: z.ZodType) => ({
    config: { access: desk, api: { summary, tag, answer } },
  });

  app.get('/api/caseload/people', report('What each caseload comes to', loadsSchema), (request) =>
    kept(request, async (tx) => {
      const weights = await findWeights(tx);
      const people = await countComplexity(tx, today());
      return {
        people: people.map(({ accountId, name, ...counts }) => ({
          accountId,
          name,
          counts,
          weighed: addUp({ accountId, name, ...counts }, weights)?.total ?? null,
        })),
      };
    }),
  );

  app.get('/api/caseload/stages', report('Where open cases wait', stagesSchema), (request) =>
    kept(request, async (tx) => ({
      steps: (await countByStep(tx, today())).map(({ step, open, overdue, longest }) => ({
        step: STEP_WORDS[step].api,
        open,
        overdue,
        longestDays: longest,
      })),
      waits: (await countWaits(tx, today())).map(({ half, longest, ...wait }) => ({
        ...wait,
        halfDays: half,
        longestDays: longest,
      })),
    })),
  );

  app.get(
    '/api/caseload/late',
    report(`Time limits that passed in the last year, and why; at most ${MOST} of them`, lateSchema),
    (request) =>
      kept(request, async (tx) => ({
        counts: (await countBreaches(tx, today())).map(({ limit, kind, given, excepted, ...one }) => ({
          ...one,
          limit: LIMIT_WORDS[limit].api,
          reason: kind,
          recorded: given,
          withException: excepted,
        })),
        cases: (await listBreaches(tx, today(), MOST)).map(
          ({ childId, reference, limit, dueOn, doneOn, kind, given }) => ({
            childId,
            reference,
            limit: LIMIT_WORDS[limit].api,
            dueOn,
            doneOn,
            reason: kind,
            recorded: given,
          }),
        ),
      })),
  );

  app.get(
    '/api/caseload/answers',
    report('How families’ messages of the last year were answered', answersSchema),
    (request) =>
      request.act(async (tx) => ({
        people: (await answerTimesByPerson(tx, today())).map(({ half, late, ...one }) => ({
          ...one,
          halfDays: half,
          lateNow: late,
        })),
      })),
  );
}

function kept<T>(request: FastifyRequest, read: (tx: Parameters<typeof listCases>[0]) => Promise<T>) {
  return request.act((tx) => fromKeptRows(tx, () => read(tx)));
}

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { listWorkers } from '../caseload/index.ts';
import { giveReasonOnce, readBreaches, reasonSchema } from './breach-routes.tsx';
import { FACTORS, fieldOf } from './complexity.ts';
import { findWeights } from './complexity-store.ts';
import {
  exceptionSchema,
  readExceptions,
  recordOnce,
  withdrawalSchema,
  withdrawOnce,
} from './exception-routes.tsx';
import { readFilters, sayFilters } from './filters.ts';
import { addKindOnce, endKindOnce, kindSchema, readKinds } from './late-routes.tsx';
import { LIMITS } from './limits.ts';
import { weighOnce } from './report-routes.tsx';
import { reassignOnce, reassignSchema } from './team-routes.tsx';
import { deleteOnce, readViews, renameOnce, saveOnce, viewSchema } from './view-routes.tsx';

const tag = 'casework';
const reads = { access: 'staff', childFile: true } as const;
const writes = { access: ['caseworker', 'manager'], childFile: true } as const;
const nothing = z.object({});

/** What staff do about a case's time limits, and the views they save, as JSON. */
export function actsApi(app: FastifyInstance, services: Services): void {
  views(app, services);
  lateness(app, services);
  exceptions(app, services);
  reassignment(app, services);
  weights(app, services);
}

function views(app: FastifyInstance, services: Services): void {
  const at = '/api/cases/views';
  const may = { access: 'staff' } as const;
  const filters = z.record(z.string(), z.string());
  const text = z.string().default('');
  const asked = { view: text, whose: text, step: text, setting: text, waiting: text, flag: text, need: text };
  const takes = noun(app, at, {
    summary: 'Your saved views, and those others share',
    tag,
    may,
    answer: z.object({
      views: z.array(
        z.object({ id: z.uuid(), name: z.string(), shared: z.boolean(), own: z.boolean(), filters }),
      ),
    }),
    show: async (request) => {
      const { views: all } = await readViews(request);
      return { views: all.map((view) => ({ ...view, filters: sayFilters(view.filters) })) };
    },
  });
  takes(at, {
    summary: 'Save what a list is narrowed to under a name',
    may,
    form: viewSchema.extend(asked),
    act: (request, { name, shared, ...said }) =>
      saveOnce(request, services, { name, shared, filters: readFilters(said) }),
  });
  takes(`${at}/:viewId`, {
    summary: 'Rename or share a view of your own',
    may,
    form: viewSchema,
    act: renameOnce,
  });
  takes(`${at}/:viewId/deletion`, {
    summary: 'Delete a view of your own',
    may,
    form: nothing,
    act: deleteOnce,
  });
}

function lateness(app: FastifyInstance, services: Services): void {
  const limit = z.enum(LIMITS);
  const at = '/api/cases/:childId/late';
  const kinds = z.array(z.object({ id: z.uuid(), words: z.string() }));
  const gives = noun(app, at, {
    summary: 'Time limits that passed of every request about a child, and why',
    tag,
    may: reads,
    answer: z.object({
      breaches: z.array(
        z.object({
          id: z.string(),
          request: z.string(),
          limit,
          dueOn: day,
          doneOn: day.nullable(),
          daysLate: z.int(),
        }),
      ),
      reasons: z.array(
        z.object({
          request: z.string(),
          limit,
          kind: z.string().nullable(),
          reason: z.string(),
          recordedOn: day,
          recordedBy: z.string(),
        }),
      ),
      kinds,
    }),
    show: async (request) => {
      const { requests, kinds: list } = await readBreaches(request, services);
      const of = <T extends object>(each: (one: (typeof requests)[number]) => readonly T[]) =>
        requests.flatMap((one) => each(one).map((row) => ({ ...row, request: one.reference })));
      return { breaches: of((one) => one.breaches), reasons: of((one) => one.reasons), kinds: list };
    },
  });
  gives(at, {
    summary:
      'Record why a time limit passed, in words for the family: `limit` by its id, or by its name where only one request has it',
    may: writes,
    form: reasonSchema,
    act: (request, form) => giveReasonOnce(request, services, form),
  });

  const list = '/api/caseload/late/reasons';
  const manager = { access: ['manager'] } as const;
  const counts = noun(app, list, {
    summary: 'The reasons for lateness the authority counts by',
    tag,
    may: manager,
    answer: z.object({ kinds }),
    show: readKinds,
  });
  counts(list, {
    summary: 'Add a reason to the list',
    may: manager,
    form: kindSchema,
    act: (request, form) => addKindOnce(request, services, form),
  });
  counts(`${list}/:kindId/end`, {
    summary: 'Take a reason off the list: what was recorded keeps it',
    may: manager,
    form: nothing,
    act: (request) => endKindOnce(request, services),
  });
}

function exceptions(app: FastifyInstance, services: Services): void {
  const at = '/api/cases/:childId/exceptions';
  const takes = noun(app, at, {
    summary: 'Lawful exceptions recorded of a case, and the grounds the law has',
    tag,
    may: reads,
    answer: z.object({
      recorded: z.array(
        z.object({
          id: z.uuid(),
          request: z.string().nullable(),
          adviceRequestId: z.uuid().nullable(),
          ground: z.string(),
          from: day,
          until: day.nullable(),
          reason: z.string(),
          evidence: z.string(),
          recordedOn: day,
          recordedBy: z.string(),
          withdrawn: z.object({ on: day, reason: z.string(), by: z.string() }).nullable(),
        }),
      ),
      asked: z.array(z.object({ id: z.uuid(), words: z.string() })),
    }),
    show: readExceptions,
  });
  takes(at, {
    summary: 'Record a lawful exception, with its evidence',
    may: writes,
    form: exceptionSchema,
    act: (request, form) => recordOnce(request, services, form),
  });
  takes(`${at}/:exceptionId/withdrawal`, {
    summary: 'Withdraw an exception: the time limit counts again',
    may: writes,
    form: withdrawalSchema,
    act: (request, form) => withdrawOnce(request, services, form),
  });
}

function reassignment(app: FastifyInstance, services: Services): void {
  const at = '/api/caseload/reassign';
  const may = { access: ['caseworker', 'manager'] } as const;
  const gives = noun(app, at, {
    summary: 'Everybody to whom cases may be given',
    tag,
    may,
    answer: z.object({ workers: z.array(z.object({ accountId: z.uuid(), name: z.string() })) }),
    show: async (request) => ({ workers: await request.act(listWorkers) }),
  });
  gives(at, {
    summary: 'Give many cases to somebody at once, all or none; each family is told',
    may,
    form: reassignSchema,
    act: (request, form) => reassignOnce(request, services, form),
  });
}

function weights(app: FastifyInstance, services: Services): void {
  const at = '/api/caseload/complexity/weights';
  const may = { access: ['manager'] } as const;
  const takes = noun(app, at, {
    summary:
      'How much each thing that makes a caseload heavier weighs; nothing is said of what weighs nothing',
    tag,
    may,
    answer: z.object({ weights: z.partialRecord(z.enum(FACTORS), z.int()) }),
    show: async (request) => ({ weights: await request.act(findWeights) }),
  });
  takes(at, {
    summary: 'Say how much each weighs, from 0 to 100',
    may,
    form: z.object(Object.fromEntries(FACTORS.map((factor) => [fieldOf(factor), z.string().default('')]))),
    act: (request, form) => weighOnce(request, services, form),
  });
}

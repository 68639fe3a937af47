import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { admitAsSetting, admitAsStaff, readOwed } from './admission-sending.ts';
import { ANSWERS } from './check.ts';
import { answerAsFamily, answerAsSetting, answerAsStaff, readCheck } from './check-sending.ts';
import { readList } from './list-routes.tsx';
import { PAGE } from './list-store.ts';
import { LISTS } from './lists.ts';
import { ENDED_HOW, KINDS, STAGES } from './placement.ts';
import { endPlacement, handOnTravel, recordPlacement } from './placement-sending.ts';
import { actOnProblem, hearProblem, reopenProblem, sayProblem } from './problem-sending.ts';
import {
  admissionSchema,
  answersSchema,
  endSchema,
  heardProblemSchema,
  placementSchema,
  problemActSchema,
  problemSchema,
  reopeningSchema,
  travelSchema,
} from './schema.ts';
import { openPlacements } from './staff-routes.tsx';

const answered = z.object({
  party: z.enum(['setting', 'family']),
  by: z.string(),
  on: day,
  lines: z.array(z.object({ row: z.uuid(), answer: z.enum(ANSWERS), words: z.string() })).readonly(),
});
const line = z.object({ row: z.uuid(), reference: z.string(), what: z.string(), detail: z.string() });
const admission = z.object({
  admittedOn: day.nullable(),
  whyNot: z.string(),
  expectedOn: day.nullable(),
  by: z.string(),
  on: day,
});
const check = z.object({
  id: z.uuid(),
  kind: z.enum(['in place', 'term']),
  where: z.string(),
  askedOn: day,
  answerBy: day,
  over: z.boolean(),
  answers: z.array(answered).readonly(),
});

/** Where a child is, what is named, whether it is in place, and what is said not to be happening. */
const placed = z.object({
  stage: z.enum(STAGES),
  named: z
    .object({
      kind: z.enum(['named', 'type only', 'otherwise than in a school']),
      on: day,
      type: z.string().nullable(),
      settings: z
        .array(z.object({ settingId: z.uuid(), name: z.string(), type: z.string(), mustAdmit: z.boolean() }))
        .readonly(),
    })
    .nullable(),
  placements: z
    .array(
      z.object({
        id: z.uuid(),
        kind: z.enum(KINDS),
        rank: z.int(),
        settingId: z.uuid().nullable(),
        settingName: z.string().nullable(),
        /** The setting as the register has it now, where it was succeeded by another. */
        settingNowId: z.uuid().nullable(),
        weeks: z.string().nullable(),
        providedIn: z.string().nullable(),
        words: z.string(),
        fromOn: day,
        untilOn: day.nullable(),
        ended: z.object({ how: z.enum(ENDED_HOW), words: z.string() }).nullable(),
      }),
    )
    .readonly(),
  gaps: z.array(z.object({ from: day, to: day })).readonly(),
  /** The lines of Section F of the plan in force. */
  lines: z.array(line).readonly(),
  admissions: z
    .array(
      z.object({
        settingId: z.uuid(),
        name: z.string(),
        mustAdmit: z.boolean(),
        said: z.array(admission).readonly(),
      }),
    )
    .readonly(),
  checks: z
    .array(
      check.extend({
        findings: z.array(z.object({ party: z.string(), found: z.string() })).readonly(),
        asksFamily: z.boolean(),
      }),
    )
    .readonly(),
  problems: z
    .array(
      z.object({
        id: z.uuid(),
        rowId: z.uuid(),
        words: z.string(),
        saidBy: z.string(),
        saidOn: day,
        dueOn: day,
        open: z.boolean(),
        acts: z.array(z.object({ kind: z.string(), words: z.string(), by: z.string(), on: day })).readonly(),
      }),
    )
    .readonly(),
});
const tag = 'placements';
const WRITERS = ['caseworker', 'manager'] as const;
const writes = { access: WRITERS, childFile: true } as const;

/** Placements as JSON: staff's, a family's, what a setting owes, and the lists. */
export function placementsApi(app: FastifyInstance, services: Services): void {
  listApi(app, services);
  staffApi(app, services);
  familyApi(app, services);
  organisationApi(app, services);
}

function listApi(app: FastifyInstance, services: Services): void {
  noun(app, '/api/placements', {
    summary: `Children without a place, not admitted, or without what their plan says; ${PAGE} at a time`,
    tag,
    may: { access: 'staff' },
    query: z.object({
      list: z.enum(LISTS).optional(),
      whose: z.literal('mine').optional(),
      page: z.string().optional(),
    }),
    answer: z.object({
      listed: z
        .array(
          z.object({
            childId: z.uuid(),
            what: z.string(),
            where: z.string().nullable(),
            since: day,
            dueOn: day.nullable(),
            caseworker: z.string().nullable(),
          }),
        )
        .readonly(),
      count: z.int(),
      next: z.string().nullable(),
    }),
    show: async (request) => {
      const { listed, count, number, pages } = await readList(request, services);
      return { listed, count, next: number < pages ? String(number + 1) : null };
    },
  });
}

function staffApi(app: FastifyInstance, services: Services): void {
  const at = '/api/cases/:childId/placements';
  const command = noun(app, at, {
    summary: 'Where a child is, what their plan names, and whether provision is in place',
    tag,
    may: { access: 'staff', childFile: true },
    answer: placed,
    show: (request) => openPlacements(request, services),
  });
  command(`${at}/new`, {
    summary: 'Record where a child is from a day, or that there is no place yet',
    may: writes,
    form: placementSchema,
    act: (request, form) => recordPlacement(request, services, form),
  });
  command(`${at}/:placementId/end`, {
    summary: 'Record how a placement ended, or that it was recorded by mistake',
    may: writes,
    form: endSchema,
    act: (request, form) => endPlacement(request, services, form),
  });
  command(`${at}/:placementId/travel`, {
    summary: 'Hand on what a child needs on the way to the travel team',
    may: writes,
    form: travelSchema,
    act: (request, form) => handOnTravel(request, services, form),
  });
  command(`${at}/admissions/:versionId/:place`, {
    summary: 'Write down what a setting that is named says of admitting the child',
    may: writes,
    form: admissionSchema,
    act: (request, form) => admitAsStaff(request, services, form),
  });
  command(`${at}/checks/:checkId`, {
    summary: 'Write down what a setting or a family says is happening, line by line',
    may: writes,
    form: answersSchema,
    act: (request, form) => answerAsStaff(request, services, form),
  });
  command(`${at}/problems/new`, {
    summary: 'Write down that the family says something is not happening',
    may: writes,
    form: heardProblemSchema,
    act: (request, form) => hearProblem(request, services, form),
  });
  command(`${at}/problems/:problemId`, {
    summary: 'Say what was done about something that is not happening, or close it',
    may: writes,
    form: problemActSchema,
    act: (request, form) => actOnProblem(request, services, form),
  });
  command(`${at}/problems/:problemId/reopening`, {
    summary: 'Open it again for the family',
    may: writes,
    form: reopeningSchema,
    act: (request, form) => reopenProblem(request, services, form),
  });
}

function familyApi(app: FastifyInstance, services: Services): void {
  const at = '/api/family/:childId/placement';
  const may = { access: 'family', childFile: true } as const;
  const command = noun(app, at, {
    summary: 'Where your child goes, and whether what the plan says is in place',
    tag,
    may,
    answer: placed,
    show: (request) => openPlacements(request, services),
  });
  command(`${at}/lines/:rowId`, {
    summary: 'Say that a line of the plan is not happening',
    may,
    form: problemSchema,
    act: (request, form) => sayProblem(request, services, form),
  });
  command(`${at}/problems/:problemId/reopening`, {
    summary: 'Say that it is still not happening',
    may,
    form: reopeningSchema,
    act: (request, form) => reopenProblem(request, services, form),
  });
  command(`${at}/checks/:checkId`, {
    summary: 'Say of each line of the plan whether it is happening',
    may,
    form: answersSchema,
    act: (request, form) => answerAsFamily(request, services, form),
  });
}

function organisationApi(app: FastifyInstance, services: Services): void {
  const may = { access: 'organisation', childFile: true } as const;
  const owes = noun(app, '/api/admissions/:versionId/:place', {
    summary: 'A child whose plan names your setting, and what you said of admitting them',
    tag,
    may,
    answer: z.object({
      childId: z.uuid(),
      authorityName: z.string(),
      settingName: z.string(),
      namedOn: day,
      mustAdmit: z.boolean(),
      said: z.array(admission).readonly(),
    }),
    show: (request) => readOwed(request, services),
  });
  owes('/api/admissions/:versionId/:place', {
    summary: 'Say on which day the child was admitted, or why not yet',
    may,
    form: admissionSchema,
    act: (request, form) => admitAsSetting(request, services, form),
  });
  const asked = noun(app, '/api/placement-checks/:checkId', {
    summary: 'Whether each line of Section F is happening: what is asked, and what you said',
    tag,
    may,
    answer: z.object({
      childId: z.uuid(),
      authorityName: z.string(),
      check,
      lines: z.array(line).readonly(),
    }),
    show: (request) => readCheck(request, services),
  });
  asked('/api/placement-checks/:checkId', {
    summary: 'Say of each line whether it is happening',
    may,
    form: answersSchema,
    act: (request, form) => answerAsSetting(request, services, form),
  });
}

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { coverSchema, giveSchema } from './schema.ts';
import { coverOnce, endCoverOnce, giveOnce, readCaseworker, readCover } from './sending.ts';
import {
  changeOnce,
  endOnce,
  makeOnce,
  membersSchema,
  readTeam,
  readTeams,
  teamSchema,
} from './team-routes.tsx';

const workers = z.array(z.object({ accountId: z.uuid(), name: z.string() }));
const team = z.object({ id: z.uuid(), name: z.string(), memberIds: z.array(z.uuid()).readonly() });
const desk = { access: ['caseworker', 'manager'] } as const;
const manager = { access: ['manager'] } as const;
const nothing = z.object({});
const tag = 'casework';

/** Whose a case is, who covers whom, and teams, as JSON. */
export function caseloadApi(app: FastifyInstance, services: Services): void {
  const givenAt = '/api/cases/:childId/caseworker';
  const gives = noun(app, givenAt, {
    summary: 'Whose a case is, and everybody who could have it',
    tag,
    may: { ...desk, childFile: true },
    answer: z.object({
      current: z
        .object({ accountId: z.uuid(), name: z.string(), fromOn: day, handover: z.string() })
        .nullable(),
      workers,
    }),
    show: readCaseworker,
  });
  gives(givenAt, {
    summary: 'Give a case to somebody, with what they need to know; the family is told',
    may: { ...desk, childFile: true },
    form: giveSchema,
    act: (request, form) => giveOnce(request, services, form),
  });

  const coverAt = '/api/caseload/cover';
  const covers = noun(app, coverAt, {
    summary: 'Who covers whose leave, from today on',
    tag,
    may: desk,
    answer: z.object({
      cover: z.array(
        z.object({ id: z.uuid(), awayId: z.uuid(), coverId: z.uuid(), fromOn: day, untilOn: day }),
      ),
      workers,
    }),
    show: (request) => readCover(request, services),
  });
  covers(coverAt, {
    summary: 'Cover somebody’s leave',
    may: desk,
    form: coverSchema,
    act: (request, form) => coverOnce(request, services, form),
  });
  covers(`${coverAt}/:coverId/end`, {
    summary: 'End cover now',
    may: desk,
    form: nothing,
    act: (request) => endCoverOnce(request, services),
  });
  teamsApi(app, services);
}

function teamsApi(app: FastifyInstance, services: Services): void {
  const at = '/api/caseload/teams';
  const makes = noun(app, at, {
    summary: 'Teams, and everybody who may be in one',
    tag,
    may: manager,
    answer: z.object({ teams: z.array(team), workers }),
    show: readTeams,
  });
  makes(at, {
    summary: 'Make a team',
    may: manager,
    form: teamSchema,
    act: (request, form) => makeOnce(request, services, form),
  });
  makes(`${at}/:teamId/end`, {
    summary: 'End a team: its members keep their cases',
    may: manager,
    form: nothing,
    act: (request) => endOnce(request, services),
  });
  const changes = noun(app, `${at}/:teamId`, {
    summary: 'One team, and everybody who may be in it',
    tag,
    may: manager,
    answer: z.object({ team, workers }),
    show: readTeam,
  });
  changes(`${at}/:teamId`, {
    summary: 'Say who is in a team, and who was when you read it',
    may: manager,
    form: membersSchema,
    act: changeOnce,
  });
}

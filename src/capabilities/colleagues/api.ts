import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { moment, noun } from '../../platform/http/json.ts';
import { STAFF_ROLES } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { administratorSchema, sayAdministratorOnce, takeOverOnce } from './administration-sending.ts';
import { areaOfficerSchema, readAreaOfficers, sayAreaOfficerOnce } from './area-sending.ts';
import { addFirst, readFirstPerson } from './first-person-routes.tsx';
import { newcomerFields } from './schema.ts';
import {
  addOnce,
  allocatingSchema,
  answerJoiningOnce,
  chooseAllocatingOnce,
  colleagueSchema,
  joiningSchema,
  officerSchema,
  readColleagues,
  removeOnce,
  sayOfficerOnce,
} from './sending.ts';
import { addStaffOnce, changeRolesOnce, changeSchema, newcomerSchema, readStaff } from './staff-sending.ts';

const person = { accountId: z.uuid(), name: z.string(), email: z.string() };
const tag = 'colleagues';
const nothing = z.object({});

/** Who works where as JSON: an organisation's own people, an authority's staff, and the first person of an organisation. */
export function colleaguesApi(app: FastifyInstance, services: Services): void {
  organisationApi(app, services);

  const administrator = { access: ['administrator'] } as const;
  const takesStaff = noun(app, '/api/staff', {
    summary: 'The authority’s staff, and what each may do',
    tag,
    may: administrator,
    answer: z.object({
      staff: z.array(z.object({ ...person, roles: z.array(z.enum(STAFF_ROLES)).readonly() })),
    }),
    show: async (request) => ({ staff: await readStaff(request, services) }),
  });
  takesStaff('/api/staff', {
    summary: 'Add somebody to the staff',
    may: administrator,
    form: newcomerSchema,
    act: (request, form) => addStaffOnce(request, services, form),
  });
  takesStaff('/api/staff/:accountId/roles', {
    summary: 'Change what somebody may do, from what was seen of it',
    may: administrator,
    form: changeSchema,
    act: (request, form) => changeRolesOnce(request, services, form),
  });

  const body = { organisationId: z.uuid(), name: z.string() };
  const takesOfficers = noun(app, '/api/staff/clinical-officers', {
    summary: 'Whose designated clinical officer sees all the health advice outstanding in your area',
    tag,
    may: administrator,
    answer: z.object({
      named: z.array(z.object({ ...body, officers: z.array(z.string()) })),
      others: z.array(z.object(body)),
    }),
    show: (request) => readAreaOfficers(request, services),
  });
  takesOfficers('/api/staff/clinical-officers', {
    summary: 'Let the officer of a health body see it, or no longer',
    may: administrator,
    form: areaOfficerSchema,
    act: sayAreaOfficerOnce,
  });

  const may = { access: ['caseworker', 'manager', 'administrator'] } as const;
  const takesFirst = noun(app, '/api/organisations/:organisationId/first-person', {
    summary: 'Whether anybody can sign in for an organisation',
    tag,
    may,
    answer: z.object({ id: z.uuid(), name: z.string(), kind: z.string(), hasPeople: z.boolean() }),
    show: (request) => readFirstPerson(request, services),
  });
  takesFirst('/api/organisations/:organisationId/first-person', {
    summary: 'Let the first person of an organisation in, as its administrator',
    may,
    form: newcomerFields,
    act: (request, form) => addFirst(request, services, form),
  });
}

function organisationApi(app: FastifyInstance, services: Services): void {
  const at = '/api/colleagues';
  const may = { access: 'organisation' } as const;
  const takes = noun(app, at, {
    summary: 'Who acts for your organisation; to its administrators also who waits to be let in',
    tag,
    may,
    answer: z.object({
      organisation: z.object({ id: z.uuid(), name: z.string(), kind: z.string() }),
      colleagues: z.array(z.object({ ...person, administrator: z.boolean() })),
      /** The designated clinical officers of a health body. */
      officers: z.array(z.uuid()).readonly(),
      anyoneAllocates: z.boolean(),
      /** Nobody who can add and remove people has been here for two months, so whoever asks may take it on. */
      nobodyAdministers: z.boolean(),
      joinings: z.array(z.object({ ...person, id: z.uuid(), askedAt: moment })),
    }),
    show: (request) => readColleagues(request, services),
  });
  takes(at, {
    summary: 'Add a colleague',
    may,
    form: colleagueSchema,
    act: (request, form) => addOnce(request, services, form),
  });
  takes(`${at}/:accountId/removal`, {
    summary: 'Remove a colleague, who from then on sees nothing of your organisation’s',
    may,
    form: nothing,
    act: (request) => removeOnce(request, services),
  });
  takes(`${at}/:accountId/clinical-officer`, {
    summary: 'Say whether a colleague is the designated clinical officer of a health body',
    may,
    form: officerSchema,
    act: sayOfficerOnce,
  });
  takes(`${at}/:accountId/administration`, {
    summary: 'Say whether a colleague can add and remove people',
    may,
    form: administratorSchema,
    act: (request, form) => sayAdministratorOnce(request, services, form),
  });
  takes(`${at}/administration`, {
    summary: 'Take on adding and removing people, where nobody who could has been here for two months',
    may,
    form: nothing,
    act: (request) => takeOverOnce(request, services),
  });
  takes(`${at}/allocating`, {
    summary: 'Choose who says who has each piece of work',
    may,
    form: allocatingSchema,
    act: chooseAllocatingOnce,
  });
  takes(`${at}/joinings/:joiningId`, {
    summary: 'Let in somebody who came by their own sign-in, or do not',
    may,
    form: joiningSchema,
    act: (request, form) => answerJoiningOnce(request, services, form),
  });
}

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import {
  answerAsOrganisation,
  chooseAsOrganisation,
  declineAsOrganisation,
  readAsOrganisation,
} from './organisation-sending.ts';
import { choiceSchema, declineSchema, sheetSchema, staffChoiceSchema } from './schema.ts';
import { answerAsFamily, chooseAsFamily, declineAsFamily, readAsked, readInvitation } from './sending.ts';
import { answerAsStaff, chooseAsStaff, declineAsStaff, readOfCase, readToWrite } from './staff-sending.ts';
import { HOW, KINDS, STAGES } from './survey.ts';

const tag = 'experience';
const stage = z.enum(STAGES);
const kind = z.enum(KINDS);
const state = z.enum(['open', ...HOW]);
// Each statement's id is the field its answer is sent in: 5 (agrees a lot) to 1, or `none`.
const statements = z.array(z.object({ id: z.string(), words: z.string() }));
const survey = z.object({ stage, kind, closesOn: day, state, statements });

/** What is asked of a family, an organisation and by staff, as JSON: by the pages' own forms. */
export function experienceApi(app: FastifyInstance, services: Services): void {
  ofFamily(app, services);
  ofOrganisation(app, services);
  ofStaff(app, services);
}

function ofFamily(app: FastifyInstance, services: Services): void {
  const at = '/api/family/:childId/experience';
  const acts = { access: 'family', invited: 'nothing' } as const;
  const may = { ...acts, childFile: true } as const;
  const asked = noun(app, at, {
    summary: 'What you are asked about how things went',
    tag,
    may,
    answer: z.object({
      // Null where it is not known who on the file you are.
      asks: z.boolean().nullable(),
      open: z.array(z.object({ id: z.uuid(), stage, kind, askedOn: day, closesOn: day })),
    }),
    show: (request) => readAsked(request, services),
  });
  asked(`${at}/choice`, {
    summary: 'Say whether you want to be asked',
    may: acts,
    form: choiceSchema,
    act: (request, form) => chooseAsFamily(request, services, form),
  });
  const one = noun(app, `${at}/:invitationId`, {
    summary: 'The statements about one stage',
    tag,
    may,
    answer: survey,
    show: (request) => readInvitation(request, services),
  });
  one(`${at}/:invitationId`, {
    summary: 'Say how far you agree with each',
    // No reading is recorded of an answer: whoever reads the history would learn who answered.
    may: acts,
    form: sheetSchema,
    act: (request, form) => answerAsFamily(request, services, form),
  });
  one(`${at}/:invitationId/declining`, {
    summary: 'Say that you do not want to answer',
    may: acts,
    form: declineSchema,
    act: (request) => declineAsFamily(request, services),
  });
}

function ofOrganisation(app: FastifyInstance, services: Services): void {
  const at = '/api/inbox/experience/:invitationId';
  const may = { access: 'organisation' } as const;
  const one = noun(app, at, {
    summary: 'The statements about how an authority asked your organisation',
    tag,
    may,
    answer: survey.extend({ authorityName: z.string(), asks: z.boolean() }),
    show: (request) => readAsOrganisation(request, services),
  });
  one(at, {
    summary: 'Say how far your organisation agrees with each',
    may,
    form: sheetSchema,
    act: (request, form) => answerAsOrganisation(request, services, form),
  });
  one(`${at}/declining`, {
    summary: 'Say that your organisation does not want to answer',
    may,
    form: declineSchema,
    act: (request) => declineAsOrganisation(request, services),
  });
  one(`${at}/choice`, {
    summary: 'Say whether this authority may ask your organisation again',
    may,
    form: choiceSchema,
    act: (request, form) => chooseAsOrganisation(request, services, form),
  });
}

function ofStaff(app: FastifyInstance, services: Services): void {
  const at = '/api/cases/:childId/experience';
  const acts = { access: ['caseworker', 'manager'], childFile: true } as const;
  const asked = noun(app, at, {
    summary: 'Who was asked how a stage went, and when. Not who answered',
    tag,
    may: { access: 'staff', childFile: true },
    answer: z.object({
      invitations: z.array(
        z.object({
          ...{ id: z.uuid(), stage, kind, askedOn: day, closesOn: day },
          // Null for an organisation.
          who: z.string().nullable(),
        }),
      ),
      people: z.array(z.object({ id: z.uuid(), name: z.string(), asks: z.boolean() })),
    }),
    show: (request) => readOfCase(request, services),
  });
  asked(`${at}/choices`, {
    summary: 'Write down whether somebody wants to be asked',
    may: acts,
    form: staffChoiceSchema,
    act: (request, form) => chooseAsStaff(request, services, form),
  });
  const one = noun(app, `${at}/:invitationId`, {
    summary: 'The statements that somebody was asked about',
    tag,
    may: acts,
    answer: survey.omit({ state: true }),
    show: (request) => readToWrite(request, services),
  });
  one(`${at}/:invitationId`, {
    summary: 'Write down what somebody answered by telephone or on paper',
    may: acts,
    form: sheetSchema,
    act: (request, form) => answerAsStaff(request, services, form),
  });
  one(`${at}/:invitationId/declining`, {
    summary: 'Write down that somebody does not want to answer',
    may: acts,
    form: declineSchema,
    act: (request) => declineAsStaff(request, services),
  });
}

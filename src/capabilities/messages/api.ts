import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { day, moment, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { answerSchema, closeWaiting, closureSchema, writeAsStaff } from './answer-sending.ts';
import { hear, heardSchema } from './heard-routes.tsx';
import { HEARD_HOW } from './message.ts';
import { organisationMessageSchema, readTheirMessages, writeAsOrganisation } from './organisation-routes.tsx';
import {
  closeSchema,
  conversationQuery,
  messageSchema,
  readMessages,
  readWaiting,
  writeAsFamily,
} from './sending.ts';
import { answerOrganisation, closeThread, readThread } from './staff-organisation-routes.tsx';
import { PAGE } from './store.ts';

const written = z.object({
  written: z.array(
    z.object({
      id: z.uuid(),
      from: z.enum(['family', 'organisation', 'staff']),
      name: z.string(),
      /** Whose it is of those on the file; null from the team is to everybody, and null from a family is the team's alone. */
      contactId: z.uuid().nullable(),
      body: z.string(),
      sentAt: moment,
      /** The day an answer was promised by; null for what the team wrote. */
      promisedOn: day.nullable(),
      answeredAt: moment.nullable(),
      closedReason: z.string().nullable(),
      heard: z.object({ how: z.string(), on: day, recordedBy: z.string() }).nullable(),
    }),
  ),
  /** The oldest of these, where there are older ones: what to ask for `before`. */
  next: z.uuid().nullable(),
});
const waiting = z.object({
  waiting: z.array(
    z.object({
      id: z.uuid(),
      childId: z.uuid(),
      organisationId: z.uuid().nullable(),
      organisation: z.string().nullable(),
      promisedOn: day,
    }),
  ),
  next: z.string().nullable(),
});
const tag = 'messages';
const reads = { access: 'staff', childFile: true } as const;
const writes = { access: ['caseworker', 'manager'], childFile: true } as const;

/** Messages as JSON: a family's, an organisation's, and the SEND team's with each of them, apart. */
export function messagesApi(app: FastifyInstance, services: Services): void {
  noun(app, '/api/messages', {
    summary: `Messages nobody has answered, soonest promised first; ${PAGE} at a time`,
    tag,
    may: { access: 'staff' },
    query: z.object({ after: z.string().optional(), whose: z.literal('mine').optional() }),
    answer: waiting,
    show: async (request) => {
      const { waiting: shown, last } = await readWaiting(request, services);
      return { waiting: shown, next: last === undefined ? null : `${last.promisedOn} ${last.id}` };
    },
  });
  ofFamily(app, services);
  ofStaff(app, services);
  withOrganisations(app, services);
}

function ofFamily(app: FastifyInstance, services: Services): void {
  const at = '/api/family/:childId/messages';
  const may = { access: 'family', invited: 'writes', childFile: true } as const;
  const show = noun(app, at, {
    summary: 'What you and the SEND team wrote; the latest, or those before one of them',
    tag,
    may,
    query: conversationQuery,
    answer: written,
    show: (request) => readMessages(request, services, 'staff'),
  });
  show(at, {
    summary: 'Write to the SEND team',
    may,
    form: messageSchema,
    act: (request, form) => writeAsFamily(request, services, form),
  });
}

function ofStaff(app: FastifyInstance, services: Services): void {
  const at = '/api/cases/:childId/messages';
  const takes = noun(app, at, {
    summary: 'What a family and the SEND team wrote; the latest, or those before one of them',
    tag,
    may: reads,
    query: conversationQuery,
    answer: written,
    show: (request) => readMessages(request, services, 'family'),
  });
  takes(at, {
    summary: 'Answer a family',
    may: writes,
    form: answerSchema,
    act: (request, form) => writeAsStaff(request, services, form),
  });
  takes(`${at}/closure`, {
    summary: 'Say that what a family wrote needs no answer, with the reason they read',
    may: writes,
    form: closureSchema,
    act: (request, form) => closeWaiting(request, services, form),
  });
  takes(`${at}/heard`, {
    summary: `Write down what a family said by ${HEARD_HOW.join(', ')}`,
    may: writes,
    form: heardSchema,
    act: (request, form) => hear(request, services, form),
  });
}

function withOrganisations(app: FastifyInstance, services: Services): void {
  const theirs = '/api/children/:childId/messages';
  const member = { access: 'organisation', childFile: true } as const;
  const takes = noun(app, theirs, {
    summary:
      'What your organisation and the SEND team wrote about a child; the latest, or those before one of them',
    tag,
    may: member,
    query: conversationQuery,
    answer: written,
    show: (request) => readTheirMessages(request, services),
  });
  takes(theirs, {
    summary: 'Write to the SEND team about a child',
    may: member,
    form: organisationMessageSchema,
    act: (request, form) => writeAsOrganisation(request, services, form),
  });

  const ours = '/api/cases/:childId/messages/:organisationId';
  const answers = noun(app, ours, {
    summary:
      'What an organisation and the SEND team wrote about a child; the latest, or those before one of them',
    tag,
    may: reads,
    query: conversationQuery,
    answer: written,
    show: (request) => readThread(request, services),
  });
  answers(ours, {
    summary: 'Answer an organisation',
    may: writes,
    form: organisationMessageSchema,
    act: (request, form) => answerOrganisation(request, services, form),
  });
  answers(`${ours}/closure`, {
    summary: 'Say that what an organisation wrote needs no answer',
    may: writes,
    form: closeSchema,
    act: (request, form) => closeThread(request, services, form),
  });
}

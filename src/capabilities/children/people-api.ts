import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm } from '../../platform/http/forms.ts';
import { firstOf, noun, texts } from '../../platform/http/json.ts';
import { fieldOf, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { AGENCIES, GIVEN_HOW } from './consent.ts';
import { give, takeBack } from './consent-routes.tsx';
import { listConsents } from './consent-store.ts';
import { change } from './contact-routes.tsx';
import { nameOf, WRITERS } from './particulars-routes.tsx';
import {
  addOnce,
  checkOnce,
  howSchema,
  liftOnce,
  personSchema,
  reasonSchema,
  restrictOnce,
} from './people-routes.tsx';
import { listPeople } from './people-store.ts';
import { consentSchema, detailsSchema, versionSchema, withdrawalSchema } from './schema.ts';
import { findChild } from './store.ts';

const text = z.string().max(2000);
const orNull = z.string().nullable();
const day = z.string().meta({ format: 'date' });
const details = {
  name: z.string(),
  relationship: z.string(),
  prefers: z.enum(['email', 'text', 'post']),
  format: z.enum(['standard', 'large print', 'Easy Read', 'braille', 'audio']),
};
const people = z.object({
  people: z.array(
    z.object({
      ...details,
      id: z.uuid(),
      version: z.int(),
      parentalResponsibility: z.boolean(),
      restricted: z.boolean(),
      email: orNull,
      phone: orNull,
      addressLines: z.array(z.string()).readonly(),
      postcode: orNull,
      language: orNull,
      interpreter: orNull,
      bsl: z.boolean(),
    }),
  ),
});
const yes = z.enum(['yes', 'no']);
const detailsBody = z.object({
  ...details,
  parentalResponsibility: yes,
  email: text.default(''),
  phone: text.default(''),
  address: text.default(''),
  postcode: text.default(''),
  language: text.default(''),
  interpreter: text.default(''),
  bsl: yes,
  /** How it is known. */
  why: text,
  /** The version that was read, as `GET` gave it. */
  version: z.int().min(1),
});
const agreed = {
  agency: z.enum(AGENCIES),
  what: z.string(),
  givenBy: z.string(),
  givenOn: day,
  givenHow: z.enum(GIVEN_HOW),
};
const consents = z.object({
  consents: z.array(
    z.object({
      ...agreed,
      agency: z.string(),
      givenHow: z.string(),
      id: z.uuid(),
      organisationId: orNull,
      withdrawn: z.object({ by: z.string(), on: day, how: z.string(), recordedBy: z.string() }).nullable(),
    }),
  ),
});
const withdrawalBody = z.object({ by: text, on: day, how: z.enum(GIVEN_HOW) });
const consentBody = z.object({ ...agreed, what: text, givenBy: text, organisationId: text.default('') });

const reads = { access: 'staff', childFile: true } as const;
const tag = 'children';
const of = '/api/children/:childId';

/** The people of a child's file and what the family agreed to share, as JSON. */
export function peopleApi(app: FastifyInstance, services: Services): void {
  const takes = noun(app, `${of}/people`, {
    summary: 'Everyone on a child’s file, and how each is reached',
    tag,
    may: reads,
    answer: people,
    show: showPeople,
  });
  const may = { access: WRITERS, childFile: true } as const;
  takes(`${of}/people`, {
    summary: 'Add somebody to a child’s file, with how you checked who they are',
    may,
    form: personSchema,
    act: (request, form) => addOnce(request, services, form),
  });
  takes(`${of}/people/:contactId/check`, {
    summary: 'Record how you checked who somebody is',
    may,
    form: howSchema,
    act: (request, form) => checkOnce(request, services, form),
  });
  takes(`${of}/people/:contactId/restriction`, {
    summary: 'Restrict contact with somebody: they are told nothing and see nothing',
    may,
    form: reasonSchema,
    act: (request, form) => restrictOnce(request, services, form),
  });
  takes(`${of}/people/:contactId/restriction/end`, {
    summary: 'End a restriction, with why',
    may,
    form: reasonSchema,
    act: liftOnce,
  });

  const changing = {
    summary: 'Change how somebody on a file is reached',
    tag,
    body: detailsBody,
    answer: people,
  };
  app.post(
    `${of}/people/:contactId/details`,
    { config: { access: WRITERS, api: changing } },
    async (request, reply) => {
      const whole = detailsBody.safeParse(request.body);
      if (!whole.success) return problem(reply, fieldOf(whole.error));
      const read = readForm(detailsSchema.and(versionSchema), texts(whole.data));
      if (!read.ok) return problem(reply, firstOf(read.errors));
      const { why, version, ...said } = read.value;
      const [childId, contactId] = [idIn(request, 'childId'), idIn(request, 'contactId')];
      const outcome = await request.once((tx) => {
        const by = { byKind: 'staff', by: nameOf(tx), why, at: services.now() } as const;
        return change(tx, services.authority, { childId, contactId }, { details: said, version }, by);
      });
      return outcome.ok ? showPeople(request) : problem(reply, outcome);
    },
  );

  const agreeing = { summary: 'What the family agreed to share', tag, answer: consents };
  app.get(`${of}/consents`, { config: { ...reads, api: agreeing } }, (request) => showConsents(request));

  const giving = {
    summary: 'Record what the family agreed to share',
    tag,
    body: consentBody,
    answer: consents,
  };
  app.post(`${of}/consents`, { config: { access: WRITERS, api: giving } }, async (request, reply) => {
    const whole = consentBody.safeParse(request.body);
    if (!whole.success) return problem(reply, fieldOf(whole.error));
    const read = readForm(consentSchema, texts(whole.data));
    if (!read.ok) return problem(reply, firstOf(read.errors));
    const childId = idIn(request, 'childId');
    const outcome = await request.once((tx) => give(tx, childId, read.value, services.now()));
    return outcome.ok ? showConsents(request) : problem(reply, outcome);
  });

  const taking = {
    summary: 'Record that the family took it back',
    tag,
    body: withdrawalBody,
    answer: consents,
  };
  app.post(
    `${of}/consents/:consentId/withdrawal`,
    { config: { access: WRITERS, api: taking } },
    async (request, reply) => {
      const whole = withdrawalBody.safeParse(request.body);
      if (!whole.success) return problem(reply, fieldOf(whole.error));
      const read = readForm(withdrawalSchema, texts(whole.data));
      if (!read.ok) return problem(reply, firstOf(read.errors));
      const [childId, id] = [idIn(request, 'childId'), idIn(request, 'consentId')];
      const outcome = await request.once((tx) =>
        takeBack(tx, { childId, id }, { ...read.value, recordedBy: nameOf(tx) }, services.now()),
      );
      return outcome.ok ? showConsents(request) : problem(reply, outcome);
    },
  );
}

async function showPeople(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const { child, all } = await request.act(async (tx) => ({
    child: found(await findChild(tx, childId)),
    all: await listPeople(tx, childId),
  }));
  request.readsChildFile({ authorityId: child.authorityId, childId });
  // How somebody was checked and why contact is restricted are for the page that lists them.
  return { people: all.map(({ checked, restriction, waiting, childId: _of, ...person }) => person) };
}

async function showConsents(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const { child, all } = await request.act(async (tx) => ({
    child: found(await findChild(tx, childId)),
    all: await listConsents(tx, childId),
  }));
  request.readsChildFile({ authorityId: child.authorityId, childId });
  return { consents: all.map(({ organisationName, recordedBy, ...consent }) => consent) };
}

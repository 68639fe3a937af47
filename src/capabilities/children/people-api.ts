import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { AGENCIES, GIVEN_HOW } from './consent.ts';
import { giveOnce, takeBackOnce } from './consent-routes.tsx';
import { listConsents } from './consent-store.ts';
import { changeOnce } from './contact-routes.tsx';
import { WRITERS } from './particulars-routes.tsx';
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

  takes(`${of}/people/:contactId/details`, {
    summary: 'Change how somebody on a file is reached',
    may,
    form: detailsSchema.and(versionSchema),
    act: (request, form) => changeOnce(request, services, form),
  });

  const agrees = noun(app, `${of}/consents`, {
    summary: 'What the family agreed to share',
    tag,
    may: reads,
    answer: consents,
    show: showConsents,
  });
  agrees(`${of}/consents`, {
    summary: 'Record what the family agreed to share',
    may,
    form: consentSchema,
    act: (request, form) => giveOnce(request, services, form),
  });
  agrees(`${of}/consents/:consentId/withdrawal`, {
    summary: 'Record that the family took it back',
    may,
    form: withdrawalSchema,
    act: (request, form) => takeBackOnce(request, services, form),
  });
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

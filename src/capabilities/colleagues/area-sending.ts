import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { NotTheirs } from '../../platform/http/errors.ts';
import { choiceField } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { findPeople } from '../../platform/identity/first-person.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { insertOfficerBody, listHealthBodies, listOfficerBodies } from './area-store.ts';
import { listClinicalOfficers } from './store.ts';

/*
 * An authority's administrators say whose designated clinical officer sees all the health advice outstanding in their area; who
 * that officer is, the health body's own administrators say.
 */

export const areaOfficerSchema = z.object({
  organisationId: z.uuid('Select a health body'),
  sees: choiceField(['yes', 'no'], 'Say whether their officer sees it'),
});

/** The bodies named now, each with its officers by name, and those that may be named. */
export async function readAreaOfficers(request: FastifyRequest, { database }: Services) {
  const { named, others } = await request.act(async (tx) => {
    const bodies = await listOfficerBodies(tx);
    const ids = new Set(bodies.map(({ organisationId }) => organisationId));
    const officers = await officersOf(tx, bodies);
    return {
      named: bodies.map((body, place) => ({ ...body, officers: officers[place] ?? [] })),
      others: (await listHealthBodies(tx)).filter(({ organisationId }) => !ids.has(organisationId)),
    };
  });
  const people = await findPeople(
    database,
    named.map(({ organisationId }) => organisationId),
  );
  return {
    named: named.map(({ organisationId, name, officers }) => ({
      organisationId,
      name,
      officers: people
        .filter((one) => one.organisationId === organisationId && officers.includes(one.accountId))
        .map((one) => one.name),
    })),
    others,
  };
}

/** Names a body, or no longer; saying it twice is saying it once. Refuses what is no health body. */
export function sayAreaOfficerOnce(
  request: FastifyRequest,
  { organisationId, sees }: z.output<typeof areaOfficerSchema>,
): Promise<Outcome> {
  const { actor } = request;
  if (actor?.kind !== 'staff') throw new NotTheirs();
  const { authorityId, accountId: by } = actor;
  return request.once(async (tx) => {
    const body = (await listHealthBodies(tx)).find((one) => one.organisationId === organisationId);
    if (body === undefined) return refused('organisationId', 'Select a health body');
    const isNamed = (await listOfficerBodies(tx)).some((one) => one.organisationId === organisationId);
    if (isNamed === (sees === 'yes')) return accepted('/staff/clinical-officers');
    await insertOfficerBody(tx, { authorityId, organisationId, sees: sees === 'yes', by });
    await recordEvent(tx, {
      authorityId,
      childId: null,
      kind: sees === 'yes' ? 'clinical officer sees the area' : 'clinical officer no longer sees the area',
      subject: 'organisation',
      subjectId: organisationId,
      data: {},
    });
    return accepted('/staff/clinical-officers');
  });
}

/** The designated clinical officers who see an authority's area, for the service to write to. */
export async function findAreaOfficers({ database, authority }: Services) {
  const system = { kind: 'system', authorityId: authority.code } as const;
  const { bodies, officers } = await withLens(database, system, async (tx) => {
    const named = await listOfficerBodies(tx);
    return { bodies: named, officers: (await officersOf(tx, named)).flat() };
  });
  const people = await findPeople(
    database,
    bodies.map(({ organisationId }) => organisationId),
  );
  return people.filter(({ accountId }) => officers.includes(accountId));
}

async function officersOf(tx: Tx, bodies: readonly { organisationId: Uuid }[]) {
  const officers: (readonly Uuid[])[] = [];
  for (const { organisationId } of bodies) officers.push(await listClinicalOfficers(tx, organisationId));
  return officers;
}

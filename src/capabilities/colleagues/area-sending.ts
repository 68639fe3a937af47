import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { NotTheirs } from '../../platform/http/errors.ts';
import { choiceField } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { findPeople } from '../../platform/identity/first-person.ts';
import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted, refused } from '../../shared/result.ts';
import { insertOfficerBody, listHealthBodies, listOfficerBodies } from './area-store.ts';
import { listOfficersOf, type Officer } from './store.ts';

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
  const { actor } = request;
  if (actor?.kind !== 'staff') throw new NotTheirs();
  const { named, others, officers } = await request.act(async (tx) => {
    const bodies = await listOfficerBodies(tx, actor.authorityId);
    const ids = new Set(bodies.map(({ organisationId }) => organisationId));
    return {
      named: bodies,
      officers: await listOfficersOf(tx, [...ids]),
      others: (await listHealthBodies(tx)).filter(({ organisationId }) => !ids.has(organisationId)),
    };
  });
  const people = await findPeople(
    database,
    named.map(({ organisationId }) => organisationId),
  );
  return {
    named: named.map(({ organisationId, name }) => ({
      organisationId,
      name,
      officers: people
        .filter((one) => one.organisationId === organisationId && isOfficer(officers, one))
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
    const isNamed = (await listOfficerBodies(tx, authorityId)).some(
      (one) => one.organisationId === organisationId,
    );
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

/** The designated clinical officers who see an authority's area, each once, for the service to write to. */
export async function findAreaOfficers({ database, authority }: Services) {
  const system = { kind: 'system', authorityId: authority.code } as const;
  const officers = await withLens(database, system, async (tx) => {
    const named = await listOfficerBodies(tx, authority.code);
    return listOfficersOf(
      tx,
      named.map(({ organisationId }) => organisationId),
    );
  });
  const people = await findPeople(database, [
    ...new Set(officers.map(({ organisationId }) => organisationId)),
  ]);
  const written = people.filter((one) => isOfficer(officers, one));
  return [...new Map(written.map((one) => [one.accountId, one])).values()];
}

// Somebody may be a colleague at two bodies and the officer of one.
function isOfficer(officers: readonly Officer[], { organisationId, accountId }: Officer): boolean {
  return officers.some((one) => one.organisationId === organisationId && one.accountId === accountId);
}

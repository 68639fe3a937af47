import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';

/* Whose designated clinical officer sees all the health advice outstanding in an authority's area, as the authority says. */

/** The authorities that let a health body's officer see their area, by name. Needs that body's lens. */
export function listAreas(tx: Tx, organisationId: Uuid): Promise<{ authorityId: number; name: string }[]> {
  return tx
    .selectFrom('area_clinical_officers_now as named')
    .innerJoin('authorities', 'authorities.code', 'named.authority_id')
    .select(['authorities.code as authorityId', 'authorities.name'])
    .where('named.organisation_id', '=', organisationId)
    .orderBy('authorities.name')
    .execute();
}

export type HealthBody = { organisationId: Uuid; name: string };

/** The health bodies whose officer an authority lets see its area, by name. Needs its lens, or that of a family it knows. */
export function listOfficerBodies(tx: Tx, authorityId: number): Promise<HealthBody[]> {
  return tx
    .selectFrom('area_clinical_officers_now as named')
    .innerJoin('organisations', 'organisations.id', 'named.organisation_id')
    .select(['organisations.id as organisationId', 'organisations.name'])
    .where('named.authority_id', '=', authorityId)
    .orderBy('organisations.name')
    .$narrowType<HealthBody>()
    .execute();
}

/** Every health body there is, by name. */
export function listHealthBodies(tx: Tx): Promise<HealthBody[]> {
  return tx
    .selectFrom('organisations')
    .select(['id as organisationId', 'name'])
    .where('kind', '=', 'health')
    .orderBy('name')
    .execute();
}

export async function insertOfficerBody(
  tx: Tx,
  said: { authorityId: number; organisationId: Uuid; sees: boolean; by: Uuid },
): Promise<void> {
  await tx
    .insertInto('area_clinical_officers')
    .values({
      authority_id: said.authorityId,
      id: randomUUID(),
      organisation_id: said.organisationId,
      sees: said.sees,
      said_by: said.by,
    })
    .execute();
}

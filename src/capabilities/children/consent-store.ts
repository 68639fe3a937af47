import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Consent, NewConsent, Withdrawal } from './consent.ts';

/** What a family agreed to share, newest first, what was taken back among it. */
export async function listConsents(tx: Tx, childId: Uuid): Promise<Consent[]> {
  const rows = await tx
    .selectFrom('children_consents as c')
    .leftJoin('organisations', 'organisations.id', 'c.organisation_id')
    .select([
      'c.id',
      'c.agency',
      'c.organisation_id as organisationId',
      'organisations.name as organisationName',
      'c.what',
      'c.given_by as givenBy',
      'c.given_on as givenOn',
      'c.given_how as givenHow',
      'c.recorded_by as recordedBy',
      'c.withdrawn_by as by',
      'c.withdrawn_on as on',
      'c.withdrawn_how as how',
      'c.withdrawal_recorded_by as withdrawalBy',
    ])
    .where('c.child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('c.given_on', 'desc')
    .orderBy('c.id')
    .execute();
  return rows.map(({ by, on, how, withdrawalBy, ...consent }) => ({
    ...consent,
    withdrawn:
      by === null || on === null || how === null || withdrawalBy === null
        ? null
        : { by, on, how, recordedBy: withdrawalBy },
  }));
}

/** One consent, held until the transaction ends, so that it is taken back once. */
export async function lockConsent(tx: Tx, childId: Uuid, id: Uuid): Promise<Consent | undefined> {
  await tx.selectFrom('children_consents').select('id').where('id', '=', id).forUpdate().execute();
  return (await listConsents(tx, childId)).find((consent) => consent.id === id);
}

export async function insertConsent(
  tx: Tx,
  { authorityId, childId }: { authorityId: number; childId: Uuid },
  consent: NewConsent,
): Promise<void> {
  await tx
    .insertInto('children_consents')
    .values({
      authority_id: authorityId,
      id: consent.id,
      child_id: childId,
      agency: consent.agency,
      organisation_id: consent.organisationId,
      what: consent.what,
      given_by: consent.givenBy,
      given_on: consent.givenOn,
      given_how: consent.givenHow,
      recorded_by: consent.recordedBy,
    })
    .execute();
}

export async function saveWithdrawal(
  tx: Tx,
  id: Uuid,
  { by, on, how, recordedBy }: Withdrawal,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('children_consents')
    .set({
      withdrawn_by: by,
      withdrawn_on: on,
      withdrawn_how: how,
      withdrawal_recorded_by: recordedBy,
      withdrawal_recorded_at: at,
    })
    .where('id', '=', id)
    .execute();
}

/** The organisations a child is before now, each with its reason and the consent it rests on, if any. */
export function listShown(tx: Tx, childId: Uuid) {
  return tx
    .selectFrom('children_organisations as c')
    .innerJoin('organisations', 'organisations.id', 'c.organisation_id')
    .select([
      'c.organisation_id as organisationId',
      'organisations.name',
      'c.reason',
      'c.from_on as fromOn',
      'c.consent_id as consentId',
    ])
    .where('c.child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where('c.until_on', 'is', null)
    .orderBy('organisations.name')
    .orderBy('c.from_on')
    .execute();
}

/** Organisations whose names have these words, for staff to choose from. */
export function findOrganisations(
  tx: Tx,
  words: string,
): Promise<{ id: Uuid; name: string; kind: string }[]> {
  const like = `%${words.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return tx
    .selectFrom('organisations')
    .select(['id', 'name', 'kind'])
    .where('name', 'ilike', like)
    .orderBy('name')
    .orderBy('id')
    .limit(50)
    .execute();
}

export function findOrganisation(tx: Tx, id: Uuid): Promise<{ id: Uuid; name: string } | undefined> {
  return tx.selectFrom('organisations').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
}

import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Colleague } from './colleague.ts';

/** Who acts for the organisation now, by name. */
export async function listColleagues(tx: Tx, organisationId: Uuid): Promise<Colleague[]> {
  return present(tx, organisationId).orderBy('name').execute();
}

/** One of them, held until the transaction ends. */
export async function lockColleague(
  tx: Tx,
  organisationId: Uuid,
  accountId: Uuid,
): Promise<Colleague | undefined> {
  return present(tx, organisationId).where('account_id', '=', accountId).forUpdate().executeTakeFirst();
}

function present(tx: Tx, organisationId: Uuid) {
  return tx
    .selectFrom('organisation_members')
    .select(['account_id as accountId', 'name', 'email', 'administrator'])
    .where('organisation_id', '=', organisationId)
    .where('removed_at', 'is', null);
}

/** Adds somebody, or lets somebody back who was removed; whoever is there already stays as they are. */
export async function insertColleague(
  tx: Tx,
  organisationId: Uuid,
  colleague: Colleague,
  added: { by: Uuid; at: Date },
): Promise<void> {
  const { accountId, name, email, administrator } = colleague;
  const values = { name, email, administrator, added_by: added.by, added_at: added.at };
  await tx
    .insertInto('organisation_members')
    .values({ organisation_id: organisationId, account_id: accountId, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'account_id'])
        .doUpdateSet({ ...values, removed_at: null, rejoined_at: added.at })
        .where('organisation_members.removed_at', 'is not', null),
    )
    .execute();
}

export async function setAdministrator(
  tx: Tx,
  organisationId: Uuid,
  accountId: Uuid,
  administrator: boolean,
): Promise<void> {
  await tx
    .updateTable('organisation_members')
    .set({ administrator })
    .where('organisation_id', '=', organisationId)
    .where('account_id', '=', accountId)
    .execute();
}

export async function removeColleague(
  tx: Tx,
  organisationId: Uuid,
  accountId: Uuid,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('organisation_members')
    .set({ removed_at: at })
    .where('organisation_id', '=', organisationId)
    .where('account_id', '=', accountId)
    .execute();
}

/** An organisation of the directory, whichever it is; undefined where there is none. */
export function findOrganisation(tx: Tx, organisationId: Uuid) {
  return tx
    .selectFrom('organisations')
    .select(['id', 'name', 'kind'])
    .where('id', '=', organisationId)
    .executeTakeFirst();
}

/** Whether anybody at the organisation says who has each piece of work, as its administrators chose last; else they alone. */
export async function findAnyoneAllocates(tx: Tx, organisationId: Uuid): Promise<boolean> {
  const row = await tx
    .selectFrom('organisation_choices')
    .select('anyone_allocates')
    .where('organisation_id', '=', organisationId)
    .orderBy('chosen_at', 'desc')
    .executeTakeFirst();
  return row?.anyone_allocates ?? false;
}

export async function insertChoice(
  tx: Tx,
  choice: { organisationId: Uuid; anyoneAllocates: boolean; by: Uuid },
): Promise<void> {
  await tx
    .insertInto('organisation_choices')
    .values({
      organisation_id: choice.organisationId,
      id: randomUUID(),
      anyone_allocates: choice.anyoneAllocates,
      chosen_by: choice.by,
    })
    .execute();
}

/** Whoever of the organisation's people is its designated clinical officer now; nobody where it is no health body. */
export async function listClinicalOfficers(tx: Tx, organisationId: Uuid): Promise<readonly Uuid[]> {
  return (await listOfficersOf(tx, [organisationId])).map(({ accountId }) => accountId);
}

export type Officer = { organisationId: Uuid; accountId: Uuid };

/** The same of several organisations at once. */
export async function listOfficersOf(tx: Tx, organisationIds: readonly Uuid[]): Promise<Officer[]> {
  if (organisationIds.length === 0) return [];
  const said = await tx
    .selectFrom('organisation_officers as officer')
    .innerJoin('organisations', 'organisations.id', 'officer.organisation_id')
    .distinctOn(['officer.organisation_id', 'officer.account_id'])
    .select(['officer.organisation_id as organisationId', 'officer.account_id as accountId', 'officer.holds'])
    .where('officer.organisation_id', 'in', organisationIds)
    .where('organisations.kind', '=', 'health')
    .orderBy('officer.organisation_id')
    .orderBy('officer.account_id')
    .orderBy('officer.said_at', 'desc')
    .execute();
  return said.filter(({ holds }) => holds).map(({ holds: _, ...officer }) => officer);
}

export async function insertOfficer(
  tx: Tx,
  said: { organisationId: Uuid; accountId: Uuid; holds: boolean; by: Uuid },
): Promise<void> {
  await tx
    .insertInto('organisation_officers')
    .values({
      organisation_id: said.organisationId,
      id: randomUUID(),
      account_id: said.accountId,
      role: 'designated clinical officer',
      holds: said.holds,
      said_by: said.by,
    })
    .execute();
}

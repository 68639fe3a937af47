import { sql } from 'kysely';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Database } from '../database/index.ts';
import { type Tx, withPlatformLens } from '../lens/index.ts';
import { tellThere } from './administration.ts';
import { nobodyIsHere } from './joining.ts';
import { listSeen } from './joining-store.ts';

/** Of these organisations, those for which nobody can sign in: what is put before them waits unread. */
export async function withoutPeople(
  database: Database,
  organisationIds: readonly Uuid[],
): Promise<ReadonlySet<Uuid>> {
  if (organisationIds.length === 0) return new Set();
  const rows = await withPlatformLens(database, (tx) =>
    present(tx).where('organisation_id', 'in', organisationIds).execute(),
  );
  const staffed = new Set(rows.map(({ organisation_id }) => organisation_id));
  return new Set(organisationIds.filter((id) => !staffed.has(id)));
}

export type Person = {
  organisationId: Uuid;
  accountId: Uuid;
  name: string;
  email: string;
  administrator: boolean;
  /** When they were last let back after being removed; null where they never were. */
  rejoinedAt: Date | null;
};

/** Everybody who acts for any of these organisations now, for the service to write to: no lens of an authority shows them. */
export async function findPeople(
  database: Database,
  organisationIds: readonly Uuid[],
): Promise<readonly Person[]> {
  if (organisationIds.length === 0) return [];
  return withPlatformLens(database, (tx) =>
    tx
      .selectFrom('organisation_members')
      .select([
        'organisation_id as organisationId',
        'account_id as accountId',
        'name',
        'email',
        'administrator',
        'rejoined_at as rejoinedAt',
      ])
      .where('organisation_id', 'in', organisationIds)
      .where('removed_at', 'is', null)
      .orderBy('account_id')
      .execute(),
  );
}

/** Whether anybody acts for an organisation who has been here lately: whoever left without a word answers nothing. */
export async function isAnswered(database: Database, organisationId: Uuid, now: Date): Promise<boolean> {
  return withPlatformLens(database, async (tx) => !nobodyIsHere(await seenAt(tx, organisationId), now));
}

async function seenAt(tx: Tx, organisationId: Uuid): Promise<Date[]> {
  const members = await listSeen(tx, organisationId);
  return members.filter((one) => one.removed_at === null && one.disabled_at === null).map(({ seen }) => seen);
}

/**
 * Lets the first person of an organisation in, as its administrator; from then on its own administrators say who acts
 * for it. Refuses where somebody can sign in there and has been here lately, unless it is them: of two let in at once, one is.
 */
export async function addFirstPerson(
  database: Database,
  organisationId: Uuid,
  person: { accountId: Uuid; name: string; email: string },
  added: { by: Uuid; at: Date; authorityId: number },
): Promise<Result<Uuid>> {
  return withPlatformLens(database, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${organisationId}, 0))`.execute(tx);
    const there = await present(tx).where('organisation_id', '=', organisationId).execute();
    if (there.some(({ account_id }) => account_id === person.accountId)) return accepted(organisationId);
    if (!nobodyIsHere(await seenAt(tx, organisationId), added.at))
      return refused('email', 'Somebody there can sign in already. Their administrator adds colleagues');
    const { accountId: account_id, name, email } = person;
    const values = { name, email, administrator: true, added_by: added.by, added_at: added.at };
    await tx
      .insertInto('organisation_members')
      .values({ organisation_id: organisationId, account_id, ...values })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'account_id']).doUpdateSet({ ...values, removed_at: null }),
      )
      .execute();
    await tx
      .insertInto('access_events')
      .values({ kind: 'colleague added', account_id: added.by, subject_id: account_id })
      .execute();
    // Whoever has been away is told, so that nobody is put in their place behind their back.
    if (there.length > 0)
      await tellThere(tx, { ...person, organisationId, authorityId: added.authorityId }, added.at);
    return accepted(organisationId);
  });
}

function present(tx: Tx) {
  return tx
    .selectFrom('organisation_members')
    .select(['organisation_id', 'account_id'])
    .where('removed_at', 'is', null);
}

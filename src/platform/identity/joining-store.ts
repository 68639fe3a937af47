import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Uuid } from '../../shared/uuid.ts';
import type { Database } from '../database/index.ts';
import { enqueue } from '../jobs/index.ts';
import { type Tx, withPlatformLens } from '../lens/index.ts';
import type { Identity } from './accounts.ts';
import { type HowTheyJoin, howTheyJoin, type JoiningFacts } from './joining.ts';

type Coming = {
  identity: Identity;
  /** Theirs already; null where signing in is all they have done. */
  accountId: Uuid | null;
  organisationId: Uuid;
  mode: 'approved' | 'told';
  authorityId: number;
};
type Came = { how: HowTheyJoin; accountId: Uuid } | { how: 'address taken' };

/**
 * Lets somebody join the organisation their sign-in names, or has them wait for its administrators: in one transaction,
 * one organisation at a time, so that it is done once however often they come. Whoever is to be told is told by a job.
 */
export function joinOrganisation(database: Database, coming: Coming, at: Date): Promise<Came> {
  const { organisationId, mode, authorityId } = coming;
  return withPlatformLens(database, async (tx): Promise<Came> => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${organisationId}, 0))`.execute(tx);
    const person = await accountOf(tx, coming, at);
    if (person === null) return { how: 'address taken' };
    const { accountId } = person;
    const how = howTheyJoin(await factsOf(tx, organisationId, accountId), mode, at);
    if (how === 'is there' || how === 'waits' || how === 'not let in') return { how, accountId };
    if (how !== 'asks') await insertMember(tx, organisationId, { ...person, how }, at);
    const id = await keepJoining(tx, coming, { ...person, letIn: how !== 'asks' }, at);
    const kind = how === 'asks' ? 'asked to join' : 'joined';
    await tx
      .insertInto('access_events')
      .values({ kind, account_id: accountId, subject_id: accountId })
      .execute();
    await enqueue(tx, 'tell of joining', { authorityId, organisationId, joiningId: id });
    return { how, accountId };
  });
}

/** Whether an account acts for an organisation now. */
export async function actsSomewhere(database: Database, accountId: Uuid): Promise<boolean> {
  const row = await withPlatformLens(database, (tx) =>
    tx
      .selectFrom('organisation_members')
      .select('organisation_id')
      .where('account_id', '=', accountId)
      .where('removed_at', 'is', null)
      .executeTakeFirst(),
  );
  return row !== undefined;
}

type Person = { accountId: Uuid; name: string; email: string };

// The account is bound to whoever signed in: by itself it opens nothing.
async function accountOf(tx: Tx, { identity, accountId }: Coming, at: Date): Promise<Person | null> {
  const { issuer, subject, verifiedEmail, name } = identity;
  if (accountId === null && verifiedEmail !== null) {
    await tx
      .insertInto('accounts')
      .values({
        id: randomUUID(),
        kind: 'organisation',
        name: name ?? verifiedEmail,
        email: verifiedEmail,
        issuer,
        subject,
        created_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const row = await tx
    .selectFrom('accounts')
    .select(['id as accountId', 'name', 'email'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .where('kind', '=', 'organisation')
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Everybody who acts for an organisation or did, and when each was last here, or was let in where they never were. */
export function listSeen(tx: Tx, organisationId: Uuid) {
  return tx
    .selectFrom('organisation_members as member')
    .innerJoin('accounts as account', 'account.id', 'member.account_id')
    .select(['member.account_id', 'member.name', 'member.email', 'member.administrator'])
    .select(['member.removed_at', 'account.disabled_at'])
    .select(
      sql<Date>`greatest(member.added_at, (select max(last_seen_at) from sessions where account_id = member.account_id))`.as(
        'seen',
      ),
    )
    .where('member.organisation_id', '=', organisationId)
    .execute();
}

async function factsOf(tx: Tx, organisationId: Uuid, accountId: Uuid): Promise<JoiningFacts> {
  const members = await listSeen(tx, organisationId);
  const own = members.find(({ account_id }) => account_id === accountId);
  const before = await tx
    .selectFrom('organisation_joinings')
    .select('let_in')
    .where('organisation_id', '=', organisationId)
    .where('account_id', '=', accountId)
    .orderBy('asked_at', 'desc')
    .executeTakeFirst();
  const administrators = members.filter(
    (one) => one.administrator && one.removed_at === null && one.disabled_at === null,
  );
  return {
    member: own === undefined ? 'never' : own.removed_at === null ? 'now' : 'removed',
    before: before?.let_in === null ? 'waits' : before?.let_in === false ? 'not let in' : null,
    administratorsSeen: administrators.map(({ seen }) => seen),
  };
}

async function insertMember(
  tx: Tx,
  organisationId: Uuid,
  { accountId, name, email, how }: Person & { how: 'administrator' | 'colleague' },
  at: Date,
): Promise<void> {
  await tx
    .insertInto('organisation_members')
    .values({
      organisation_id: organisationId,
      account_id: accountId,
      name,
      email,
      administrator: how === 'administrator',
      added_by: accountId,
      added_at: at,
    })
    .execute();
}

async function keepJoining(
  tx: Tx,
  { organisationId, authorityId }: Coming,
  { accountId, name, email, letIn }: Person & { letIn: boolean },
  at: Date,
): Promise<Uuid> {
  const answered = letIn ? { let_in: true, answered_at: at } : {};
  const { id } = await tx
    .insertInto('organisation_joinings')
    .values({
      organisation_id: organisationId,
      id: randomUUID(),
      account_id: accountId,
      through_authority: authorityId,
      name,
      email,
      asked_at: at,
      ...answered,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  // Whoever waited, and is let in because nobody there answers any more, waits no longer.
  if (letIn) {
    await tx
      .updateTable('organisation_joinings')
      .set({ let_in: true, answered_at: at })
      .where('organisation_id', '=', organisationId)
      .where('account_id', '=', accountId)
      .where('answered_at', 'is', null)
      .execute();
  }
  return id;
}

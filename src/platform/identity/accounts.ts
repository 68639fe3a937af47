import { randomUUID } from 'node:crypto';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Database } from '../database/index.ts';
import { type Tx, withPlatformLens } from '../lens/index.ts';
import type { OrganisationClaim } from './organisation-claim.ts';

/** What an issuer says of somebody. */
export type Identity = {
  issuer: string;
  subject: string;
  /** Only when the issuer says that it has checked it. */
  verifiedEmail: string | null;
  secondFactor: boolean;
  /** As the issuer has it; null where it says none. */
  name: string | null;
  /** The organisation they act for, where it says one and was asked. */
  organisation: OrganisationClaim | null;
};

export type Account = { id: Uuid; kind: string; disabled: boolean };

/**
 * The account of whoever the issuer says this is: the one bound to them, or one made for their verified email address
 * and not yet bound to anybody, which is bound now.
 */
export async function findOrBindAccount(database: Database, identity: Identity): Promise<Account | null> {
  return withPlatformLens(
    database,
    async (tx) => (await findBound(tx, identity)) ?? bindByEmail(tx, identity),
  );
}

async function findBound(tx: Tx, { issuer, subject }: Identity): Promise<Account | null> {
  const row = await tx
    .selectFrom('accounts')
    .select(['id', 'kind', 'disabled_at'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row === undefined ? null : account(row);
}

// The same address may be a member of staff and a parent: work comes first, and one person is bound once.
const WORK_FIRST = ['staff', 'organisation', 'family'] as const;

async function bindByEmail(tx: Tx, { issuer, subject, verifiedEmail }: Identity): Promise<Account | null> {
  if (verifiedEmail === null) return null;
  const rows = await tx
    .selectFrom('accounts')
    .select(['id', 'kind', 'disabled_at'])
    .where((accounts) => accounts(accounts.fn<string>('lower', ['email']), '=', verifiedEmail.toLowerCase()))
    .where('issuer', 'is', null)
    .forUpdate()
    .execute();
  const accounts = rows.map(account);
  for (const kind of WORK_FIRST) {
    const made = accounts.find((one) => one.kind === kind);
    if (made === undefined) continue;
    if (made.disabled) return made;
    await tx.updateTable('accounts').set({ issuer, subject }).where('id', '=', made.id).execute();
    return made;
  }
  return null;
}

function account(row: { id: Uuid; kind: string; disabled_at: Date | null }): Account {
  return { id: row.id, kind: row.kind, disabled: row.disabled_at !== null };
}

type AccessEvent =
  | 'signed in'
  | 'sign-in refused'
  | 'second factor missing'
  | 'signed out'
  | 'colleague added'
  | 'colleague removed'
  | 'administrator made'
  | 'administrator ended';

/** Records a sign-in, a refusal, a sign-out or who let whom in: which accounts, and never a name. */
export async function recordAccess(
  database: Database,
  kind: AccessEvent,
  accountId: Uuid | null,
  colleagueId: Uuid | null = null,
): Promise<void> {
  await withPlatformLens(database, (tx) =>
    tx.insertInto('access_events').values({ kind, account_id: accountId, subject_id: colleagueId }).execute(),
  );
}

/** Somebody to be let in: what kind of account they sign in with, and where they will act with it. */
type Newcomer = { name: string; email: string } & (
  | { kind: 'staff'; authorityId: number }
  | { kind: 'organisation'; organisationId: Uuid }
  /** Somebody a family invited: what they see is said by the invitations they accept, of any family. */
  | { kind: 'family' }
);

/**
 * The account somebody will sign in with: theirs already, or made now and bound at their first sign-in. By itself it
 * opens nothing. Refuses an account that has been closed, and one that acts elsewhere: one account acts in one place.
 */
export async function accountFor(database: Database, newcomer: Newcomer, now: Date): Promise<Result<Uuid>> {
  return withPlatformLens(database, async (tx) => {
    const { kind, name, email } = newcomer;
    await tx
      .insertInto('accounts')
      .values({ id: randomUUID(), kind, name, email, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await tx
      .selectFrom('accounts')
      .select(['id', 'disabled_at'])
      .where('kind', '=', kind)
      .where((accounts) => accounts(accounts.fn<string>('lower', ['email']), '=', email.toLowerCase()))
      .executeTakeFirstOrThrow();
    if (row.disabled_at !== null) return refused('email', CLOSED[kind]);
    if (newcomer.kind === 'family') return accepted(row.id);
    return (await actsElsewhere(tx, row.id, newcomer))
      ? refused('email', ELSEWHERE[newcomer.kind])
      : accepted(row.id);
  });
}

const CLOSED = {
  staff: 'The account with this email address is closed. Enter a different one',
  organisation: 'The account with this email address is closed. Contact the SEND team',
  family: 'The account with this email address is closed. Contact the SEND team',
};
const ELSEWHERE = {
  staff: 'They work for another authority with this email address. Enter a different one',
  organisation: 'They act for another organisation with this email address. Enter a different one',
};

async function actsElsewhere(
  tx: Tx,
  accountId: Uuid,
  newcomer: Exclude<Newcomer, { kind: 'family' }>,
): Promise<boolean> {
  const place =
    newcomer.kind === 'staff'
      ? await tx
          .selectFrom('staff_roles')
          .select('account_id')
          .where('account_id', '=', accountId)
          .where('authority_id', '<>', newcomer.authorityId)
          .where('ended_at', 'is', null)
          .executeTakeFirst()
      : await tx
          .selectFrom('organisation_members')
          .select('account_id')
          .where('account_id', '=', accountId)
          .where('organisation_id', '<>', newcomer.organisationId)
          .where('removed_at', 'is', null)
          .executeTakeFirst();
  return place !== undefined;
}

/** The email address of each account, for whoever may let its holder in or not. */
export async function findEmails(
  database: Database,
  accountIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await withPlatformLens(database, (tx) =>
    tx.selectFrom('accounts').select(['id', 'email']).where('id', 'in', accountIds).execute(),
  );
  return new Map(rows.map(({ id, email }) => [id, email]));
}

import { randomUUID } from 'node:crypto';
import type { Uuid } from '../../shared/uuid.ts';
import type { Database } from '../database/index.ts';
import { type Tx, withPlatformLens } from '../lens/index.ts';

/** What an issuer says of somebody. */
export type Identity = {
  issuer: string;
  subject: string;
  /** Only when the issuer says that it has checked it. */
  verifiedEmail: string | null;
  secondFactor: boolean;
};

export type Account = { id: Uuid; kind: string; disabled: boolean };

/**
 * The account of whoever the issuer says this is: the one bound to them, or one made for their verified email address
 * and not yet bound to anybody, which is bound now. Nobody gets an account by signing in.
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
  | 'colleague removed';

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

/**
 * The account somebody will sign in with for an organisation: theirs already, or made now and bound at their first
 * sign-in. By itself it opens nothing. Null when that account has been closed.
 */
export async function accountForColleague(
  database: Database,
  colleague: { name: string; email: string },
  now: Date,
): Promise<Uuid | null> {
  return withPlatformLens(database, async (tx) => {
    const { name, email } = colleague;
    await tx
      .insertInto('accounts')
      .values({ id: randomUUID(), kind: 'organisation', name, email, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await tx
      .selectFrom('accounts')
      .select(['id', 'disabled_at'])
      .where('kind', '=', 'organisation')
      .where((accounts) => accounts(accounts.fn<string>('lower', ['email']), '=', email.toLowerCase()))
      .executeTakeFirstOrThrow();
    return row.disabled_at === null ? row.id : null;
  });
}

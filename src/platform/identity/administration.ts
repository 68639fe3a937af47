import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Uuid } from '../../shared/uuid.ts';
import type { Database } from '../database/index.ts';
import { enqueue } from '../jobs/index.ts';
import { type Tx, withPlatformLens } from '../lens/index.ts';
import { nobodyIsHere } from './joining.ts';
import { listSeen } from './joining-store.ts';

/* Who may add and remove an organisation's people once whoever could has gone: no authority is needed. */

/** Whether nobody who can add and remove an organisation's people has been here for long. */
export function withoutAdministrator(database: Database, organisationId: Uuid, now: Date): Promise<boolean> {
  return withPlatformLens(database, async (tx) => {
    const administrators = (await present(tx, organisationId)).filter((one) => one.administrator);
    return nobodyIsHere(
      administrators.map(({ seen }) => seen),
      now,
    );
  });
}

/**
 * Makes one of an organisation's people its administrator where those it had have been gone for long. Whoever can still be
 * told is told by a job. False where somebody is there to ask, or they are not of its people.
 */
export function takeOver(
  database: Database,
  { organisationId, accountId, authorityId }: { organisationId: Uuid; accountId: Uuid; authorityId: number },
  at: Date,
): Promise<boolean> {
  return withPlatformLens(database, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${organisationId}, 0))`.execute(tx);
    const there = await present(tx, organisationId);
    const own = there.find(({ account_id }) => account_id === accountId);
    if (own === undefined) return false;
    if (own.administrator) return true;
    const seen = there.filter((one) => one.administrator).map((one) => one.seen);
    if (!nobodyIsHere(seen, at)) return false;
    await tx
      .updateTable('organisation_members')
      .set({ administrator: true })
      .where('organisation_id', '=', organisationId)
      .where('account_id', '=', accountId)
      .execute();
    const { name, email } = own;
    await tellThere(tx, { organisationId, authorityId, accountId, name, email }, at);
    await tx
      .insertInto('access_events')
      .values({ kind: 'administrator made', account_id: accountId, subject_id: accountId })
      .execute();
    return true;
  });
}

type Arrival = { organisationId: Uuid; authorityId: number; accountId: Uuid; name: string; email: string };

/** Keeps that somebody became an organisation's administrator by no colleague's act, and has everybody there told, once. */
export async function tellThere(tx: Tx, arrival: Arrival, at: Date): Promise<void> {
  const { organisationId, authorityId, accountId, name, email } = arrival;
  const joiningId = randomUUID();
  const came = { account_id: accountId, through_authority: authorityId, name, email, asked_at: at };
  await tx
    .insertInto('organisation_joinings')
    .values({ organisation_id: organisationId, id: joiningId, ...came, let_in: true, answered_at: at })
    .execute();
  await enqueue(tx, 'tell of joining', { authorityId, organisationId, joiningId });
}

async function present(tx: Tx, organisationId: Uuid) {
  const members = await listSeen(tx, organisationId);
  return members.filter((one) => one.removed_at === null && one.disabled_at === null);
}

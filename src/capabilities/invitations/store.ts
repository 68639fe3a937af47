import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Asked, type Invitation, RELATIONSHIPS, SEES } from './inviting.ts';

const INVITATION = [
  'authority_id as authorityId',
  'id',
  'child_id as childId',
  'contact_id as contactId',
  'name',
  'email',
  'relationship',
  'sees',
  'until_on as untilOn',
  'invited_at as invitedAt',
  'said_by as saidBy',
  'said_how as saidHow',
  'recorded_by as recordedBy',
  'account_id as accountId',
  'accepted_at as acceptedAt',
  'ended_at as endedAt',
  'ended_by as endedBy',
] as const;

type Row = Omit<Invitation, 'relationship' | 'sees'> & { relationship: string; sees: string };

function toInvitation(row: Row): Invitation {
  const relationship = RELATIONSHIPS.find((one) => one === row.relationship) ?? 'somebody else';
  // What is not known is the least.
  return { ...row, relationship, sees: SEES.find((one) => one === row.sees) ?? 'tracker and messages' };
}

/** Every invitation to a child's file, newest first. */
export async function listInvitations(tx: Tx, childId: Uuid): Promise<Invitation[]> {
  const rows = await tx
    .selectFrom('invitations')
    .select(INVITATION)
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('invited_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toInvitation);
}

/** Every invitation to an email address that has not ended. */
export async function listInvitationsTo(tx: Tx, email: string): Promise<Invitation[]> {
  const rows = await tx
    .selectFrom('invitations')
    .select(INVITATION)
    .where(sql`lower(email)`, '=', email.trim().toLowerCase())
    .where('ended_at', 'is', null)
    .orderBy('invited_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toInvitation);
}

/** One invitation, held until the transaction ends, so that it is accepted or taken back in turn. */
export async function lockInvitation(tx: Tx, id: Uuid): Promise<Invitation | undefined> {
  const row = await tx
    .selectFrom('invitations')
    .select(INVITATION)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : toInvitation(row);
}

type By = {
  authorityId: number;
  childId: Uuid;
  contactId: Uuid;
  saidBy: string;
  saidHow: string;
  saidOn: PlainDate;
  recordedBy: string | null;
  at: Date;
};

export async function insertInvitation(tx: Tx, asked: Asked, by: By): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('invitations')
    .values({
      authority_id: by.authorityId,
      id,
      child_id: by.childId,
      contact_id: by.contactId,
      name: asked.name,
      email: asked.email,
      relationship: asked.relationship,
      sees: asked.sees,
      until_on: asked.untilOn,
      invited_at: by.at,
      said_by: by.saidBy,
      said_how: by.saidHow,
      said_on: by.saidOn,
      recorded_by: by.recordedBy,
    })
    .execute();
  return id;
}

/** Lets an account see what the invitation says; false where it sees the child's file in its own right. */
export async function letIn(tx: Tx, invitation: Invitation, accountId: Uuid, at: Date): Promise<boolean> {
  const today = englishDay(at);
  const { authorityId: authority_id, id, childId: child_id, contactId, sees, untilOn } = invitation;
  const access = {
    contact_id: contactId,
    basis: 'invited',
    joined_at: at,
    ended_at: null,
    invitation_id: id,
    sees,
    until_on: untilOn,
  };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('children_access')
    .values({ authority_id, child_id, account_id: accountId, ...access })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'child_id', 'account_id'])
        .doUpdateSet(access)
        // Whoever was on the file, or still sees it by another's invitation, is not let in anew by this one.
        .where('children_access.basis', '=', 'invited')
        .where(
          sql<boolean>`children_access.ended_at is not null or children_access.until_on < ${today}::date`,
        ),
    )
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await tx
    .updateTable('invitations')
    .set({ account_id: accountId, accepted_at: at })
    .where('id', '=', id)
    .execute();
  return true;
}

/** Ends invitations, and at once all that was seen by them. */
export async function endInvitations(
  tx: Tx,
  ids: readonly Uuid[],
  { by, at }: { by: string; at: Date },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('invitations')
    .set({ ended_at: at, ended_by: by })
    .where('id', 'in', ids)
    .where('ended_at', 'is', null)
    .execute();
  await tx
    .updateTable('children_access')
    .set({ ended_at: at })
    .where('invitation_id', 'in', ids)
    .where('ended_at', 'is', null)
    .execute();
}

/** When somebody invited opened a child's file and what of it, newest first. */
export function listOpened(tx: Tx, childId: Uuid, accountIds: readonly Uuid[]) {
  return tx
    .selectFrom('events')
    .select(['actor_id as accountId', 'recorded_at as at', 'data'])
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where('kind', '=', 'file read')
    .where('actor_id', 'in', accountIds.length === 0 ? ['00000000-0000-0000-0000-000000000000'] : accountIds)
    .orderBy('recorded_at', 'desc')
    .limit(200)
    .execute();
}

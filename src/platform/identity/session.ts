import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { englishDay } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Database } from '../database/index.ts';
import { type Actor, SIGHTS, STAFF_ROLES, type StaffRole, type Tx, withPlatformLens } from '../lens/index.ts';

export const SESSION_COOKIE = 'opensend_session';

export type SessionLimits = { idleMinutes: number; absoluteMinutes: number };

/** A token for the cookie: 256 random bits. Only its hash is kept, so the table alone opens nothing. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The row's id is the first half of the hash, so the cookie alone finds it and the id alone opens nothing. */
function sessionId(hash: Buffer): Uuid {
  const hex = hash.subarray(0, 16).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

type NewSession =
  | { accountId: Uuid; secondFactor: boolean }
  /** A tracker: no account, only the children its one-time code was for. */
  | { trackerChildren: readonly Uuid[]; trackerContact?: Uuid | null }
  /** A visitor who has begun a request and not yet sent it. */
  | { draftId: Uuid };

/** Starts a session and returns the token for the cookie. Ends itself after the absolute limit, or the idle one. */
export async function startSession(
  database: Database,
  session: NewSession,
  now: Date,
  limits: SessionLimits,
): Promise<string> {
  const token = newToken();
  const hash = hashToken(token);
  await withPlatformLens(database, (tx) =>
    tx
      .insertInto('sessions')
      .values({
        id: sessionId(hash),
        token_hash: hash,
        account_id: 'accountId' in session ? session.accountId : null,
        tracker_children: 'trackerChildren' in session ? [...session.trackerChildren] : null,
        tracker_contact: 'trackerChildren' in session ? (session.trackerContact ?? null) : null,
        draft_id: 'draftId' in session ? session.draftId : null,
        second_factor: 'accountId' in session && session.secondFactor,
        created_at: now,
        last_seen_at: now,
        expires_at: new Date(now.getTime() + limits.absoluteMinutes * 60_000),
      })
      .execute(),
  );
  return token;
}

export type SignedIn = { actor: Actor; sessionId: Uuid };

/** Whoever holds the token, or null when it opens nothing (any more). Marks the session as seen, at most once a minute. */
export async function findSignedIn(
  database: Database,
  token: string,
  now: Date,
  limits: SessionLimits,
): Promise<SignedIn | null> {
  const hash = hashToken(token);
  const id = sessionId(hash);
  const session = await withPlatformLens(database, (tx) => findSession(tx, id, now, limits), 'one');
  if (session === undefined || !hash.equals(session.token_hash) || session.disabled_at !== null) return null;
  if (now.getTime() - session.last_seen_at.getTime() > 60_000) await markSeen(database, id, now);
  const actor = actorOfSession(id, session);
  return actor === null ? null : { actor, sessionId: id };
}

async function markSeen(database: Database, id: Uuid, now: Date): Promise<void> {
  const seen = (tx: Tx) =>
    tx.updateTable('sessions').set({ last_seen_at: now }).where('id', '=', id).execute();
  await withPlatformLens(database, seen, 'one');
}

type Session = {
  token_hash: Buffer;
  account_id: Uuid | null;
  tracker_children: Uuid[];
  tracker_contact: Uuid | null;
  draft_id: Uuid | null;
  last_seen_at: Date;
  kind: string | null;
  name: string | null;
  disabled_at: Date | null;
  held: { authority_id: number; role: string }[];
  memberships: { organisation_id: Uuid; administrator: boolean }[];
  children: { child_id: Uuid; contact_id: Uuid; sees: string | null }[];
};

/**
 * A session that has not ended, with all that its account may do: the one question every request asks, so it is written
 * out and not put together anew each time. Whoever works for several authorities works where they have longest: being
 * given a role elsewhere takes nobody away. A family sees no record on which somebody brought their child to attention, until
 * they may be told of it. A visitor's unsent request holds nothing but what they typed, and is kept
 * for as long as it is.
 */
async function findSession(tx: Tx, id: Uuid, now: Date, limits: SessionLimits): Promise<Session | undefined> {
  const idleSince = new Date(now.getTime() - limits.idleMinutes * 60_000);
  const { rows } = await sql<Session>`
    select s.token_hash, s.account_id,
      array(select followed.id from unnest(s.tracker_children) with ordinality followed (id, place)
        where not exists (select from untold_requests untold where untold.child_id = followed.id) order by place) as tracker_children,
      s.tracker_contact, s.draft_id, s.last_seen_at,
      a.kind, a.name, a.disabled_at,
      coalesce((select json_agg(json_build_object('authority_id', r.authority_id, 'role', r.role) order by r.given_at, r.authority_id)
        from staff_roles r where r.account_id = a.id and r.ended_at is null), '[]') as held,
      coalesce((select json_agg(json_build_object('organisation_id', m.organisation_id, 'administrator', m.administrator) order by m.added_at)
        from organisation_members m where m.account_id = a.id and m.removed_at is null), '[]') as memberships,
      coalesce((select json_agg(json_build_object('child_id', c.child_id, 'contact_id', c.contact_id, 'sees', c.sees))
        from children_access c where c.account_id = a.id and c.ended_at is null
          and (c.until_on is null or c.until_on >= ${englishDay(now)}::date)
          and not exists (select from untold_requests untold where untold.authority_id = c.authority_id
            and untold.child_id = c.child_id)), '[]') as children
    from sessions s left join accounts a on a.id = s.account_id
    where s.id = ${id} and s.ended_at is null and s.expires_at > ${now}
      and (s.draft_id is not null or s.last_seen_at > ${idleSince})`.execute(tx);
  return rows[0];
}

/** Ends a session at once; a second time does nothing. */
export async function endSession(database: Database, id: Uuid, now: Date): Promise<void> {
  await withPlatformLens(database, (tx) =>
    tx
      .updateTable('sessions')
      .set({ ended_at: now })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .execute(),
  );
}

function actorOfSession(sessionId: Uuid, session: Session): Actor | null {
  const { account_id: accountId, draft_id: draftId, kind } = session;
  if (draftId !== null) return { kind: 'visitor', draftId };
  if (accountId === null) {
    const childIds = session.tracker_children;
    const contactId = session.tracker_contact;
    const through =
      contactId === null ? [] : childIds.map((childId) => ({ childId, contactId, invited: null }));
    return { kind: 'family', accountId: null, sessionId, name: 'Opened with a code', childIds, through };
  }
  const account = { accountId, name: session.name ?? '' };
  if (kind === 'staff') return staffActor(account, session.held);
  if (kind === 'organisation') return organisationActor(account, session.memberships);
  const childIds = session.children.map((row) => row.child_id);
  const through = session.children.map((row) => ({
    childId: row.child_id,
    contactId: row.contact_id,
    invited: SIGHTS.find((sight) => sight === row.sees) ?? null,
  }));
  return { kind: 'family', ...account, sessionId, childIds, through };
}

type Account = { accountId: Uuid; name: string };

function staffActor(account: Account, held: Session['held']): Actor | null {
  const authorityId = held[0]?.authority_id;
  if (authorityId === undefined) return null;
  const roles = held.filter((row) => row.authority_id === authorityId).map((row) => row.role);
  return {
    kind: 'staff',
    ...account,
    authorityId,
    roles: STAFF_ROLES.filter((role: StaffRole) => roles.includes(role)),
  };
}

function organisationActor(account: Account, memberships: Session['memberships']): Actor | null {
  const [member] = memberships;
  if (member === undefined) return null;
  const { organisation_id: organisationId, administrator } = member;
  return { kind: 'organisation', ...account, organisationId, administrator };
}

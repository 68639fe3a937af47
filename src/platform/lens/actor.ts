import type { Uuid } from '../../shared/uuid.ts';

export const STAFF_ROLES = ['caseworker', 'manager', 'panel member', 'finance', 'administrator'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Who is acting. Nothing reads a row without one. */
export type Actor =
  | { kind: 'staff'; accountId: Uuid; name: string; authorityId: number; roles: readonly StaffRole[] }
  | { kind: 'organisation'; accountId: Uuid; name: string; organisationId: Uuid; administrator: boolean }
  | FamilyActor
  | { kind: 'visitor'; draftId: Uuid }
  /** The service itself, for a job or for somebody whose own lens may not: a visitor sending their request. */
  | { kind: 'system'; authorityId: number; onBehalfOf?: Uuid };

/** A parent, carer, young person or someone they let in. Without an account: a tracker opened by a one-time code. */
export type FamilyActor = {
  kind: 'family';
  accountId: Uuid | null;
  sessionId: Uuid;
  name: string;
  childIds: readonly Uuid[];
  /** How they come to see each child: as whom on the file, or by whose invitation. */
  through?: readonly Through[];
};

export type Through = { childId: Uuid; contactId: Uuid; invited: Sight | null };

/** What somebody who was invited sees of a child's file. */
export const SIGHTS = ['whole file', 'tracker and messages'] as const;
export type Sight = (typeof SIGHTS)[number];

/** How somebody sees a child: null for whoever is not of the family, or where nobody noted it. */
export function throughOf(actor: Actor | null, childId: Uuid): Through | null {
  if (actor?.kind !== 'family') return null;
  return actor.through?.find((one) => one.childId === childId) ?? null;
}

/** What somebody invited sees of a child's file; null for the family itself. */
export function invitedTo(actor: Actor | null, childId: Uuid): Sight | null {
  return throughOf(actor, childId)?.invited ?? null;
}

/** The one identifier that stands for whoever acts, for events and idempotency; null for the system by itself. */
export function actorId(actor: Actor): Uuid | null {
  switch (actor.kind) {
    case 'staff':
    case 'organisation':
      return actor.accountId;
    case 'family':
      return actor.accountId ?? actor.sessionId;
    case 'visitor':
      return actor.draftId;
    case 'system':
      return actor.onBehalfOf ?? null;
  }
}

/**
 * The name of whoever of a family signed in with an account, so that nobody asks for it again; null of everybody else, and of a
 * tracker opened with a code, which knows which child and not who holds the telephone.
 */
export function familyName(actor: Actor | null): string | null {
  return actor?.kind === 'family' && actor.accountId !== null ? actor.name : null;
}

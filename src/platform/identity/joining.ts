import type { Uuid } from '../../shared/uuid.ts';

/** How an authority lets people join their organisation by their sign-in alone: its administrators agree, or are told. */
export const JOINING = ['off', 'approved', 'told'] as const;
export type JoiningMode = (typeof JOINING)[number];

/** An organisation whose administrators have all been gone for so long is one that nobody there answers for. No source says how long. */
export const DAYS_AWAY = 60;

/** What is known of somebody and of the organisation their sign-in names. */
export type JoiningFacts = {
  /** Whether they act for it now, did and were removed, or never did. */
  member: 'now' | 'removed' | 'never';
  /** What came of it when they came before. */
  before: 'waits' | 'not let in' | null;
  /** When each administrator there was last here, or was let in where they never were. */
  administratorsSeen: readonly Date[];
};

export type HowTheyJoin = 'is there' | 'administrator' | 'colleague' | 'asks' | 'waits' | 'not let in';

/**
 * How somebody joins. Whoever an administrator removed or did not let in never comes back by themself. Where nobody can
 * let anybody in, or those who could have been gone for long, they join as an administrator: no authority is needed.
 */
export function howTheyJoin(facts: JoiningFacts, mode: 'approved' | 'told', now: Date): HowTheyJoin {
  const { member, before, administratorsSeen } = facts;
  if (member === 'now') return 'is there';
  if (before === 'not let in') return 'not let in';
  if (nobodyIsHere(administratorsSeen, now) && member === 'never') return 'administrator';
  if (before === 'waits') return 'waits';
  return mode === 'told' && member === 'never' ? 'colleague' : 'asks';
}

/** Whether all of them have been gone for long, or there is nobody; `seen` is when each was last here. */
export function nobodyIsHere(seen: readonly Date[], now: Date): boolean {
  const since = now.getTime() - DAYS_AWAY * 24 * 60 * 60_000;
  return seen.every((at) => at.getTime() < since);
}

/** What came of a sign-in that names an organisation. */
export type Joined =
  | { kind: 'joined'; accountId: Uuid }
  | {
      kind: 'not joined';
      why:
        | 'no organisation'
        | 'unknown organisation'
        | 'closed organisation'
        | 'waiting'
        | 'not let in'
        | 'address taken';
      organisation: string;
      /** What it became, where it closed. */
      successor: string | null;
    };

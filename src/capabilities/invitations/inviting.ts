import { addMonths, type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** Who somebody invited is to the family. */
export const RELATIONSHIPS = [
  'information, advice and support service',
  'advocate',
  'relative or friend',
  'lawyer',
  'somebody else',
] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** What they see, as the inviter chose: everything not withheld, or where things are and the messages. */
export const SEES = ['whole file', 'tracker and messages'] as const;
export type Sees = (typeof SEES)[number];

export const SEES_WORDS = {
  'whole file': 'Everything you can see, but only to read',
  'tracker and messages': 'Only where things are, and the messages',
} as const satisfies Record<Sees, string>;

/** What the inviter asked for, before it is known to be right. */
export type Asked = {
  name: string;
  email: string;
  relationship: Relationship;
  sees: Sees;
  untilOn: PlainDate;
};

export type Invitation = Asked & {
  authorityId: number;
  id: Uuid;
  childId: Uuid;
  /** Whose invitation it is. */
  contactId: Uuid;
  invitedAt: Date;
  recordedBy: string | null;
  saidBy: string;
  saidHow: string;
  accountId: Uuid | null;
  acceptedAt: Date | null;
  endedAt: Date | null;
  endedBy: string | null;
};

export type Stage = 'waiting' | 'accepted' | 'ended' | 'run out';

/** What an invitation has come to. */
export function stageOf(
  invitation: Pick<Invitation, 'acceptedAt' | 'endedAt' | 'untilOn'>,
  today: PlainDate,
): Stage {
  if (invitation.endedAt !== null) return 'ended';
  if (invitation.untilOn < today) return 'run out';
  return invitation.acceptedAt === null ? 'waiting' : 'accepted';
}

export const STAGE_WORDS = {
  waiting: 'Not accepted yet',
  accepted: 'Accepted',
  ended: 'Ended',
  'run out': 'Run out',
} as const satisfies Record<Stage, string>;

type OnFile = { id: Uuid; email: string | null };

// Said the same whoever on the file it is, and whether or not contact with them is restricted: it tells nobody anything.
const CANNOT = 'We cannot send an invitation to this email address. Enter a different one, or contact us';

/**
 * Invites somebody. Refuses the address of anybody on the child's file (who is restricted is among them, and is never let
 * in by another door), a day that has passed or is more than two years away, and somebody who is invited already.
 */
export function invite(
  asked: Asked,
  onFile: readonly OnFile[],
  existing: readonly Pick<Invitation, 'email' | 'contactId' | 'endedAt' | 'acceptedAt' | 'untilOn'>[],
  by: { contactId: Uuid; today: PlainDate },
): Result<Asked> {
  if (asked.untilOn <= by.today) return refused('until', 'The last day must be in the future');
  const latest = addMonths(by.today, 24);
  if (asked.untilOn > latest)
    return refused('until', `The last day must be on or before ${sayDate(latest)}: 2 years from now`);
  if (onFile.some(({ email }) => sameAddress(email, asked.email))) return refused('email', CANNOT);
  const open = existing.some(
    (one) =>
      one.contactId === by.contactId &&
      sameAddress(one.email, asked.email) &&
      ['waiting', 'accepted'].includes(stageOf(one, by.today)),
  );
  if (open) return refused('email', 'They are invited already. Take that invitation back to change it');
  return accepted(asked);
}

/**
 * Whether an invitation may be accepted now: it waits, whoever sent it is on the file and may be written to, and whoever
 * holds the address is not somebody on the file.
 */
export function mayAccept(
  invitation: Invitation,
  onFile: readonly (OnFile & { restricted: boolean })[],
  today: PlainDate,
): boolean {
  const inviter = onFile.find(({ id }) => id === invitation.contactId);
  return (
    stageOf(invitation, today) === 'waiting' &&
    inviter?.restricted === false &&
    !onFile.some(({ email }) => sameAddress(email, invitation.email))
  );
}

export function sameAddress(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.trim().toLowerCase() === b.trim().toLowerCase();
}

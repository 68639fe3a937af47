import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Request } from './request.ts';

/** How a request may end without being finished. */
export const ENDINGS = ['withdrawn', 'moved out', 'referred'] as const;
export type EndingKind = (typeof ENDINGS)[number];

export type Ending = { kind: EndingKind; on: PlainDate; by: string; reason: string };

export type EndingForm = { kind: EndingKind | null; on: PlainDate | null; by: string; reason: string };

/** The words for each ending, where somebody reads how a case came to be closed. */
export const ENDING_WORDS = {
  withdrawn: { staff: 'Withdrawn by whoever asked', family: 'The request was taken back' },
  'moved out': { staff: 'Moved out of the area', family: 'You moved to another area' },
  referred: { staff: 'Referred to another authority', family: 'We passed the request on' },
} as const satisfies Record<EndingKind, { staff: string; family: string }>;

export type EndingFacts = {
  source: Request['source'];
  receivedOn: PlainDate;
  withdrawnOn: PlainDate | null;
  /** Nothing more is due on it: not to assess, no plan, or a plan issued. */
  finished: boolean;
};

/**
 * Ends a request that is not finished. Refuses one that has ended or is finished, a day before it was received or to come,
 * and an ending without who said so and why. What was brought to attention nobody asked for, so nobody takes it back: the
 * authority must determine it (Children and Families Act 2014, s36(3)).
 */
export function endRequest(facts: EndingFacts, form: EndingForm, today: PlainDate): Result<Ending> {
  const { kind, on, by, reason } = form;
  if (facts.withdrawnOn !== null) return refused('reason', 'This request has already ended');
  if (facts.finished) return refused('reason', 'This request is finished, so there is nothing to take back');
  if (kind === null) return refused('kind', 'Select why it ends');
  if (kind === 'withdrawn' && facts.source === 'other')
    return refused('kind', 'Nobody asked for this, so it cannot be taken back: decide whether to assess');
  if (on === null) return refused('on', 'Enter the day');
  if (on < facts.receivedOn)
    return refused(
      'on',
      `The day must be on or after ${sayDate(facts.receivedOn)}, when the request was received`,
    );
  if (on > today) return refused('on', 'The day must be today or in the past');
  if (by === '') return refused('by', 'Enter your name');
  if (reason === '') return refused('reason', 'Enter the reason');
  return accepted({ kind, on, by, reason });
}

/** Who is at the keyboard, as far as taking back a request matters. */
export type Withdrawer =
  /** As whom on the file they follow the case, null where that is not known; and what became of the right to ask. */
  | { kind: 'family'; contactId: string | null; right: 'as it was' | 'their own' | 'passed on' }
  | { kind: 'organisation'; organisationId: string }
  | { kind: 'staff' };

/**
 * Whether somebody may take a request back: whoever asked, and staff on their word. A family cannot take back a school's
 * request, nor a school a family's, nor one parent the other's, since each has the right to ask for itself (Children and
 * Families Act 2014, s36(1)). Once that right is the young person's (s83(2)), what a parent asked for is theirs to take back.
 */
export function mayWithdraw(
  request: Pick<Request, 'source' | 'organisationId' | 'contactId'>,
  by: Withdrawer,
): boolean {
  // Brought to attention: no request of anybody's, whoever told the authority (s36(1) and (3)).
  if (request.source === 'other') return false;
  switch (by.kind) {
    case 'staff':
      return true;
    case 'organisation':
      return request.organisationId === by.organisationId;
    case 'family':
      if (request.source !== 'parent' && request.source !== 'young person') return false;
      if (by.right === 'their own') return true;
      if (by.right === 'passed on' && request.source === 'parent') return false;
      return request.contactId !== null && request.contactId === by.contactId;
  }
}

import { type Citation, regs, si } from '../../law/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

export const AGENCIES = [
  'health',
  'social care',
  'school or college',
  'nursery',
  'voluntary organisation',
  'another',
] as const;
export type Agency = (typeof AGENCIES)[number];
export const GIVEN_HOW = ['on paper', 'by telephone', 'in person'] as const;
export type Withdrawal = {
  by: string;
  on: PlainDate;
  how: (typeof GIVEN_HOW)[number] | 'online';
  recordedBy: string;
};

/** What the family agreed may be shared with an agency, and whether they took it back. */
export type Consent = {
  id: Uuid;
  agency: string;
  organisationId: Uuid | null;
  organisationName: string | null;
  what: string;
  givenBy: string;
  givenOn: PlainDate;
  givenHow: string;
  recordedBy: string;
  withdrawn: (Omit<Withdrawal, 'how'> & { how: string }) | null;
};

export type NewConsent = Omit<Consent, 'organisationName' | 'withdrawn'>;

/** Refuses a consent given on a day that has not come. */
export function giving<T extends { givenOn: PlainDate }>(consent: T, today: PlainDate): Result<T> {
  if (consent.givenOn > today) return refused('givenOn', 'The day they agreed must be today or earlier');
  return accepted(consent);
}

/** Refuses taking back what was taken back already, or before it was given. */
export function withdrawing(consent: Consent, withdrawal: Withdrawal, today: PlainDate): Result<Withdrawal> {
  if (consent.withdrawn !== null) return refused('on', `${consent.withdrawn.by} has taken this back already`);
  if (withdrawal.on > today) return refused('on', 'The day they took it back must be today or earlier');
  if (withdrawal.on < consent.givenOn)
    return refused('on', 'They took it back before they gave it: check the day');
  return accepted(withdrawal);
}

/** A reason a child is before an organisation that rests on no consent, as whoever withdraws one is told. */
export type Duty = { why: string; citation: Citation | null };

/** Why something goes on being shown whoever agrees: what the law says of each reason the service itself gives. */
export function dutyOf(reason: string): Duty {
  if (reason.startsWith('Advice for an assessment'))
    return { why: 'Their advice is asked for in the assessment', citation: regs(6, 'reg. 6(1)') };
  if (reason === 'consulted about a place')
    return { why: 'They were asked about a place', citation: si('ukpga/2014/6/section/39', CONSULTED) };
  if (reason === 'named in the final plan' || reason === 'commissions the health care in the plan')
    return { why: 'The final plan must be sent to them', citation: regs(13, 'reg. 13(2)') };
  if (reason === 'asked for an assessment')
    return { why: 'They asked for the assessment themselves', citation: null };
  return { why: reason, citation: null };
}

const CONSULTED = 'Children and Families Act 2014, ss. 39(2) and 40(3)';

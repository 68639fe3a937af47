import type { PlainDate } from '../../../shared/plain-date.ts';
import type { LiveMeasureId } from './measures.ts';

export const PERIOD_KINDS = ['January', 'calendar year', 'today'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** What a count may be broken down by: one thing at a time and never two, so that no way down leads to one child. */
export const TOPICS = ['', 'primary need', 'placement', 'age'] as const;
export type Topic = (typeof TOPICS)[number];

/** One live count as it is: for the authority whose it is. Topic and breakdown are empty for the whole. */
export type LiveCount = {
  measure: LiveMeasureId;
  periodKind: PeriodKind;
  year: number;
  topic: Topic;
  breakdown: string;
  numerator: number;
  /** Null for a plain count. Of a mean the numerator is days, and this the cases. */
  denominator: number | null;
  asOf: PlainDate;
};

/** One live count as anybody may see it: after disclosure control, as at the quarter it was released in. */
export type ReleasedCount = Omit<LiveCount, 'numerator' | 'asOf'> & {
  authorityId: number;
  releasedOn: PlainDate;
  asOf: PlainDate;
  /** Null where withheld, and of a mean, whose days are not people. */
  numerator: number | null;
  /** The count, the percentage to one place or the mean in whole days, worked out from what is shown; null where withheld. */
  value: number | null;
  mark: 'c' | null;
  /** How it was controlled, in words. */
  policy: string;
};

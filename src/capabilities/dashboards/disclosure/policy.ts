/**
 * What an authority lets be seen of counts of people. No source gives one number: the Department's own files of plans have
 * "not had suppression or rounding applied" (data guidance 2025), so it is the authority's choice, within these bounds.
 */
export type Policy = {
  /** A count from 1 to one below this is not shown. */
  threshold: number;
  /** Whether "none" is shown: that nobody is something may say something of somebody. */
  zeros: 'shown' | 'withheld';
  /** Counts are shown to the nearest this; 1 for as they are. */
  rounding: number;
  /** A percentage or a mean of fewer than this is not shown. */
  minimumDenominator: number;
};

export const DEFAULT_POLICY: Policy = { threshold: 5, zeros: 'shown', rounding: 5, minimumDenominator: 10 };

/** What stands where a figure is withheld, as in the Department's own tables: confidential. */
export const WITHHELD = 'c';

/** Whether a count may not be shown for itself: the first rule, before what others would give away. */
export function isSmall(value: number, policy: Policy): boolean {
  return value === 0 ? policy.zeros === 'withheld' : value < policy.threshold;
}

/** A count as it is shown: the same count is always shown as the same. Halves go up. */
export function rounded(value: number, { rounding }: Pick<Policy, 'rounding'>): number {
  return Math.floor((value + rounding / 2) / rounding) * rounding;
}

/** A policy in plain words, for whoever reads the figures. */
export function sayPolicy(policy: Policy): string {
  const { threshold, zeros, rounding, minimumDenominator } = policy;
  return [
    `Counts ${zeros === 'shown' ? 'from 1' : 'below'} ${zeros === 'shown' ? `to ${threshold - 1}` : threshold} are not shown, and are marked ${WITHHELD}.`,
    'Others beside them are not shown either where a small count could be worked out from them.',
    rounding === 1 ? '' : `Counts that are shown are rounded to the nearest ${rounding}.`,
    `Percentages and averages of fewer than ${minimumDenominator} are not shown.`,
  ]
    .filter((line) => line !== '')
    .join(' ');
}

import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

/**
 * What makes a caseload heavier, each counted from what is recorded. No source says how much each weighs, so the authority
 * does; while it has not, the counts stand alone.
 */
export const FACTORS = [
  'open cases',
  'overdue',
  'advice awaited',
  'settings to answer',
  'messages to answer',
  'restricted contacts',
  'social care',
] as const;
export type Factor = (typeof FACTORS)[number];

export const FACTOR_WORDS = {
  'open cases': 'Open cases',
  overdue: 'Overdue',
  'advice awaited': 'Pieces of advice awaited',
  'settings to answer': 'Consultations awaited',
  'messages to answer': 'Messages to answer',
  'restricted contacts': 'Cases with a restricted contact',
  'social care': 'Children looked after, in need or on a protection plan',
} as const satisfies Record<Factor, string>;

export type Weights = Readonly<Partial<Record<Factor, number>>>;
export type Counts = { accountId: Uuid | null; name: string | null } & Readonly<Record<Factor, number>>;

/** A caseload added up: each factor that weighs something, its count and its weight; null where nothing weighs anything. */
export type Sum = { parts: readonly { factor: Factor; count: number; weight: number }[]; total: number };

export function addUp(counts: Counts, weights: Weights): Sum | null {
  const parts = FACTORS.flatMap((factor) => {
    const weight = weights[factor] ?? 0;
    return weight === 0 ? [] : [{ factor, count: counts[factor], weight }];
  });
  if (parts.length === 0) return null;
  return { parts, total: parts.reduce((sum, { count, weight }) => sum + count * weight, 0) };
}

/** The working, as it is shown: `12 × 1 + 3 × 2 = 18`, the factors in their order. */
export function saySum({ parts, total }: Sum): string {
  // What there is none of adds nothing, and makes a sum harder to read.
  const some = parts.filter(({ count }) => count > 0);
  if (some.length === 0) return String(total);
  return `${some.map(({ count, weight }) => `${count} × ${weight}`).join(' + ')} = ${total}`;
}

/** The weights typed, one for each factor. Refuses what is not a whole number from 0 to 100. */
export function readWeights(typed: Readonly<Record<string, string>>): Result<Record<Factor, number>> {
  const read = FACTORS.map((factor) => [factor, (typed[fieldOf(factor)] ?? '').trim()] as const);
  for (const [factor, text] of read) {
    if (!/^\d{1,3}$/.test(text) || Number(text) > 100)
      return refused(fieldOf(factor), `${FACTOR_WORDS[factor]} must be a whole number from 0 to 100`);
  }
  const weight = (factor: Factor) => Number(read.find(([one]) => one === factor)?.[1] ?? 0);
  return accepted({
    'open cases': weight('open cases'),
    overdue: weight('overdue'),
    'advice awaited': weight('advice awaited'),
    'settings to answer': weight('settings to answer'),
    'messages to answer': weight('messages to answer'),
    'restricted contacts': weight('restricted contacts'),
    'social care': weight('social care'),
  });
}

/** The form's name for a factor. */
export function fieldOf(factor: Factor): string {
  return factor.replaceAll(' ', '-');
}

import { drawShare } from './random.ts';

/** A setting of the demonstration, and the ages it takes. */
export type Placement = { id: string; name: string; type: string; from: number; to: number };

const COLLEGE = /post 16|further education/i;
/** Where those with plans are, in tenths of a percent (EES, EHC plans 2025: January 2025); the rest are educated elsewhere. */
const SHARES: readonly (readonly [kind: RegExp, share: number])[] = [
  [/non-maintained special/i, 7],
  [/independent special/i, 46],
  [/alternative provision|referral/i, 8],
  [COLLEGE, 138],
  [/nursery/i, 7],
  [/special/i, 250],
  [/independent/i, 11],
  [/./, 425],
];
/** So many of those of 16 to 19 that, with those who are older and have nowhere else to go here, they are that share of all. */
const AT_COLLEGE = 0.41;

/** A setting for somebody of an age: each kind that takes them as often as published, and any one of a kind. */
export function drawPlacement(random: () => number, settings: readonly Placement[], age: number): Placement {
  const fitting = settings.filter(({ from, to }) => from <= age && age <= to);
  const kinds = Map.groupBy(fitting.length > 0 ? fitting : settings, ({ type }) => kindOf(type));
  const others = [...kinds].reduce((sum, [kind]) => sum + (isCollegeKind(kind) ? 0 : shareOf(kind)), 0);
  // In one order at every age, colleges last, so that the same number draws the same kind wherever it is.
  const ordered = [...kinds].sort(([a], [b]) => Number(isCollegeKind(a)) - Number(isCollegeKind(b)) || a - b);
  const drawn = drawShare(
    random(),
    ordered.map(([kind]) => (isCollegeKind(kind) ? collegeShare(shareOf(kind), others) : shareOf(kind))),
  );
  const of = ordered[drawn]?.[1] ?? settings;
  const one = of[Math.floor(random() * of.length)];
  if (one === undefined) throw new Error('the demonstration has no settings');
  return one;
}

function kindOf(type: string): number {
  return SHARES.findIndex(([kind]) => kind.test(type));
}

function shareOf(kind: number): number {
  return SHARES[kind]?.[1] ?? 0;
}

function isCollegeKind(kind: number): boolean {
  return SHARES[kind]?.[0] === COLLEGE;
}

/** Whether a setting is one that people go to from 16, by what the register calls its kind. */
export function isCollege(type: string): boolean {
  return COLLEGE.test(type);
}

function collegeShare(share: number, others: number): number {
  return others === 0 ? share : (others * AT_COLLEGE) / (1 - AT_COLLEGE);
}

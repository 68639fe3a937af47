/** A setting of the demonstration, and the ages it takes. */
export type Placement = { id: string; name: string; type: string; from: number; to: number };

/** Where those with plans are, in tenths of a percent (EES, EHC plans 2025: January 2025); the rest are educated elsewhere. */
const SHARES: readonly (readonly [kind: RegExp, share: number])[] = [
  [/non-maintained special/i, 7],
  [/independent special/i, 46],
  [/alternative provision|referral/i, 8],
  [/post 16|further education/i, 138],
  [/nursery/i, 7],
  [/special/i, 250],
  [/./, 436],
];

/** A setting for somebody of an age: each kind that takes them as often as published, and any one of a kind. */
export function drawPlacement(random: () => number, settings: readonly Placement[], age: number): Placement {
  const fitting = settings.filter(({ from, to }) => from <= age && age <= to);
  const kinds = Map.groupBy(fitting.length > 0 ? fitting : settings, ({ type }) => kindOf(type));
  const shares = [...kinds].map(([kind, of]) => ({ of, share: SHARES[kind]?.[1] ?? 0 }));
  let left = random() * shares.reduce((sum, { share }) => sum + share, 0);
  const drawn = shares.find(({ share }) => {
    left -= share;
    return left <= 0;
  });
  const of = drawn?.of ?? settings;
  const one = of[Math.floor(random() * of.length)];
  if (one === undefined) throw new Error('the demonstration has no settings');
  return one;
}

function kindOf(type: string): number {
  return SHARES.findIndex(([kind]) => kind.test(type));
}

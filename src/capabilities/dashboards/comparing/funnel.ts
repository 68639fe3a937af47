import { type Counted, type Interval, Z_95, Z_998 } from './interval.ts';

/* A funnel: how far from England a share may be by chance, for an area of that size. Areas differ by more than chance from many
   causes, so that limits for chance alone would call nearly all of them unusual. They are widened by how much areas really
   differ (D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24, 2005; the
   tenth furthest out at each end are drawn in first). */

export type Funnel = {
  /** England's share, in the unit it is said in. */
  centre: number;
  /** By how much more than chance areas differ: a variance, 1 where they do not. */
  spread: number;
  /** Between what a share of so many lies, but for one area in twenty, or one in five hundred. */
  limits: (denominator: number, which: '95' | '99.8') => Interval;
};

const FEWEST_AREAS = 20;
const DRAWN_IN = 0.1;

/**
 * The funnel of a measure from the areas' counts and England's, a share said out of so many. Null where England has no counts, or
 * where fewer than twenty areas have, since how much areas differ is then not known.
 */
export function funnelOf(
  areas: readonly Counted[],
  england: Counted | undefined,
  outOf = 100,
): Funnel | null {
  const centre = shareOf(england);
  const shares = areas.flatMap((one) => {
    const share = shareOf(one);
    return share === null || one.denominator === null ? [] : [{ share, of: one.denominator }];
  });
  if (centre === null || centre <= 0 || centre >= 1 || shares.length < FEWEST_AREAS) return null;
  const scores = shares.map(({ share, of }) => (share - centre) / errorOf(centre, of));
  const spread = Math.max(1, meanSquare(drawIn(scores)));
  return {
    centre: outOf * centre,
    spread,
    limits: (denominator, which) => {
      const half = (which === '95' ? Z_95 : Z_998) * Math.sqrt(spread) * errorOf(centre, denominator);
      return { low: Math.max(0, outOf * (centre - half)), high: Math.min(outOf, outOf * (centre + half)) };
    },
  };
}

function shareOf(counted: Counted | undefined): number | null {
  const { numerator, denominator } = counted ?? {};
  if (numerator == null || denominator == null || denominator <= 0) return null;
  return numerator < 0 || numerator > denominator ? null : numerator / denominator;
}

function errorOf(share: number, denominator: number): number {
  return Math.sqrt((share * (1 - share)) / denominator);
}

/** The furthest tenth at each end, set to the score where that tenth begins. */
function drawIn(scores: readonly number[]): number[] {
  const sorted = [...scores].sort((one, other) => one - other);
  const cut = Math.floor(sorted.length * DRAWN_IN);
  const low = sorted[cut] ?? 0;
  const high = sorted[sorted.length - 1 - cut] ?? 0;
  return scores.map((score) => Math.min(high, Math.max(low, score)));
}

function meanSquare(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score * score, 0) / scores.length;
}

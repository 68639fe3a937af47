/* What a measure is. The catalogue is data: one definition for the page, the download, the methodology and the live count. */

export const THEMES = [
  'experiences',
  'identification',
  'outcomes',
  'places',
  'alternative provision',
  'money',
] as const;
export type Theme = (typeof THEMES)[number];

/** `score` has no unit of its own; `pounds` is pounds a head. */
export type Unit = 'percent' | 'per thousand' | 'count' | 'score' | 'pounds';

/** Out of how many people a share is said; null for what is no share of people. */
export const OUT_OF: Readonly<Record<Unit, number | null>> = {
  ...{ percent: 100, 'per thousand': 1000 },
  ...{ count: null, score: null, pounds: null },
};

/** Whether more of it is better. `neither`: no rank is made of it, and no colour says good or bad. */
export type Polarity = 'higher' | 'lower' | 'neither';

/** Where a publisher's figure is: which of its rows, and which of their columns (all in small letters). */
export type Published = {
  source: SourceId;
  dataset: string;
  topic: string;
  breakdown: string;
  /** The column printed as the figure itself; null where it is only ever worked out from the two below. */
  value: string | null;
  numerator: string | null;
  /** Added together. Empty: there is none. */
  denominator: readonly string[];
  /** Breakdowns by which the publisher also gives it, as it names them. */
  by: readonly string[];
  /** Of a measure out of how many live there: the groups of a breakdown whose ages the population has too, added together. */
  ages?: { topic: string; counted: readonly string[] };
};

export type SourceId = 'ees-ehc-plans' | 'hmcts-appeals' | 'lait' | 'inclusion-dashboard';

/** A point from which figures are not to be compared with those before. */
export type Break = { from: number; why: string };

export type Measure = {
  /** Its address, which never changes. */
  id: string;
  name: string;
  /** What somebody wants to know, in their own words. */
  question: string;
  /** A sentence with `{}` where the figure goes, and `{when}` where the period does. */
  sentence: string;
  theme: Theme;
  /** One of many parts of another: shown after the rest. */
  detail: boolean;
  unit: Unit;
  polarity: Polarity;
  numerator: string;
  /** Null for a plain count or a score. */
  denominator: string | null;
  /** How long after its period it is published. */
  lag: string;
  caveat: string | null;
  breaks: readonly Break[];
  published: Published | null;
  /** What counts it from an authority's own record, by the same definition; null where nothing here can. */
  live: string | null;
};

/** The rule by which figures are held back, of every measure from a publisher: its own. */
export const PUBLISHERS_OWN = 'As the publisher publishes it: what it holds back is not shown here either.';
/** Of whatever is counted from an authority's own record. */
export const OUR_RULE =
  'Counts below the smallest shown are held back, and enough others that nobody can work them out.';

/** How it is worked out, in words. */
export function formulaOf({ numerator, denominator, unit }: Measure): string {
  if (denominator === null) return numerator;
  if (unit === 'percent') return `${numerator}, out of every hundred ${denominator}`;
  if (unit === 'per thousand') return `${numerator}, for every 1,000 ${denominator}`;
  return `${numerator}, for each of ${denominator}`;
}

/** What a measure is held back by. */
export function suppressionOf({ published, live }: Measure): string {
  if (live === null) return PUBLISHERS_OWN;
  return published === null ? OUR_RULE : `${PUBLISHERS_OWN} Live: ${OUR_RULE}`;
}

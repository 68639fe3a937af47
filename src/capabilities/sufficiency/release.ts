import { OLDEST } from './ages.ts';

/* What forecasts take from the Department's release "Education, health and care plans", as the statistics keep it. */

export type Measure = 'plans' | 'joined' | 'left';
export type Row = { authority: number; measure: Measure; year: number; age: number | null; count: number };

/** A published row, as the statistics have it. */
type Published = {
  area: string;
  year: number;
  topic: string;
  breakdown: string;
  value(indicator: string): number | null;
};

export type Table = {
  measure: Measure;
  /** The column that is counted. */
  count: string;
  /** Taken from it: who moves to another authority leaves this one and joins that. */
  less?: string;
  /** The topic of its rows by age. */
  byAge: string;
};

/** The tables of the release that hold what is read, by their names. */
export const TABLES: Readonly<Record<string, Table>> = {
  caseload: { measure: 'plans', count: 'ehcplans', byAge: 'child or young persons age' },
  newplans: { measure: 'joined', count: 'new_ehc_plans', byAge: 'age when plan started' },
  ceased_plans: { measure: 'left', count: 'total_ceased', less: 'transfer', byAge: 'age plan ceased' },
};

/**
 * What a row says of one authority, or null when it is of something else: a region, another breakdown, an age that is not
 * known, a figure that is not available.
 */
export function rowOf({ measure, count, less, byAge }: Table, row: Published): Row | null {
  if (!/^\d{3}$/.test(row.area)) return null;
  const counted = row.value(count);
  const taken = less === undefined ? 0 : row.value(less);
  if (counted === null || taken === null) return null;
  const about = { authority: Number(row.area), measure, year: row.year, count: Math.max(0, counted - taken) };
  if (row.topic === '') return { ...about, age: null };
  const age = row.topic === byAge ? ageOf(row.breakdown) : null;
  return age === null ? null : { ...about, age };
}

/** `age 7` is 7; `under 3` and `age 2 and under` are 2; `age 20 and over` is 20; `age unknown` is none. */
function ageOf(given: string): number | null {
  const [, under, age] = /^(under )?(?:age )?(\d{1,2})( and (under|over))?$/i.exec(given) ?? [];
  if (age === undefined) return null;
  const years = Number(age) - (under === undefined ? 0 : 1);
  return years <= OLDEST ? years : null;
}

import { OLDEST } from './ages.ts';

/* The layout of the Department's release "Education, health and care plans", reporting year 2025. Column names change between
   releases: this is the one place that knows them. */

export type Measure = 'plans' | 'joined' | 'left';
export type Row = { authority: number; measure: Measure; year: number; age: number | null; count: number };
/** What a row has in a column, by the column's name in small letters. */
export type Cell = (column: string) => string;

type File = {
  measure: Measure;
  /** The column that is counted. */
  count: string;
  /** Taken from it: who moves to another authority leaves this one and joins that. */
  less?: string;
  all: string;
  byAge: string;
  period: 'academic year' | 'calendar year';
};

/** The files of the release that hold what is read, by their names. */
export const FILES: Readonly<Record<string, File>> = {
  'caseload.csv': {
    measure: 'plans',
    count: 'ehcplans',
    all: 'all ehc plans',
    byAge: 'child or young persons age',
    period: 'academic year',
  },
  'newplans.csv': {
    measure: 'joined',
    count: 'new_ehc_plans',
    all: 'new ehc plans',
    byAge: 'age when plan started',
    period: 'calendar year',
  },
  'ceased_plans.csv': {
    measure: 'left',
    count: 'total_ceased',
    less: 'transfer',
    all: 'all ceased ehc plans',
    byAge: 'age plan ceased',
    period: 'calendar year',
  },
};

const COLUMNS = ['time_period', 'geographic_level', 'old_la_code', 'breakdown_topic', 'breakdown'];

/** The columns a file of the release lacks; none when it can be read. */
export function missingFrom({ count, less }: File, header: readonly string[]): string[] {
  return [...COLUMNS, count, ...(less === undefined ? [] : [less])].filter((one) => !header.includes(one));
}

/**
 * What a row says of one authority, or null when it is of something else: a region, another breakdown, an age that is not
 * known, a figure that is not available (`x`) or does not apply (`z`).
 */
export function rowOf(file: File, cell: Cell): Row | null {
  if (cell('geographic_level').toLowerCase() !== 'local authority') return null;
  const authority = whole(cell('old_la_code'));
  const year = yearOf(file, cell('time_period'));
  const counted = whole(cell(file.count));
  const less = file.less === undefined ? 0 : whole(cell(file.less));
  if (authority === null || year === null || counted === null || less === null) return null;
  const topic = cell('breakdown_topic').toLowerCase();
  const about = { authority, measure: file.measure, year, count: Math.max(0, counted - less) };
  if (topic === file.all) return { ...about, age: null };
  if (topic !== file.byAge) return null;
  const age = ageOf(cell('breakdown'));
  return age === null ? null : { ...about, age };
}

/** `202425` is counted in January 2025; `2024` is the calendar year. */
function yearOf({ period }: File, given: string): number | null {
  if (period === 'calendar year') return /^\d{4}$/.test(given) ? Number(given) : null;
  const [, from, to] = /^(\d{4})(\d{2})$/.exec(given) ?? [];
  if (from === undefined || (Number(from) + 1) % 100 !== Number(to)) return null;
  return Number(from) + 1;
}

/** `age 7` is 7; `under 3` and `age 2 and under` are 2; `age 20 and over` is 20; `Age unknown` is none. */
function ageOf(given: string): number | null {
  const [, under, age] = /^(under )?(?:age )?(\d{1,2})( and (under|over))?$/i.exec(given) ?? [];
  if (age === undefined) return null;
  const years = Number(age) - (under === undefined ? 0 : 1);
  return years <= OLDEST ? years : null;
}

function whole(given: string): number | null {
  return /^\d{1,8}$/.test(given) ? Number(given) : null;
}

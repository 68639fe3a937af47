import { type ByAge, eachAge, sumOf } from './ages.ts';
import type { Method } from './backtest.ts';
import { lastWithAges, type Rates, ratesOf, survive } from './cohort.ts';
import { STRAYS } from './evidence.ts';
import { type History, lastCounted } from './history.ts';
import { TREND_METHODS, trend } from './methods.ts';
import { countPlaces, type Filters, placesAdded, type SettingPlaces, type WhatIf } from './places.ts';
import { type Range, simulate } from './simulate.ts';
import { type Alike, agesOf, inSpecialSchool, sharesOf, weighed } from './today.ts';

export const AHEAD = 10;

/** What a forecast starts from: the last January that was counted by age, or the children on the authority's own record. */
export const STARTS = ['published', 'record'] as const;
export type Start = (typeof STARTS)[number];

/** All that a forecast of an authority is made from. */
export type Sources = {
  authorityId: number;
  history: History;
  national: History;
  today: readonly Alike[];
  places: readonly SettingPlaces[];
  /** The January that the record of today stands for: the nearest. */
  january: number;
};
export type Asked = { method: Method; start: Start; filters: Filters; whatIf: WhatIf | null };

/** One January of a forecast. */
export type Ahead = {
  year: number;
  children: number;
  /** Where eight in ten simulated futures lie; null for a method that looks at totals. */
  range: Range | null;
  /** Of them, in special schools of any kind, and the places there are in the authority's own. */
  special: number;
  specialRange: Range | null;
  places: number;
  /** What the school or unit that might be opened adds. */
  added: number;
};
export type Forecast = {
  /** The January it starts from, and how many there were then. */
  from: number;
  base: number;
  years: readonly Ahead[];
  /** What was counted until then, where nothing narrows it. */
  counted: readonly { year: number; children: number }[];
};

/** Why there is no forecast. */
export type Missing = 'no counts' | 'no ages' | 'too few years';
export type Made = { ok: true; forecast: Forecast } | { ok: false; missing: Missing };

type Januaries = {
  from: number;
  base: ByAge;
  ages: ByAge[];
  simulated: { base: ByAge; rates: Rates } | null;
};

/**
 * Ten Januaries of the children asked for, and of special school places beside those who would be in one. What each phase's
 * children need, where they live and what their plans name is taken to stay as today. Missing where the counts do not allow it.
 */
export function forecast(sources: Sources, asked: Asked): Made {
  const made = asked.method === 'by age' ? byAge(sources, asked.start) : byTotal(sources, asked.method);
  if (typeof made === 'string') return { ok: false, missing: made };
  const { filters, whatIf } = asked;
  const shares = sharesOf(sources.today, filters);
  const special = sharesOf(sources.today, filters, inSpecialSchool);
  const count = (of: ByAge) => (ages: ByAge) => weighed(ages, of);
  const [ranges, specialRanges] =
    made.simulated === null
      ? [[], []]
      : simulate(made.simulated, AHEAD, STRAYS, {
          counts: [count(shares), count(special)],
          seed: sources.authorityId,
        });
  const schools = sources.places.filter(({ kind }) => kind === 'special school');
  const places = countPlaces(schools, filters);
  return {
    ok: true,
    forecast: {
      from: made.from,
      base: weighed(made.base, shares),
      years: made.ages.map((ages, place) => ({
        year: made.from + place + 1,
        children: weighed(ages, shares),
        range: ranges?.[place] ?? null,
        special: weighed(ages, special),
        specialRange: specialRanges?.[place] ?? null,
        places,
        added: placesAdded(whatIf, filters, made.from + place + 1),
      })),
      counted: isNarrowed(filters) ? [] : countedUntil(sources.history, made.from),
    },
  };
}

function isNarrowed({ phase, need, area }: Filters): boolean {
  return phase !== null || need !== null || area !== null;
}

function countedUntil({ plans }: History, from: number): { year: number; children: number }[] {
  return plans.filter(({ year }) => year < from).map(({ year, total }) => ({ year, children: total }));
}

function byAge({ history, national, today, january }: Sources, start: Start): Januaries | Missing {
  const rates = ratesOf(history, national);
  const last = lastWithAges(history);
  if (rates === null) return history.plans.length === 0 ? 'no counts' : 'no ages';
  const base = start === 'record' ? agesOf(today) : last?.ages;
  const from = start === 'record' ? january : last?.year;
  if (base === undefined || from === undefined) return 'no ages';
  return { from, base, ages: survive(base, rates, AHEAD), simulated: { base, rates } };
}

/** A total for each year, its ages as cohort survival has them, or as they are today. */
function byTotal(sources: Sources, method: Exclude<Method, 'by age'>): Januaries | Missing {
  const last = lastCounted(sources.history.plans);
  if (last === null) return 'no counts';
  const totals = trend(method, sources.history.plans, AHEAD);
  if (totals === null) return 'too few years';
  const rates = ratesOf(sources.history, sources.national);
  const now = last.ages ?? agesOf(sources.today);
  if (sumOf(now) === 0) return 'no ages';
  const patterns = rates === null ? null : survive(now, rates, AHEAD);
  const ages = totals.map((total, place) => scaledTo(total, patterns?.[place] ?? now));
  return { from: last.year, base: scaledTo(last.total, now), ages, simulated: null };
}

function scaledTo(total: number, pattern: ByAge): ByAge {
  const sum = sumOf(pattern);
  return eachAge((age) => (sum === 0 ? 0 : ((pattern[age] ?? 0) * total) / sum));
}

/** What each method comes to without anything that narrows it, one, three and ten years on; null where it cannot be made. */
export function compare(sources: Sources): { method: Method; years: (number | null)[] }[] {
  const methods: readonly Method[] = ['by age', ...TREND_METHODS];
  return methods.map((method) => {
    const totals = method === 'by age' ? totalsByAge(sources) : trend(method, sources.history.plans, AHEAD);
    return { method, years: [1, 3, AHEAD].map((ahead) => totals?.[ahead - 1] ?? null) };
  });
}

function totalsByAge(sources: Sources): number[] | null {
  const made = byAge(sources, 'published');
  return typeof made === 'string' ? null : made.ages.map(sumOf);
}

import { sumOf } from './ages.ts';
import { lastWithAges, ratesOf, survive } from './cohort.ts';
import { type History, knownIn } from './history.ts';
import { TREND_METHODS, type TrendMethod, trend } from './methods.ts';
import { type Strays, simulate } from './simulate.ts';

export const METHODS = ['by age', ...TREND_METHODS] as const;
export type Method = (typeof METHODS)[number];

/** A forecast made from what was known in a January, beside what was counted so many years later. */
export type Tried = { forecast: number; counted: number };
/** How far off forecasts were on average, in percent of what was counted, over how many of them. */
export type Error = { percent: number; forecasts: number };

/** All authorities of a release: each one's history, and all of them added together. */
export type Published = { authorities: ReadonlyMap<number, History>; national: History };

/** The mean of how far each forecast was off, in percent; null where there are none. What came to nought is left out. */
export function errorOf(tried: readonly Tried[]): Error | null {
  const off = tried.flatMap(({ forecast, counted }) =>
    counted > 0 ? [(100 * Math.abs(forecast - counted)) / counted] : [],
  );
  return off.length === 0 ? null : { percent: sumOf(off) / off.length, forecasts: off.length };
}

/** One method tried on totals: for every authority, from every January that has the one so many years later. */
export function tryTrend(
  method: TrendMethod,
  { authorities }: Published,
  years: number,
  from: readonly number[],
): Tried[] {
  return [...authorities.values()].flatMap((history) =>
    from.flatMap((january) => {
      const counted = history.plans.find(({ year }) => year === january + years);
      const known = knownIn(history, january).plans;
      if (counted === undefined || known.at(-1)?.year !== january) return [];
      const forecast = trend(method, known, years)?.at(-1);
      return forecast === undefined ? [] : [{ forecast, counted: counted.total }];
    }),
  );
}

/** An authority's next January by age, from what was known in one; null where no count by age was known. */
function nextByAge(own: History, national: History, january: number) {
  const known = knownIn(own, january);
  const base = lastWithAges(known);
  const rates = ratesOf(known, knownIn(national, january));
  return base?.year !== january || rates === null ? null : { base: base.ages, rates };
}

/**
 * Every method tried for one year from one January, on the same authorities: those that all five can be tried on. The
 * national pattern is what was known that January too.
 */
export function tryAll({ authorities, national }: Published, january: number): ReadonlyMap<Method, Tried[]> {
  const tried = new Map<Method, Tried[]>(METHODS.map((method) => [method, []]));
  for (const history of authorities.values()) {
    const counted = history.plans.find(({ year }) => year === january + 1)?.total;
    const start = nextByAge(history, national, january);
    const trends = TREND_METHODS.map((method) => trend(method, knownIn(history, january).plans, 1)?.[0]);
    if (counted === undefined || start === null || trends.includes(undefined)) continue;
    const byAge = sumOf(survive(start.base, start.rates, 1).at(0) ?? []);
    for (const [place, forecast] of [byAge, ...trends].entries()) {
      const method = METHODS[place];
      if (method !== undefined && forecast !== undefined) tried.get(method)?.push({ forecast, counted });
    }
  }
  return tried;
}

/** Of how many authorities the next January's count lay within the range forecast for eight in ten, and of how many it was tried. */
export function tryRanges({ authorities, national }: Published, january: number, strays: Strays) {
  let within = 0;
  let tried = 0;
  for (const [code, history] of authorities) {
    const counted = history.plans.find(({ year }) => year === january + 1)?.total;
    const start = nextByAge(history, national, january);
    if (counted === undefined || start === null) continue;
    const [[range] = []] = simulate(start, 1, strays, { counts: [sumOf], seed: code });
    tried += 1;
    if (range !== undefined && counted >= range.low && counted <= range.high) within += 1;
  }
  return { within, tried };
}

/** How far the number who joined strayed from the year before's: nationally, and each authority's from what was national. */
export function strayed({ authorities, national }: Published, until: number): Strays {
  const changes = ({ joined }: History) =>
    new Map(
      joined.flatMap(({ year, total }) => {
        const before = joined.find((one) => one.year === year - 1);
        const usable = year < until && before !== undefined && before.total > 0 && total > 0;
        return usable ? [[year, Math.log(total / before.total)] as const] : [];
      }),
    );
  const all = changes(national);
  const own = [...authorities.values()].flatMap((history) =>
    [...changes(history)].flatMap(([year, change]) => {
      const there = all.get(year);
      return there === undefined ? [] : [change - there];
    }),
  );
  const meanSquare = (values: readonly number[]) =>
    values.length === 0 ? 0 : sumOf(values.map((value) => value ** 2)) / values.length;
  // A change is between two years, each of which strays by itself.
  return { walk: Math.sqrt(meanSquare([...all.values()])), once: Math.sqrt(meanSquare(own) / 2) };
}

import { sumOf } from '../src/capabilities/sufficiency/ages.ts';
import {
  errorOf,
  type Published,
  strayed,
  tryAll,
  tryRanges,
  tryTrend,
} from '../src/capabilities/sufficiency/backtest.ts';
import { lastWithAges, ratesOf } from '../src/capabilities/sufficiency/cohort.ts';
import {
  defaultMethod,
  FROM_FOR_ONE_YEAR,
  FROM_FOR_THREE_YEARS,
  ONE_STEP,
  ONE_STEP_FROM,
  ONE_YEAR,
  STRAYS,
  THREE_YEARS,
} from '../src/capabilities/sufficiency/evidence.ts';
import { TREND_METHODS } from '../src/capabilities/sufficiency/methods.ts';
import { historiesOf, historyOf } from '../src/capabilities/sufficiency/published.ts';
import { simulate } from '../src/capabilities/sufficiency/simulate.ts';
import { sharedData } from '../test/support/shared-data.ts';
import { plansIn } from '../test/support/statistics-tables.ts';
import { type Measured, spread } from './support/table.ts';

/* How far off forecasts of plans would have been, for every authority, and whether the figures the page says are those. */

const AHEAD = 10;
const TIMES = 50;

/** Prints how far off each method was; measures the forecast of an authority with its ranges. Nothing without the release. */
export async function sufficiency(): Promise<Measured[]> {
  const file = sharedData('ees/education-health-and-care-plans_2025.zip');
  if (file === null) return [];
  const rows = await plansIn(file);
  const published = { authorities: historiesOf(rows), national: historyOf(rows) };
  const wrong = sayErrors(published);
  const ranges = tryRanges(published, ONE_STEP_FROM, strayed(published, ONE_STEP_FROM));
  say(`within the range for eight in ten: ${ranges.within} of ${ranges.tried} authorities`);
  return [measured(published, wrong)];
}

function sayErrors(published: Published): number {
  let wrong = 0;
  const tell = (what: string, tried: Parameters<typeof errorOf>[0], said: number) => {
    const error = errorOf(tried);
    const percent = error?.percent.toFixed(2) ?? 'none';
    const differs = Number(percent) !== said;
    wrong += Number(differs);
    say(`  ${what.padEnd(18)}${percent.padStart(6)}%${differs ? `  the page says ${said}%` : ''}`);
  };
  say(
    `one year from January ${ONE_STEP_FROM}, ${ONE_STEP.forecasts} authorities; least far off is the default`,
  );
  for (const [method, tried] of tryAll(published, ONE_STEP_FROM)) {
    tell(method === defaultMethod() ? `${method} *` : method, tried, ONE_STEP.percent[method]);
  }
  const totals = [
    { years: 1, from: FROM_FOR_ONE_YEAR, said: ONE_YEAR },
    { years: 3, from: FROM_FOR_THREE_YEARS, said: THREE_YEARS },
  ];
  for (const { years, from, said } of totals) {
    say(
      `totals ${years} ahead from each January of ${from[0]} to ${from.at(-1)}, ${said.forecasts} forecasts`,
    );
    for (const method of TREND_METHODS)
      tell(method, tryTrend(method, published, years, from), said.percent[method]);
  }
  return wrong;
}

function measured({ authorities, national }: Published, wrong: number): Measured {
  const times = [...authorities].slice(0, TIMES).map(([code, history]) => {
    const started = performance.now();
    const base = lastWithAges(history)?.ages ?? [];
    const rates = ratesOf(history, national);
    if (rates !== null) simulate({ base, rates }, AHEAD, STRAYS, { counts: [sumOf], seed: code });
    return performance.now() - started;
  });
  return { what: 'ten years of an authority’s plans, with ranges', ...spread(times), beside: '', wrong };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

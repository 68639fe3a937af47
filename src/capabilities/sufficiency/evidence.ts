import { METHODS, type Method } from './backtest.ts';
import type { TrendMethod } from './methods.ts';
import type { Strays } from './simulate.ts';

/*
 * How far off each method was, for every authority in England, from `npm run bench sufficiency`, which works all of it out
 * again from the release and says where it comes to something else.
 */

type Percents<M extends Method> = { percent: Readonly<Record<M, number>>; forecasts: number };

/** One year from January 2024: the only step every method can be tried on, since ages were first published for that January. */
export const ONE_STEP: Percents<Method> = {
  percent: {
    'by age': 5.02,
    'mean change': 5.56,
    'last change': 6,
    'weighted change': 5.39,
    'straight line': 7.43,
  },
  forecasts: 149,
};

/** One year from each January of 2020 to 2024, and three years from each of 2020 to 2022: totals alone. */
export const ONE_YEAR: Percents<TrendMethod> = {
  percent: { 'mean change': 4.62, 'last change': 4.9, 'weighted change': 4.54, 'straight line': 5.02 },
  forecasts: 751,
};
export const THREE_YEARS: Percents<TrendMethod> = {
  percent: { 'mean change': 12.22, 'last change': 12.32, 'weighted change': 11.97, 'straight line': 10.51 },
  forecasts: 446,
};

/** The Januaries that forecasts were made from. */
export const FROM_FOR_ONE_YEAR = [2020, 2021, 2022, 2023, 2024];
export const FROM_FOR_THREE_YEARS = [2020, 2021, 2022];
export const ONE_STEP_FROM = 2024;

/** Of how many authorities January 2025 lay within the range for eight in ten, forecast from what was known in January 2024. */
export const WITHIN = { within: 105, tried: 151 };

/** How the number of new plans strayed from year to year, 2019 to 2024: nationally, and each authority's besides. */
export const STRAYS: Strays = { walk: 0.139, once: 0.208 };

/** The method that was least far off where all were tried: what the page opens with. */
export function defaultMethod(percent: Readonly<Record<Method, number>> = ONE_STEP.percent): Method {
  return METHODS.reduce((best, method) => (percent[method] < percent[best] ? method : best));
}

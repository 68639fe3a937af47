import { sayNumber } from '../../../shared/words.ts';
import { NEED_ITEMS, NEED_WORDS, needOf } from '../../children/index.ts';
import type { Method } from '../backtest.ts';
import { TREND_WORDS } from '../method-words.ts';
import { PHASES } from '../phases.ts';
import type { Filters } from '../places.ts';
import type { Way } from '../schema.ts';

/** Each method's name. */
export function methodName(method: Method): string {
  return method === 'by age' ? 'By age (cohort survival)' : TREND_WORDS[method].name;
}

/** What each way is, as the form offers it. */
export const WAY_WORDS = {
  'by-age': 'By age, from the last January counted',
  'from-record': 'By age, from today’s record',
  'mean-change': `Totals: ${TREND_WORDS['mean change'].name.toLowerCase()}`,
  'last-change': `Totals: ${TREND_WORDS['last change'].name.toLowerCase()}`,
  'weighted-change': `Totals: ${TREND_WORDS['weighted change'].name.toLowerCase()}`,
  'straight-line': `Totals: ${TREND_WORDS['straight line'].name.toLowerCase()}`,
} as const satisfies Readonly<Record<Way, string>>;

/** A need's name, by its code. */
export function needName(code: string | null): string {
  const need = needOf(code);
  return need === null ? 'Not recorded' : NEED_WORDS[need];
}

/** Needs to choose from, by name. */
export const NEEDS_TO_CHOOSE = [...NEED_ITEMS].sort((one, other) =>
  one.text.localeCompare(other.text, 'en-GB'),
);

/** Whole, with commas. */
export function say(count: number): string {
  return sayNumber(Math.round(count));
}

/** What children are narrowed to, after the words "children": empty for all. */
export function sayFilters({ phase, need, area }: Filters): string {
  return [
    ...(phase === null ? [] : [PHASES[phase].name.toLowerCase()]),
    ...(need === null ? [] : [needName(need).toLowerCase()]),
    ...(area === null ? [] : [`in ${area}`]),
  ].join(', ');
}

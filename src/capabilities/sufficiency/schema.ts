import { z } from 'zod';
import { sayNumber } from '../../shared/words.ts';
import { NEEDS } from '../children/index.ts';
import { defaultMethod } from './evidence.ts';
import type { Asked } from './forecast.ts';
import { PHASE_NAMES, type Phase } from './phases.ts';
import { PLACE_KINDS, type WhatIf } from './places.ts';

/** What a forecast can be made from: a method and where it starts, as the address says them. */
export const WAYS = {
  'by-age': { method: 'by age', start: 'published' },
  'from-record': { method: 'by age', start: 'record' },
  'mean-change': { method: 'mean change', start: 'published' },
  'last-change': { method: 'last change', start: 'published' },
  'weighted-change': { method: 'weighted change', start: 'published' },
  'straight-line': { method: 'straight line', start: 'published' },
} as const satisfies Readonly<Record<string, Pick<Asked, 'method' | 'start'>>>;
export type Way = keyof typeof WAYS;
const WAY_NAMES = Object.keys(WAYS);
const isWay = (way: string): way is Way => WAY_NAMES.includes(way);

/** The way the page opens with: by the method that was least far off. */
export function defaultWay(): Way {
  const name = defaultMethod().replaceAll(' ', '-');
  return isWay(name) ? name : 'by-age';
}

const MOST_PLACES = 2000;
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((given) => (given === '' ? undefined : given), schema.optional());

// What is not one of the choices is as if nothing had been chosen: an old or mistyped address still shows the page.
const chosen = <T extends string>(choices: readonly T[]) =>
  z
    .string()
    .transform((given) => choices.find((one) => one === given) ?? null)
    .default(null)
    .catch(null);

const narrowing = {
  way: z
    .string()
    .transform((given) => (isWay(given) ? given : defaultWay()))
    .catch(defaultWay()),
  phase: chosen<Phase>(PHASE_NAMES),
  need: chosen(NEEDS),
  area: z
    .string()
    .regex(/^[A-Z]{1,2}\d[A-Z\d]?$/)
    .nullable()
    .default(null)
    .catch(null),
};

const whole = (words: string, least: number, most: number) =>
  z.coerce.number({ error: words }).int(words).min(least, words).max(most, words);

/** What is asked of a forecast, by the page's own address. Only the school or unit that might be opened is refused. */
export const askedSchema = z.object({
  ...narrowing,
  places: optional(
    whole(`Enter a whole number of places from 1 to ${sayNumber(MOST_PLACES)}`, 1, MOST_PLACES),
  ),
  from: optional(whole('Enter the year it opens, like 2028', 2000, 2100)),
  kind: chosen(PLACE_KINDS),
  newPhase: chosen<Phase>(PHASE_NAMES),
  newNeed: chosen(NEEDS),
});
export type AskedForm = z.infer<typeof askedSchema>;

/** The school or unit that might be opened; null where none is asked about. */
export function whatIfIn({ places, from, kind, newPhase, newNeed }: AskedForm, today: number): WhatIf | null {
  if (places === undefined) return null;
  return { kind: kind ?? 'special school', places, from: from ?? today + 1, phase: newPhase, need: newNeed };
}

/** What an address asks of a forecast. */
export function askedIn(form: AskedForm, year: number): Asked {
  const { phase, need, area } = form;
  return { ...WAYS[form.way], filters: { phase, need, area }, whatIf: whatIfIn(form, year) };
}

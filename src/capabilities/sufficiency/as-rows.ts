import type { Ahead, Forecast } from './forecast.ts';
import { PHASES, phaseOf } from './phases.ts';
import type { SettingPlaces } from './places.ts';
import type { Alike } from './today.ts';

/* The same figures as the pages', as rows of a file. */

type Cell = string | number | null;

export const FORECAST_HEAD = [
  'january',
  'children',
  'children low',
  'children high',
  'in special schools',
  'in special schools low',
  'in special schools high',
  'special school places',
  'places that might be added',
  'short of places',
];

export function forecastRows({ years }: Forecast): Cell[][] {
  const whole = (value: number | undefined) => (value === undefined ? null : Math.round(value));
  return years.map((one) => [
    ...[one.year, Math.round(one.children), whole(one.range?.low), whole(one.range?.high)],
    ...[Math.round(one.special), whole(one.specialRange?.low), whole(one.specialRange?.high)],
    ...[Math.round(one.places), Math.round(one.added), shortOf(one)],
  ]);
}

/** How many children more than places there would be; fewer, below nought. */
export function shortOf({ special, places, added }: Ahead): number {
  return Math.round(special) - Math.round(places + added);
}

export const TODAY_HEAD = ['phase', 'age on 31 August', 'primary need', 'area', 'placed in', 'children'];

export function todayRows(today: readonly Alike[]): Cell[][] {
  return today
    .map(({ age, need, area, placed, children }): Cell[] => [
      PHASES[phaseOf(age)].name,
      age,
      ...[need, area, placed, children],
    ])
    .sort((one, other) => Number(one[1]) - Number(other[1]));
}

export const PLACES_HEAD = ['setting', 'kind', 'area', 'needs', 'places', 'counted', 'where from', 'said on'];

export function placesRows(places: readonly SettingPlaces[]): Cell[][] {
  return places.map(({ name, kind, area, needs, lines, independent, saidOn }) => [
    ...[name, kind, area, needs.join(' '), sumOfLines(lines)],
    ...[independent ? 'no' : 'yes', saidOn === null ? 'register' : 'the setting', saidOn],
  ]);
}

/** All places of one kind at a setting; null where nobody gives them. */
export function sumOfLines(lines: SettingPlaces['lines']): number | null {
  return lines === null ? null : lines.reduce((sum, { places }) => sum + places, 0);
}

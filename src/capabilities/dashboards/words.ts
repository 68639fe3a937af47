import { sayDate } from '../../shared/plain-date.ts';
import { sayNumber } from '../../shared/words.ts';
import type { Release } from './figures/held-store.ts';
import { type PeriodKind, type Point, sayPeriod } from './figures/series.ts';
import type { Measure, Unit } from './measures/measure.ts';

/* Figures in words: how pages, Easy Read and papers say them alike. */

/** `46.4%`, `638,745`, `-0.45`, `£128.89`. To as many places as it is published with. */
export function sayValue(value: number, unit: Unit, published = true): string {
  switch (unit) {
    case 'percent':
      return `${sayNumber(value, Math.abs(value) < 0.1 && value !== 0 ? 2 : 1)}%`;
    case 'per thousand':
      return sayNumber(value, 1);
    case 'count':
      return sayNumber(Math.round(value));
    case 'pounds':
      return `£${sayNumber(value, 2)}`;
    case 'score':
      return sayNumber(value, published ? placesOf(value) : 1);
  }
}

function placesOf(value: number): number {
  return Number(value.toFixed(1)) === Number(value.toFixed(2)) ? 1 : 2;
}

/** Why there is no figure, in words. */
export function sayMark(mark: string | null): string {
  switch (mark) {
    case 'z':
      return 'does not apply';
    case 'c':
      return 'held back: too few';
    case null:
      return 'no figure';
    default:
      return 'not available';
  }
}

export function sayPoint(point: Point | undefined, unit: Unit): string {
  if (point === undefined) return 'no figure';
  return point.value === null ? sayMark(point.mark) : sayValue(point.value, unit);
}

/** The measure's sentence about one point, for somebody who wants to know and not to count. */
export function sentenceOf(measure: Measure, point: Point, kind: PeriodKind): string {
  const value = point.value === null ? '' : sayValue(point.value, measure.unit);
  const said = measure.sentence
    .replace('{}', value)
    .replace('{when}', sayPeriod(kind, point.year))
    .replace(/\b1 times\b/, 'once');
  // Of counts, not of money: a balance may well be less than nothing.
  const share = measure.unit === 'percent' && measure.published?.numerator != null;
  const cannotBe = share && point.value !== null && (point.value < 0 || point.value > 100);
  const printed = cannotBe ? ' That is as it was published, though it cannot be so.' : '';
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${printed}`;
}

/** How many of ten a share comes to, for a picture of ten. Null for what is no share. */
export function inTen({ unit }: Pick<Measure, 'unit'>, value: number | null): number | null {
  if (unit !== 'percent' || value === null || value < 0 || value > 100) return null;
  return Math.round(value / 10);
}

/** `About 5 in 10`; `Fewer than 1 in 10` and `Nearly all`, where rounding would say none and all. */
export function sayInTen(value: number): string {
  const filled = Math.round(value / 10);
  if (value === 0) return 'None of 10';
  if (value === 100) return 'All 10 of 10';
  if (filled === 0) return 'Fewer than 1 in 10';
  return filled === 10 ? 'Nearly all of 10' : `About ${filled} in 10`;
}

/** Which release figures are from: its title, which revision of it, and the day it was published, where somebody said so. */
export function sayRelease({ title, revision, publishedOn }: Release): string {
  const again = revision === 1 ? '' : `, revision ${revision}`;
  return `${title}${again}${publishedOn === null ? '' : `, published on ${sayDate(publishedOn)}`}`;
}

/** The releases on one line, each with its publisher. */
export function sayReleases(releases: readonly Release[]): string {
  return releases.map((release) => `${release.publisher}, ${sayRelease(release)}`).join('; ');
}

import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';

/*
 * What an authority sets of the criteria itself: what no source gives, in versions of its own. The legal category, and what is on
 * a list at all, are no part of it.
 */

export const FARTHEST_MILES = 60;

/** The four distances in miles by which a list tells settings apart, nearest first. */
export type Bands = readonly [number, number, number, number];

/** The service's own, where an authority has set none. */
export const BANDS: Bands = [2, 5, 10, 20];
export const USUAL_MILES = 20;

export type OwnCriteria = {
  number: number;
  /** The version of the service's criteria it was saved over. */
  base: string;
  bands: Bands;
  usualMiles: number;
  why: string;
  from: PlainDate;
  by: string;
};

export type OwnForm = {
  bands: readonly (number | null)[];
  usualMiles: number | null;
  why: string;
  /** The number of the version whoever saves has before them; 0 for none. */
  seen: number;
};

export const bandField = (place: number): string => `band-${place + 1}`;

/**
 * The next version of what an authority sets. Refuses distances that are no whole miles from 1 to 60, or not each further than
 * the one before; a version that says nothing else than the last; one over another than was read; and one without a reason, which
 * anyone may read.
 */
export function nextOwn(
  form: OwnForm,
  last: Pick<OwnCriteria, 'number' | 'bands' | 'usualMiles'> | null,
): Result<Pick<OwnCriteria, 'number' | 'bands' | 'usualMiles' | 'why'>> {
  const number = last?.number ?? 0;
  if (form.seen !== number)
    return refused(
      'band-1',
      'Somebody has saved another version since you opened this page. Read it, then save yours',
    );
  const read = readBands(form.bands);
  if (!read.ok) return read;
  const { usualMiles, why } = form;
  if (!isMiles(usualMiles))
    return refused('usualMiles', `Enter how far a list looks in whole miles, from 1 to ${FARTHEST_MILES}`);
  const before = last ?? { bands: BANDS, usualMiles: USUAL_MILES };
  if (before.usualMiles === usualMiles && before.bands.every((one, place) => one === read.value[place]))
    return refused('band-1', 'This is what holds already. Change it, or go back');
  if (why === '') return refused('why', 'Enter why it is set so. Anyone may read it');
  return accepted({ number: number + 1, bands: read.value, usualMiles, why });
}

function readBands([first, second, third, fourth]: OwnForm['bands']): Result<Bands> {
  const bands = [first, second, third, fourth].map((one) => one ?? null);
  const wrong = bands.findIndex((one, place) => !isMiles(one) || one <= (bands[place - 1] ?? 0));
  if (wrong >= 0) {
    const before = bands[wrong - 1];
    const than = isMiles(before) && isMiles(bands[wrong]) ? `, more than ${before}` : '';
    return refused(bandField(wrong), `Enter whole miles from 1 to ${FARTHEST_MILES}${than}`);
  }
  const [a = 0, b = 0, c = 0, d = 0] = bands.map((one) => one ?? 0);
  return accepted([a, b, c, d]);
}

function isMiles(one: number | null | undefined): one is number {
  return one !== null && one !== undefined && Number.isInteger(one) && one >= 1 && one <= FARTHEST_MILES;
}

/** How a list names the version it was made by: the service's, and the authority's own where it has one. */
export function versionOf(base: string, own: number | null): string {
  return own === null ? base : `${base}.${own}`;
}

/** The distances in a sentence. */
export function sayBands(bands: Bands): string {
  const [a, b, c, d] = bands;
  return `up to ${a}, ${b}, ${c} and ${d} miles, and further`;
}

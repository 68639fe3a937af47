import { NEED_TYPES } from '../setting.ts';
import { readBand } from './bands.ts';
import type { Holds, PlacesLine } from './declared.ts';
import { codeOf, MOST_LINES, MOST_PLACES } from './lists.ts';
import { type Read, type Typed, wholeNumber, wrong } from './typed.ts';

/** Reads each line that has anything in it; an empty one is no line. */
export function readPlaces(typed: Typed): Read<Holds['places']> {
  const errors: Record<string, string> = {};
  const lines: PlacesLine[] = [];
  const said = new Map<string, number>();
  for (let number = 1; number <= MOST_LINES; number += 1) {
    const values = ['band', 'places', 'free'].map((name) => typed[`${name}-${number}`] ?? '');
    const needed = typed[`need-${number}`] ?? '';
    if (needed === '' && values.every((value) => value === '')) continue;
    const line = readLine(typed, number, errors);
    if (line === null) continue;
    const key = JSON.stringify([line.need, line.band, line.from, line.to]);
    const same = said.get(key);
    if (same !== undefined)
      errors[`band-${number}`] =
        `Line ${number} is for the same need and years as line ${same}. Put them together`;
    said.set(key, number);
    lines.push(line);
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return lines.length === 0
    ? wrong('band-1', 'Enter a line of places: with 0 free, if none are')
    : { ok: true, value: { lines } };
}

function readLine(typed: Typed, number: number, errors: Record<string, string>): PlacesLine | null {
  const asked = typed[`need-${number}`] ?? '';
  const need = asked === 'any' ? null : NEED_TYPES.find((one) => codeOf(one) === asked);
  if (need === undefined) errors[`need-${number}`] = `Select the need of line ${number}`;
  const band = readBand(typed[`band-${number}`] ?? '');
  if (band === null)
    errors[`band-${number}`] =
      `Enter the years of line ${number} like “years 7 to 9” or “reception”, or its ages like “ages 16 to 19”`;
  const of = (what: string) => ({ most: MOST_PLACES, what: `${what} of line ${number}` });
  const places = wholeNumber(typed, `places-${number}`, of('the places'), errors);
  const vacancies = wholeNumber(typed, `free-${number}`, of('the free places'), errors);
  if (need === undefined || band === null || places === null || vacancies === null) return null;
  if (vacancies > places) {
    errors[`free-${number}`] = `Line ${number} has more places free than places: check both`;
    return null;
  }
  return { need, ...band, places, vacancies };
}

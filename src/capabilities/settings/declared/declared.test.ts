import { expect, test } from 'vitest';
import { lintContent } from '../../../design-system/easy-read/lint.ts';
import { addDays, plainDate } from '../../../shared/plain-date.ts';
import { agesOfLine, freshnessOf, PARTS, type PlacesLine } from './declared.ts';
import { saysInEasyRead } from './pages/easy-read/says.ts';
import { sayBand, sayNeed, sayPart, sayPlaces } from './words.ts';

const shelves = { places: { ageing: 30, stale: 90 }, rest: { ageing: 365, stale: 730 } };
const said = plainDate('2025-01-10');
const line: PlacesLine = { need: null, band: 'year', from: 7, to: 9, places: 12, vacancies: 1 };

test('places are fresh to the last day of the first period, ageing to the last of the second, then stale', () => {
  const after = (days: number) => freshnessOf('places', said, addDays(said, days), shelves);
  expect([0, 30, 31, 90, 91].map(after)).toEqual(['fresh', 'fresh', 'ageing', 'ageing', 'stale']);
});

test('the rest of what a setting says keeps for longer than its places', () => {
  const later = addDays(said, 91);
  expect(freshnessOf('places', said, later, shelves)).toBe('stale');
  expect(freshnessOf('designation', said, later, shelves)).toBe('fresh');
  expect(freshnessOf('contact', said, addDays(said, 731), shelves)).toBe('stale');
});

test('a year group is for children of one age when it begins: reception for those who are four', () => {
  const years = (from: number, to = from) => agesOfLine({ ...line, from, to });
  expect(years(0)).toEqual({ from: 4, to: 4 });
  expect(years(-1)).toEqual({ from: 3, to: 3 });
  expect(years(7, 11)).toEqual({ from: 11, to: 15 });
  expect(agesOfLine({ ...line, band: 'age', from: 16, to: 25 })).toEqual({ from: 16, to: 25 });
});

test('years and ages are said as schools say them', () => {
  const bands: [PlacesLine['band'], number, number][] = [
    ['year', 7, 9],
    ['year', 4, 4],
    ['year', 0, 0],
    ['year', -1, 2],
    ['age', 16, 25],
    ['age', 3, 3],
  ];
  expect(bands.map(([band, from, to]) => sayBand({ ...line, band, from, to }))).toEqual([
    'years 7 to 9',
    'year 4',
    'reception',
    'nursery 2 to year 2',
    'ages 16 to 25',
    'age 3',
  ]);
});

test('a line of places says the need in words, and both numbers', () => {
  expect(sayNeed('ASD - Autistic Spectrum Disorder')).toBe('Autistic Spectrum Disorder');
  expect(sayPlaces({ ...line, need: 'HI - Hearing Impairment', places: 1, vacancies: 0 })).toBe(
    'Hearing Impairment, years 7 to 9: 1 place, 0 free',
  );
});

test('a part of which nothing is so says that, and is never blank', () => {
  expect(sayPart('designation', { needs: [] })).toEqual(['None in particular']);
  expect(sayPart('units', { unit: 0, resourced: 8 })).toEqual([
    'No SEN unit',
    'Resourced provision: 8 places',
  ]);
  expect(sayPart('therapies', { has: [], words: null })).toEqual(['None']);
});

test('every part is said in Easy Read as its rules ask, old or new', () => {
  const shown = { lines: ['Autistic Spectrum Disorder'], number: 1, saidOn: said, toldTo: null };
  const says = PARTS.flatMap((part) =>
    (['fresh', 'stale'] as const).map((freshness) => ({ ...shown, part, freshness })),
  );
  expect(lintContent({ title: 'A school', sections: saysInEasyRead(says) })).toEqual([]);
});

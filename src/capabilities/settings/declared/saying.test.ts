import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../../../shared/plain-date.ts';
import { readBand } from './bands.ts';
import type { Part } from './declared.ts';
import { MOST_LINES } from './lists.ts';
import { readPart } from './saying.ts';
import { barOf, mayDate } from './stating.ts';
import type { Typed } from './typed.ts';
import { sayBand } from './words.ts';

const line = { need: 'ASD', band: 'years 7 to 9', places: '24', free: '2' };
const lines = (...all: Partial<typeof line>[]): Typed =>
  Object.fromEntries(
    all.flatMap((one, at) => Object.entries(one).map(([name, value]) => [`${name}-${at + 1}`, value])),
  );

/** The fields that are wrong, with what to do. */
function wrong(part: Part, typed: Typed): Readonly<Record<string, string>> {
  const read = readPart(part, typed);
  return read.ok ? {} : read.errors;
}

describe('years and ages as people write them', () => {
  test.each([
    ['Years 7 to 9', { band: 'year', from: 7, to: 9 }],
    ['Y3–Y6', { band: 'year', from: 3, to: 6 }],
    ['reception', { band: 'year', from: 0, to: 0 }],
    ['R - year 2', { band: 'year', from: 0, to: 2 }],
    ['nursery 1 to reception', { band: 'year', from: -2, to: 0 }],
    ['  ages  16 to 25 ', { band: 'age', from: 16, to: 25 }],
    ['Age 3', { band: 'age', from: 3, to: 3 }],
  ])('%s', (text, band) => {
    expect(readBand(text)).toEqual(band);
  });

  test.each([
    '',
    '7',
    '7 to 9',
    'year 0',
    'year 15',
    'years 9 to 7',
    'age 100',
    'year 7 to 8 to 9',
    'N3',
    'ages reception',
  ])('“%s” is asked about, where it could mean two things or none', (text) => {
    expect(readBand(text)).toBeNull();
  });

  test('whatever band is kept is read back from its own words', () => {
    const year = fc.record({
      band: fc.constant('year' as const),
      a: fc.integer({ min: -2, max: 14 }),
      b: fc.integer({ min: -2, max: 14 }),
    });
    const age = fc.record({ band: fc.constant('age' as const), a: fc.nat(99), b: fc.nat(99) });
    fc.assert(
      fc.property(fc.oneof(year, age), ({ band, a, b }) => {
        const kept = { band, from: Math.min(a, b), to: Math.max(a, b) };
        expect(readBand(sayBand({ need: null, places: 1, vacancies: 0, ...kept }))).toEqual(kept);
      }),
    );
  });
});

describe('places', () => {
  test('each line is read, and an empty one is none', () => {
    expect(readPart('places', lines(line, {}, { ...line, need: 'any', band: 'age 16', free: '0' }))).toEqual({
      ok: true,
      value: {
        lines: [
          {
            need: 'ASD - Autistic Spectrum Disorder',
            band: 'year',
            from: 7,
            to: 9,
            places: 24,
            vacancies: 2,
          },
          { need: null, band: 'age', from: 16, to: 16, places: 24, vacancies: 0 },
        ],
      },
    });
  });

  test.each(['-1', '10000', '10,000', '2001', '2.5', 'many', '1e3', '٣', '99999999999999999999'])(
    'a number of places like %s is refused with what to enter',
    (places) => {
      expect(wrong('places', lines({ ...line, places }))).toMatchObject({
        'places-1': 'Enter the places of line 1 as a whole number from 0 to 2,000',
      });
    },
  );

  test('every field of a half-filled line says what it lacks, and nothing said at all is asked for', () => {
    expect(Object.keys(wrong('places', lines({}, { free: '2' })))).toEqual(['need-2', 'band-2', 'places-2']);
    expect(wrong('places', {})).toEqual({ 'band-1': 'Enter a line of places: with 0 free, if none are' });
    expect(wrong('places', lines({ ...line, need: 'XYZ' }))).toEqual({
      'need-1': 'Select the need of line 1',
    });
  });

  test('more free than there are, and one band twice, are slips', () => {
    expect(wrong('places', lines({ ...line, free: '25' }))).toHaveProperty('free-1');
    expect(wrong('places', lines(line, { ...line, band: 'Y7-Y9' }))).toEqual({
      'band-2': 'Line 2 is for the same need and years as line 1. Put them together',
    });
  });

  test('as many lines as the form has are read', () => {
    const all = Array.from({ length: MOST_LINES }, (_, at) => ({ ...line, band: `age ${at}` }));
    expect(readPart('places', lines(...all))).toMatchObject({
      ok: true,
      value: { lines: { length: MOST_LINES } },
    });
  });
});

test('no need in particular is said, and not left to be guessed', () => {
  expect(readPart('designation', { needs: 'none' })).toEqual({ ok: true, value: { needs: [] } });
  expect(readPart('designation', { needs: 'SEMH,HI' })).toEqual({
    ok: true,
    value: { needs: ['HI - Hearing Impairment', 'SEMH - Social, Emotional and Mental Health'] },
  });
  for (const needs of ['', 'none,ASD', 'ASD,else'])
    expect(wrong('designation', { needs })).toHaveProperty('needs');
});

test('ages and unit places are whole numbers, the right way round', () => {
  expect(readPart('ages', { from: '4', to: '19' })).toEqual({ ok: true, value: { from: 4, to: 19 } });
  expect(wrong('ages', { from: '11', to: '4' })).toHaveProperty('to');
  expect(Object.keys(wrong('ages', { from: '-1', to: '' }))).toEqual(['from', 'to']);
  expect(readPart('units', { unit: '0', resourced: '12' })).toEqual({
    ok: true,
    value: { unit: 0, resourced: 12 },
  });
  expect(Object.keys(wrong('units', { unit: '10000', resourced: '' }))).toEqual(['unit', 'resourced']);
});

test('whom to ask is a post with an address of work', () => {
  expect(readPart('contact', { role: 'Admissions officer', phone: '01632 960 001' })).toEqual({
    ok: true,
    value: { role: 'Admissions officer', email: null, phone: '01632 960 001' },
  });
  expect(Object.keys(wrong('contact', {}))).toEqual(['role', 'email']);
  expect(Object.keys(wrong('contact', { role: 'Head', email: 'head', phone: 'ring me' }))).toEqual([
    'email',
    'phone',
  ]);
});

test('access and therapies are ticked from a list, and said in words', () => {
  expect(readPart('therapies', { has: 'Physiotherapy', words: 'Riding on Fridays' })).toEqual({
    ok: true,
    value: { has: ['Physiotherapy'], words: 'Riding on Fridays' },
  });
  expect(readPart('accessibility', {})).toEqual({ ok: true, value: { has: [], words: null } });
  expect(wrong('accessibility', { has: 'A moat' })).toHaveProperty('has');
  expect(wrong('therapies', { words: 'x'.repeat(2001) })).toHaveProperty('words');
});

describe('a statement', () => {
  const today = plainDate('2025-02-03');
  const latest = plainDate('2025-01-20');
  const speaking = { name: 'Old School', closed: false, closedOn: null, othersSpeak: false };

  test('is of today, or of a day since the last', () => {
    expect(mayDate(today, latest, today)).toBeNull();
    expect(mayDate(latest, latest, today)).toBeNull();
    expect(mayDate(plainDate('2025-01-19'), latest, today)).toMatchObject({ field: 'saidOn' });
    expect(mayDate(plainDate('2025-02-04'), null, today)).toMatchObject({ field: 'saidOn' });
  });

  test('is never of a setting that has closed, nor in place of people who can make it', () => {
    expect(barOf(speaking)).toBeNull();
    expect(barOf({ ...speaking, closed: true, closedOn: plainDate('2024-08-31') })?.message).toBe(
      'The register says that Old School closed on 31 August 2024. Say it of the setting that came after it',
    );
    expect(barOf({ ...speaking, othersSpeak: true })?.message).toContain('Ask them to say it themselves');
  });
});

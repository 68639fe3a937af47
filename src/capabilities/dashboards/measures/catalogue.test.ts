import { describe, expect, test } from 'vitest';
import { AREAS, AUTHORITIES } from '../areas/areas.ts';
import { TILES } from '../map/tiles.ts';
import { CHANGES, findMeasure, getMeasure, HEADLINES, MEASURES } from './catalogue.ts';
import { formulaOf, suppressionOf } from './measure.ts';

describe('the catalogue', () => {
  test('every measure has an address of its own that can stand in one', () => {
    const ids = MEASURES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  test('every sentence has a place for the figure and one for when', () => {
    const without = MEASURES.filter(
      ({ sentence }) => !sentence.includes('{}') || !sentence.includes('{when}'),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test('a share says out of what; a plain count and a score say nothing of the kind', () => {
    const odd = MEASURES.filter(
      ({ unit, denominator }) => (denominator === null) !== (unit === 'count' || unit === 'score'),
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  test('what is shown by kind of place is of a table that has kinds of place', () => {
    const without = ['caseload', 'newplans', 'requests', 'assessments', 'timeliness_20_week'];
    const odd = MEASURES.filter(
      ({ published }) => published?.by.includes('type of placement') && without.includes(published.dataset),
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
    expect(getMeasure('review-meetings').published?.by).toContain('type of placement');
  });

  test('no word is left to be filled in', () => {
    const left = MEASURES.filter((measure) => JSON.stringify(measure).includes('{who}'));
    expect(left.map(({ id }) => id)).toEqual([]);
  });

  test('no two measures are the same column of the same rows', () => {
    const where = MEASURES.flatMap(({ published }) =>
      published === null
        ? []
        : [
            JSON.stringify([
              published.dataset,
              published.topic,
              published.breakdown,
              published.value,
              published.numerator,
            ]),
          ],
    );
    expect(where.filter((one, place) => where.indexOf(one) !== place)).toEqual([]);
  });

  test('the ten headlines are ten measures there are', () => {
    expect(HEADLINES).toHaveLength(10);
    expect(HEADLINES.filter((id) => findMeasure(id) === undefined)).toEqual([]);
  });

  test('how each is worked out and what is held back can be said', () => {
    for (const measure of MEASURES) {
      expect(formulaOf(measure).length).toBeGreaterThan(10);
      expect(suppressionOf(measure).length).toBeGreaterThan(10);
    }
    expect(CHANGES[0]?.version).toMatch(/^\d+\.\d+$/);
  });
});

describe('areas', () => {
  test('England, nine regions, 153 authorities and five that are no more, each at an address of its own', () => {
    expect(AREAS).toHaveLength(168);
    expect(AUTHORITIES).toHaveLength(153);
    expect(new Set(AREAS.map(({ slug }) => slug)).size).toBe(168);
    expect(AUTHORITIES.filter(({ region }) => region === null)).toEqual([]);
  });

  test('every authority has one tile, and no two stand on one place', () => {
    expect(new Set(TILES.map(({ code }) => code))).toEqual(new Set(AUTHORITIES.map(({ code }) => code)));
    expect(new Set(TILES.map(({ column, row }) => `${column},${row}`)).size).toBe(153);
  });

  test('most tiles of a region touch another of it', () => {
    const at = new Map(TILES.map(({ code, column, row }) => [`${column},${row}`, code]));
    const region = new Map(AUTHORITIES.map((area) => [area.code, area.region]));
    const alone = TILES.filter(({ code, column, row }) =>
      [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ].every(([across = 0, down = 0]) => {
        const other = at.get(`${column + across},${row + down}`);
        return other === undefined || region.get(other) !== region.get(code);
      }),
    );
    // The Isles of Scilly lie out at sea; one more is cut off by London.
    expect(alone.length).toBeLessThanOrEqual(4);
  });
});

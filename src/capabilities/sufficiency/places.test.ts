import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import { PHASE_NAMES } from './phases.ts';
import { areaOf, countPlaces, EVERYTHING, type Known, placesAdded, placesOf } from './places.ts';
import { type Alike, countChildren, inSpecialSchool, placedIn, sharesOf } from './today.ts';

const known = (more: Partial<Known> = {}): Known => ({
  settingId: '1',
  name: 'Hollybank School',
  type: 'Community special school',
  ageFrom: 4,
  ageTo: 19,
  postcode: 'WX1 1AA',
  needTypes: ['ASD - Autistic Spectrum Disorder', 'SpLD - Specific Learning Difficulty'],
  capacity: 150,
  resourcedProvisionCapacity: null,
  senUnitCapacity: null,
  said: { needs: null, places: null, units: null },
  ...more,
});

describe('the places of a setting', () => {
  test('are the register’s where it says nothing of itself', () => {
    expect(placesOf(known())).toMatchObject([
      {
        kind: 'special school',
        area: 'WX1',
        needs: ['ASD', 'SPLD'],
        saidOn: null,
        lines: [{ places: 150, from: 4, to: 18 }],
      },
    ]);
  });

  test('are what it says of itself once it has', () => {
    const saidOn = plainDate('2026-10-01');
    const lines = [{ need: 'ASD - Autistic Spectrum Disorder', from: 11, to: 15, places: 40 }];
    const said = { needs: null, places: { lines, saidOn }, units: { unit: 8, resourced: 0, saidOn } };
    expect(placesOf(known({ said }))).toMatchObject([
      { kind: 'special school', saidOn, lines: [{ need: 'ASD', places: 40 }] },
      { kind: 'SEN unit', saidOn, lines: [{ places: 8 }] },
    ]);
  });

  test('are not known where nobody says', () => {
    const [one] = placesOf(known({ capacity: null }));
    expect(one).toMatchObject({ kind: 'special school', lines: null });
    expect(countPlaces([...placesOf(known({ capacity: null }))], EVERYTHING)).toBe(0);
  });

  test('of a mainstream school are those of its unit and resourced provision', () => {
    const mainstream = known({
      type: 'Academy converter',
      resourcedProvisionCapacity: 12,
      senUnitCapacity: 6,
    });
    expect(placesOf(mainstream).map(({ kind }) => kind)).toEqual(['SEN unit', 'resourced provision']);
    expect(placesOf(known({ type: 'Academy converter' }))).toEqual([]);
  });

  test('of an independent school are shown and not counted, and a college for over 16s is no special school', () => {
    const independent = placesOf(known({ type: 'Other independent special school' }));
    expect(independent).toHaveLength(1);
    expect(countPlaces(independent, EVERYTHING)).toBe(0);
    expect(placesOf(known({ type: 'Special post 16 institution' }))).toEqual([]);
  });

  test('are spread evenly over its ages, and counted for every need it provides for', () => {
    const places = placesOf(known());
    expect(countPlaces(places, { ...EVERYTHING, phase: 'secondary' })).toBe(50);
    expect(countPlaces(places, { ...EVERYTHING, need: 'ASD' })).toBe(150);
    expect(countPlaces(places, { ...EVERYTHING, need: 'HI' })).toBe(0);
    expect(countPlaces(places, { ...EVERYTHING, area: 'WX2' })).toBe(0);
  });

  test('of each phase come to all of them', () => {
    const ages = fc.tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 25 }));
    fc.assert(
      fc.property(ages, fc.nat(500), ([from, to], capacity) => {
        const places = placesOf(known({ ageFrom: Math.min(from, to), ageTo: Math.max(from, to), capacity }));
        const byPhase = PHASE_NAMES.map((phase) => countPlaces(places, { ...EVERYTHING, phase }));
        expect(byPhase.reduce((sum, one) => sum + one, 0)).toBeCloseTo(countPlaces(places, EVERYTHING));
      }),
    );
  });
});

test('the first half of a postcode, however it is written', () => {
  expect([areaOf('WX12 3AB'), areaOf('wx1 2cd'), areaOf('WX12AB'), areaOf(null), areaOf('WX')]).toEqual([
    'WX12',
    'WX1',
    'WX1',
    null,
    null,
  ]);
});

describe('a school that might be opened', () => {
  const school = { kind: 'special school', places: 100, from: 2028, phase: null, need: null } as const;

  test('adds its places from its first January', () => {
    expect([2027, 2028, 2035].map((year) => placesAdded(school, EVERYTHING, year))).toEqual([0, 100, 100]);
    expect(placesAdded(null, EVERYTHING, 2030)).toBe(0);
  });

  test('is for the phase and need it is for, and for any where none is said', () => {
    const secondary = { ...school, phase: 'secondary', need: 'ASD' } as const;
    expect(placesAdded(secondary, { ...EVERYTHING, phase: 'primary' }, 2030)).toBe(0);
    expect(placesAdded(secondary, { ...EVERYTHING, phase: 'secondary', need: 'ASD' }, 2030)).toBe(100);
    expect(placesAdded(secondary, { ...EVERYTHING, need: 'HI' }, 2030)).toBe(0);
    expect(placesAdded(school, { ...EVERYTHING, need: 'HI' }, 2030)).toBe(100);
    expect(placesAdded(school, { ...EVERYTHING, phase: 'secondary' }, 2030)).toBeCloseTo(100 / 3);
  });
});

const child = (more: Partial<Alike> = {}): Alike => ({
  age: 7,
  need: 'ASD',
  area: 'WX1',
  placed: 'special school',
  children: 1,
  ...more,
});

describe('the children of today', () => {
  test.each([
    ['named', 'Free schools special', 'special school'],
    ['named', 'Other independent special school', 'independent special school'],
    ['named', 'Special post 16 institution', 'college'],
    ['named', 'Academy alternative provision converter', 'alternative provision'],
    ['named', 'Community school', 'mainstream school or nursery'],
    ['named', null, 'mainstream school or nursery'],
    ['type only', null, 'no setting named'],
    [null, null, 'no setting named'],
  ])('a plan of kind %s, a setting of type %s: %s', (kind, type, placed) => {
    expect(placedIn(kind, type)).toBe(placed);
  });

  test('are counted by phase, need and area together', () => {
    const today = [
      child({ children: 3 }),
      child({ need: 'HI' }),
      child({ age: 12, area: null, children: 5 }),
    ];
    expect(countChildren(today, EVERYTHING)).toBe(9);
    expect(countChildren(today, { phase: 'primary', need: 'ASD', area: 'WX1' })).toBe(3);
    expect(countChildren(today, { phase: 'secondary', need: null, area: 'WX1' })).toBe(0);
  });

  test('give each phase its share, and everybody is everybody', () => {
    const today = [child({ children: 1 }), child({ placed: 'mainstream school or nursery', children: 3 })];
    expect(sharesOf(today, EVERYTHING)[12]).toBe(1);
    expect(sharesOf(today, EVERYTHING, inSpecialSchool)[7]).toBe(0.25);
    expect(sharesOf(today, EVERYTHING, inSpecialSchool)[12]).toBe(0);
    expect(sharesOf(today, { ...EVERYTHING, phase: 'primary' })[12]).toBe(0);
    expect(sharesOf([], { ...EVERYTHING, need: 'ASD' })[7]).toBe(0);
  });
});

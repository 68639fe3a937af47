import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, plainDate } from '../../shared/plain-date.ts';
import { birthDatesLike, judge, type Likeness, type Stated } from './matching.ts';
import { spelledAlike } from './spelling.ts';

function aChild(changes: Partial<Stated> = {}): Stated {
  return {
    givenNames: 'Robin',
    familyName: 'Hartwell',
    bornOn: plainDate('2016-05-04'),
    upn: null,
    postcode: 'WX1 4AB',
    ...changes,
  };
}
const SAME: Likeness = { given: 1, family: 1, swapped: 0 };
const ALIKE: Likeness = { given: 0.6, family: 0.7, swapped: 0 };
const ROUND: Likeness = { given: 0, family: 0, swapped: 1 };
const SIBLING: Likeness = { given: 0.1, family: 1, swapped: 0 };
const NONE: Likeness = { given: 0.1, family: 0.1, swapped: 0 };
const UPN = 'A123456789012';

test.each<[string, Partial<Stated>, Likeness, string | null]>([
  [
    'one number, whatever else differs',
    { upn: UPN, bornOn: plainDate('2001-01-01'), postcode: null },
    NONE,
    'same number',
  ],
  ['name, birth date and home', {}, SAME, 'agree'],
  ['a name spelt another way', {}, ALIKE, 'nearly agree'],
  ['names the other way round', {}, ROUND, 'nearly agree'],
  ['day and month turned round, same home', { bornOn: plainDate('2016-04-05') }, SAME, 'nearly agree'],
  ['one figure of the birth date, same home', { bornOn: plainDate('2016-05-14') }, ALIKE, 'nearly agree'],
  ['name and birth date alone', { postcode: 'WX9 9ZZ' }, SAME, 'name and birth date'],
  ['name and birth date, no postcode known', { postcode: null }, ALIKE, 'name and birth date'],
  ['a twin', {}, SIBLING, 'may be a twin'],
  ['a changed family name', {}, { given: 1, family: 0.1, swapped: 0 }, 'in part'],
  [
    'a slip in the birth date and another home',
    { bornOn: plainDate('2016-05-14'), postcode: 'WX9 9ZZ' },
    SAME,
    'in part',
  ],
  [
    'a name spelt another way, a slip, another home',
    { bornOn: plainDate('2016-05-14'), postcode: 'WX9 9ZZ' },
    ALIKE,
    null,
  ],
  ['a brother born another day at the same home', { bornOn: plainDate('2014-11-23') }, SIBLING, null],
  ['only a birth date', { postcode: null }, NONE, null],
  ['only a home', { bornOn: plainDate('2014-11-23') }, NONE, null],
])('%s', (_, changes, likeness, strength) => {
  expect(judge(aChild({ upn: UPN }), aChild(changes), likeness)?.strength ?? null).toBe(strength);
});

test('what speaks against it is said beside what speaks for it', () => {
  const match = judge(aChild({ upn: UPN }), aChild({ upn: 'B123456789012' }), SIBLING);
  expect(match?.reasons).toContain('The home postcode is the same');
  expect(match?.against).toEqual(['The unique pupil numbers are different', 'The first names are different']);
});

test('each number is compared with its own kind', () => {
  const stated = aChild({ uln: '1234567890', nhsNumber: null });
  expect(
    judge(stated, aChild({ nhsNumber: '1234567890', postcode: null, bornOn: plainDate('2001-01-01') }), NONE),
  ).toBe(null);
  expect(judge(stated, aChild({ uln: '1234567890' }), NONE)?.reasons[0]).toBe(
    'The unique learner number is the same',
  );
});

test.each([
  ['Oskar', 'Oscar', true],
  ['Muhammad', 'Mohammed', true],
  ['Jon', 'John', true],
  ['Zoë Jane', 'Zoey', true],
  ['D’Arcy', 'Darcey', true],
  ['Oscar', 'Oscar', false],
  ['Mia', 'Mya', false],
  ['Sara', 'Zara', false],
  ['Ella', 'Evie', false],
  ['', 'Oscar', false],
])('%s and %s are two spellings of one name: %s', (one, other, alike) => {
  expect([spelledAlike(one, other), spelledAlike(other, one)]).toEqual([alike, alike]);
});

const days = fc.integer({ min: 0, max: 9000 }).map((offset) => addDays(plainDate('2000-01-01'), offset));

test('whatever is compared, names and birth dates alone are never called more than that', () => {
  const likeness = fc.record({
    given: fc.double({ min: 0, max: 1, noNaN: true }),
    family: fc.double({ min: 0, max: 1, noNaN: true }),
    swapped: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(days, days, likeness, (one, other, like) => {
      const match = judge(aChild({ bornOn: one, postcode: null }), aChild({ bornOn: other }), like);
      expect(['same number', 'agree', 'nearly agree']).not.toContain(match?.strength);
    }),
  );
});

test('the birth dates looked among are real, few, and hold every slip of one figure or of day for month', () => {
  fc.assert(
    fc.property(days, days, (one, other) => {
      const near = birthDatesLike(one);
      expect(near.length).toBeLessThan(80);
      expect(near).toContain(one);
      const apart = [...one].filter((figure, at) => figure !== other[at]).length;
      if (apart === 1) expect(near).toContain(other);
    }),
  );
  expect(birthDatesLike(plainDate('2016-05-04'))).toContain('2016-04-05');
  expect(birthDatesLike(plainDate('2016-05-31')).every((day) => plainDate(day) === day)).toBe(true);
});

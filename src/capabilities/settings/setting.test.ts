import { expect, test } from 'vitest';
import { requestableUnder38 } from './setting.ts';

const kind = (type: string | null, typeGroup: string | null = null, section41: boolean | null = null) => ({
  type,
  typeGroup,
  section41,
});

test.each([
  ['Community school', 'maintained school'],
  ['Community special school', 'maintained school'],
  ['Voluntary aided school', 'maintained school'],
  ['Local authority nursery school', 'maintained nursery school'],
  ['Academy alternative provision converter', 'Academy'],
  ['Academy special converter', 'Academy'],
  ['Non-maintained special school', 'non-maintained special school'],
  ['Further education', 'institution within the further education sector'],
])('a %s may be asked for as a %s', (type, category) => {
  expect(requestableUnder38(kind(type))).toBe(category);
});

test('a pupil referral unit and a hospital special school are outside the list; an AP Academy is in', () => {
  expect(requestableUnder38(kind('Pupil referral unit', 'Local authority maintained schools'))).toBeNull();
  expect(requestableUnder38({ ...kind('Community special school'), hospital: true })).toBeNull();
});

test('an independent school counts only once approved under section 41', () => {
  expect(requestableUnder38(kind('Other independent special school'))).toBeNull();
  expect(requestableUnder38(kind('Other independent special school', null, true))).toBe(
    'approved independent institution (s41)',
  );
});

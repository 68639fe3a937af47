import { expect, test } from 'vitest';
import { type Kind, requestableUnder38, TYPES } from './kinds.ts';

const a = (type: string | null, more: Partial<Kind> = {}): Kind => ({
  type,
  typeGroup: null,
  section41: null,
  ...more,
});

test.each([
  ['Community school', 'maintained school'],
  ['Community special school', 'maintained school'],
  ['Foundation special school', 'maintained school'],
  ['Voluntary aided school', 'maintained school'],
  ['Local authority nursery school', 'maintained nursery school'],
  ['Academy converter', 'Academy'],
  ['Academy 16-19 converter', 'Academy'],
  ['Academy alternative provision converter', 'Academy'],
  ['Academy special converter', 'Academy'],
  ['Free schools alternative provision', 'Academy'],
  ['Studio schools', 'Academy'],
  ['Non-maintained special school', 'non-maintained special school'],
  ['Further education', 'institution within the further education sector'],
])('a %s may be asked for as a %s', (type, category) => {
  expect(requestableUnder38(a(type))).toBe(category);
});

test.each([
  'Pupil referral unit',
  'City technology college',
  'Higher education institutions',
  'Something new',
])('a %s is outside the list', (type) => {
  expect(
    requestableUnder38(a(type, { typeGroup: 'Local authority maintained schools', phase: 'Primary' })),
  ).toBe(null);
});

test('a special school established in a hospital is outside it, whether a file says so or only its name', () => {
  expect(requestableUnder38(a('Community special school', { hospital: true }))).toBeNull();
  expect(
    requestableUnder38(a('Foundation special school', { name: 'Northmoor Hospital School' })),
  ).toBeNull();
});

test('an ordinary school named after a hospital is in', () => {
  expect(requestableUnder38(a('Voluntary aided school', { name: 'Queen Maud’s Hospital' }))).toBe(
    'maintained school',
  );
});

test.each(['Other independent school', 'Other independent special school', 'Special post 16 institution'])(
  'a %s counts only once approved under section 41',
  (type) => {
    expect(requestableUnder38(a(type))).toBeNull();
    expect(requestableUnder38(a(type, { section41: false }))).toBeNull();
    expect(requestableUnder38(a(type, { section41: true }))).toBe('approved independent institution (s41)');
  },
);

test('where only the group is known, a maintained one counts by its phase: without one it may be a referral unit', () => {
  const maintained = { typeGroup: 'Local authority maintained schools' };
  expect(requestableUnder38(a(null, { ...maintained, phase: 'Primary' }))).toBe('maintained school');
  expect(requestableUnder38(a(null, { ...maintained, phase: 'Nursery' }))).toBe('maintained nursery school');
  expect(requestableUnder38(a(null, { ...maintained, phase: 'Not applicable' }))).toBeNull();
  expect(requestableUnder38(a(null, { typeGroup: 'Academies' }))).toBe('Academy');
  expect(requestableUnder38(a(null, { typeGroup: 'Special schools' }))).toBeNull();
  expect(requestableUnder38(a(null))).toBeNull();
});

test('every type the filter offers is decided without its group', () => {
  for (const type of TYPES) expect(requestableUnder38(a(type, { section41: true }))).not.toBeUndefined();
  expect(TYPES).toHaveLength(35);
});

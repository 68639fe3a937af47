import { expect, test } from 'vitest';
import { isMainstream } from './mainstream.ts';

const of = (type: string | null, typeGroup: string | null = null) =>
  isMainstream({ type, typeGroup, section41: null, phase: 'Primary' });

test.each([
  ['Community school', true],
  ['Academy converter', true],
  ['Free schools', true],
  ['Academy 16-19 converter', true],
  ['Further education', true],
  ['Local authority nursery school', true],
  ['Community special school', false],
  ['Free schools special', false],
  ['Academy special converter', false],
  ['Free schools alternative provision', false],
  ['Pupil referral unit', false],
  ['Non-maintained special school', false],
  ['Other independent school', false],
  ['Special post 16 institution', false],
  ['Miscellaneous', null],
])('%s: %s', (type, expected) => {
  expect(of(type)).toBe(expected);
});

test('a group alone does not tell a special school from another', () => {
  expect(of(null, 'Academies')).toBe(null);
  expect(of(null, 'Local authority maintained schools')).toBe(null);
});

import { expect, test } from 'vitest';
import { asksItself, beginningFor, beginningsOf } from './asking-organisation.ts';

test.each([
  ['a school or college', 'school or college', null, true],
  ['a maintained nursery school', 'nursery', 'Local authority nursery school', true],
  ['a private nursery', 'nursery', null, false],
  ['a pupil referral unit', 'alternative provision', 'Pupil referral unit', true],
  ['alternative provision that is on no register of schools', 'alternative provision', null, false],
  ['a health body', 'health', null, false],
  ['a care body', 'social care', null, false],
])('%s asks in its own right: s36(1)', (_who, kind, type, asks) => {
  const organisation = { kind, type };
  expect(asksItself(organisation)).toBe(asks);
  expect(beginningsOf(organisation).includes('school')).toBe(asks);
  expect(beginningFor(organisation, 'school')).toBe(asks ? 'school' : 'attention');
  expect(beginningFor(organisation, 'attention')).toBe('attention');
});

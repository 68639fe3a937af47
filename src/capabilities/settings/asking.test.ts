import { expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import { askingFor } from './asking.ts';
import { aSetting } from './setting-examples.ts';

const LIST = { approved: false, listOf: plainDate('2026-01-01'), until: null } as const;

test.each([
  [{ type: 'Community school' }, { kind: 'by law', letter: 'a' }],
  [{ type: 'Local authority nursery school' }, { kind: 'by law', letter: 'b' }],
  [{ type: 'Academy special converter' }, { kind: 'by law', letter: 'c' }],
  [{ type: 'Further education' }, { kind: 'by law', letter: 'd' }],
  [{ type: 'Non-maintained special school' }, { kind: 'by law', letter: 'e' }],
  [
    { type: 'Special post 16 institution', section41: true },
    { kind: 'by law', letter: 'f' },
  ],
  [{ type: 'Other independent school', section41: false }, { kind: 'not approved' }],
  [{ type: 'Pupil referral unit' }, { kind: 'outside', what: 'pupil referral unit' }],
  [
    { type: 'Community special school', hospital: true },
    { kind: 'outside', what: 'a special school in a hospital' },
  ],
  [{ type: null }, { kind: 'not said' }],
])('%o is %o', (said, expected) => {
  expect(askingFor(aSetting(said), LIST)).toMatchObject(expected);
});

test('an independent school is not said to be unapproved while no list and no extract says anything', () => {
  const school = aSetting({ type: 'Other independent special school', section41: null });
  expect(askingFor(school, null)).toEqual({ kind: 'not said' });
  expect(askingFor(school, LIST)).toEqual({ kind: 'not approved' });
});

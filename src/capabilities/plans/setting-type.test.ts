import { expect, test } from 'vitest';
import { settingTypeOf } from './setting-type.ts';

const UNSAID = { type: null, typeGroup: null, section41: null, phase: null, hospital: null, name: 'Elm' };
const MAINTAINED = { ...UNSAID, typeGroup: 'Local authority maintained schools' };

test.each([
  ['its type says', { ...UNSAID, type: 'Academy converter' }, 'Academy'],
  ['with its group alone, its phase says', { ...MAINTAINED, phase: 'Primary' }, 'maintained school'],
  ['with its group and no phase, it may be a referral unit', MAINTAINED, 'other'],
  ['a nursery by its phase', { ...MAINTAINED, phase: 'Nursery' }, 'maintained nursery school'],
  ['a college', { ...UNSAID, type: 'Further education' }, 'further education institution'],
  [
    'independent and approved',
    { ...UNSAID, type: 'Other independent special school', section41: true },
    'independent institution approved under section 41',
  ],
  [
    'independent and not approved',
    { ...UNSAID, type: 'Other independent special school', section41: false },
    'independent school not approved under section 41',
  ],
  ['a referral unit', { ...UNSAID, type: 'Pupil referral unit' }, 'pupil referral unit'],
  [
    'a special school the register says is in a hospital',
    { ...UNSAID, type: 'Community special school', hospital: true },
    'other',
  ],
  [
    'a special school whose name says so',
    { ...UNSAID, type: 'Foundation special school', name: 'Elm Hospital School' },
    'other',
  ],
  ['a special school elsewhere', { ...UNSAID, type: 'Foundation special school' }, 'maintained school'],
  ['nothing said', UNSAID, 'other'],
] as const)('%s', (_what, setting, type) => {
  expect(settingTypeOf(setting)).toBe(type);
});

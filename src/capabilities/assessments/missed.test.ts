import { expect, test } from 'vitest';
import { addDays, plainDate } from '../../shared/plain-date.ts';
import { decideMissed, type MissedForm, recordMissed } from './missed.ts';

const askedOn = plainDate('2025-02-10');
const today = plainDate('2025-03-10');
const asked = { askedOn, signed: false };
const form = (changes: Partial<MissedForm> = {}): MissedForm => ({
  missedOn: today,
  what: 'A hearing test',
  evidence: 'Our letter of 1 March',
  ...changes,
});

test('a missed appointment is from the day of asking to today', () => {
  expect(recordMissed(asked, form(), today).ok).toBe(true);
  expect(recordMissed(asked, form({ missedOn: askedOn }), today).ok).toBe(true);
});

test.each([
  ['missedOn', { missedOn: null }],
  ['missedOn', { missedOn: addDays(today, 1) }],
  ['missedOn', { missedOn: addDays(askedOn, -1) }],
  ['what', { what: '' }],
  ['evidence', { evidence: '' }],
] as const)('it is not recorded with a wrong %s: %o', (field, changes) => {
  expect(recordMissed(asked, form(changes), today)).toMatchObject({ ok: false, field });
});

test('signed advice needs no excuse', () => {
  expect(recordMissed({ ...asked, signed: true }, form(), today)).toMatchObject({ ok: false, field: 'what' });
});

test('it is decided once, and with a reason', () => {
  const open = { decision: null };
  expect(decideMissed(open, { excuses: true, reason: 'The family was in hospital' }).ok).toBe(true);
  expect(decideMissed(open, { excuses: null, reason: 'x' })).toMatchObject({ field: 'excuses' });
  expect(decideMissed(open, { excuses: false, reason: '' })).toMatchObject({ field: 'reason' });
  const done = { decision: { excuses: true, reason: 'x', on: today, by: 'Priya Raman' } };
  expect(decideMissed(done, { excuses: false, reason: 'x' })).toMatchObject({ field: 'excuses' });
});

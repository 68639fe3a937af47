import { expect, test } from 'vitest';
import { addDays, plainDate } from '../../shared/plain-date.ts';
import { asked, facts } from './assessment-examples.ts';
import { type DecisionForm, decideToIssue, withoutField } from './decision.ts';

const today = plainDate('2025-05-26');

function form(changes: Partial<DecisionForm> = {}): DecisionForm {
  return {
    necessary: true,
    evidence: 'All five pieces of advice.',
    reasons: 'Robin needs provision the school cannot make from its own resources.',
    whatWouldChange: 'Nothing now.',
    decidedOn: today,
    withoutAdvice: {},
    ...changes,
  };
}

test('necessary means issue, not necessary means do not, and there is no third way', () => {
  expect(decideToIssue(facts(), form(), today)).toMatchObject({ ok: true, value: { outcome: 'issue' } });
  expect(decideToIssue(facts(), form({ necessary: false }), today)).toMatchObject({
    value: { outcome: 'do not issue' },
  });
});

test.each([
  ['necessary', { necessary: null }],
  ['evidence', { evidence: '' }],
  ['reasons', { reasons: '' }],
  ['whatWouldChange', { whatWouldChange: '' }],
  ['decidedOn', { decidedOn: null }],
] as const)('it cannot be saved without %s', (field, changes) => {
  expect(decideToIssue(facts(), form(changes), today)).toMatchObject({ ok: false, field });
});

test('it may be dated the day the assessment began, and today; not a day earlier or later', () => {
  const { openedOn } = facts();
  const dated = (decidedOn: typeof today) => decideToIssue(facts(), form({ decidedOn }), today).ok;
  expect(dated(openedOn)).toBe(true);
  expect(dated(today)).toBe(true);
  expect(dated(addDays(openedOn, -1))).toBe(false);
  expect(dated(addDays(today, 1))).toBe(false);
});

test('the family is told the day it is recorded, not the day it was made', () => {
  const decided = decideToIssue(facts(), form({ decidedOn: addDays(today, -3) }), today);
  expect(decided).toMatchObject({ value: { decidedOn: addDays(today, -3), notifiedOn: today } });
});

test('each piece of advice that is missing needs its reason, and with it the decision is never stopped', () => {
  const some = facts({ asked: [asked('d'), ...facts().asked.filter(({ paragraph }) => paragraph < 'd')] });
  const refused = decideToIssue(some, form(), today);
  expect(refused).toMatchObject({ ok: false, field: withoutField('asked-d') });
  const onlyOne = form({ withoutAdvice: { 'asked-d': 'Asked twice, and no answer came.' } });
  expect(decideToIssue(some, onlyOne, today)).toMatchObject({ ok: false, field: withoutField('e') });
  const both = form({
    withoutAdvice: { 'asked-d': 'Asked twice, and no answer came.', e: 'Not known to social care.' },
  });
  const decided = decideToIssue(some, both, today);
  expect(decided).toMatchObject({
    ok: true,
    value: {
      withoutAdvice: [
        { reason: 'Asked twice, and no answer came.' },
        { reason: 'Not known to social care.' },
      ],
    },
  });
});

test('what is decided is not decided again', () => {
  const decided = facts({ decision: { outcome: 'issue', notifiedOn: today } });
  expect(decideToIssue(decided, form(), today)).toMatchObject({ ok: false, field: 'decision' });
});

import { expect, test } from 'vitest';
import { lintContent } from '../../design-system/easy-read/lint.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { askedInEasyRead } from './pages/easy-read/asked.ts';
import { endedInEasyRead } from './pages/easy-read/ended.ts';
import { surveyInEasyRead } from './pages/easy-read/survey.ts';
import { HOW, KINDS, quarterOf, readSheet, STAGES, statementsFor, stateOf } from './survey.ts';

const day = plainDate('2025-03-03');
const page = { audience: 'family' } as never;

test('every stage asks everybody few things, each once, and a young person in their own words', () => {
  for (const stage of STAGES)
    for (const kind of KINDS) {
      const ids = statementsFor(stage, kind).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeLessThanOrEqual(6);
    }
  const heard = (kind: 'family' | 'young person') =>
    statementsFor('planning', kind).find(({ id }) => id === 'child-heard')?.words;
  expect([heard('family'), heard('young person')]).toEqual([
    'What my child wants and feels was taken into account',
    'What I want was taken into account',
  ]);
});

test('what would rather not be said is left out, and a sheet of it alone is a sheet', () => {
  const sent = { consent: 'yes', words: '', wordsConsent: '' };
  const sheet = readSheet(statementsFor('placing', 'family'), {
    ...{ 'told-clearly': '1', 'help-happening': 'none', ...sent },
  });
  expect(sheet).toEqual({
    ok: true,
    value: { answers: [{ question: 'told-clearly', answer: 1 }], words: null },
  });
  expect(readSheet(statementsFor('placing', 'family'), { 'fair-effort': 'none', ...sent }).ok).toBe(true);
  expect(readSheet(statementsFor('placing', 'family'), sent).ok).toBe(false);
});

test('an invitation is open to the end of its last day, and how it ended stands', () => {
  const on = (text: string) => stateOf(day, null, plainDate(text));
  expect([on('2025-03-03'), on('2025-03-04')]).toEqual(['open', 'closed']);
  expect(stateOf(day, 'declined', day)).toBe('declined');
  expect([quarterOf(plainDate('2025-01-01')), quarterOf(plainDate('2025-12-31'))]).toEqual([
    '2025-01-01',
    '2025-10-01',
  ]);
});

test('every Easy Read page of it keeps Easy Read’s rules', () => {
  const about = { page, childId: 'x', childName: 'Robin', formKey: 'x', typed: {}, errors: {} };
  for (const stage of STAGES) {
    for (const kind of KINDS) {
      const statements = statementsFor(stage, kind);
      const content = surveyInEasyRead({ ...about, id: 'x', stage, kind, closesOn: day, statements });
      expect([stage, kind, lintContent(content)]).toEqual([stage, kind, []]);
    }
    const open = [{ id: 'x', stage, closesOn: day }];
    expect(lintContent(askedInEasyRead({ ...about, asks: true, open }))).toEqual([]);
  }
  expect(lintContent(askedInEasyRead({ ...about, asks: null, open: [] }))).toEqual([]);
  for (const how of HOW)
    expect([how, lintContent(endedInEasyRead({ page, childId: 'x', how }))]).toEqual([how, []]);
});

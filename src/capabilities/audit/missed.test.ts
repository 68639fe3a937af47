import { expect, test } from 'vitest';
import type { Grade } from './grades.ts';
import { missedBy } from './missed.ts';
import { DEFAULT_QUESTIONS } from './questions.ts';

const said = (question: string, grade: Grade) => ({ question, grade, reason: 'Read' });

test('a question graded low where its checks found nothing is what they missed, and so is one no check looks for', () => {
  const answers = [
    said('specified', 'partly met'),
    said('plain-language', 'not met'),
    said('audit-trail', 'not met'),
  ];
  const missed = missedBy(DEFAULT_QUESTIONS, answers, new Set(['statement-cites']));
  expect(missed.map(({ question }) => question)).toEqual(['plain-language', 'specified']);
  expect(missed[0]?.rules).toEqual([]);
});

test('a question graded well is no miss, whatever was found', () => {
  expect(
    missedBy(
      DEFAULT_QUESTIONS,
      [said('specified', 'mostly met'), said('clear', 'does not apply')],
      new Set(),
    ),
  ).toEqual([]);
});

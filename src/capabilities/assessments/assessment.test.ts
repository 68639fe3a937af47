import { expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import { missingAdvice, STAGE_WORDS, STAGES, stageOf } from './assessment.ts';
import { asked, facts, returned } from './assessment-examples.ts';

test('advice is still to ask for while anybody the law names has not been asked', () => {
  expect(stageOf(facts({ asked: [] }))).toBe('advice to ask');
  const withoutSocialCare = [returned('a'), returned('b'), returned('c'), returned('d')];
  expect(stageOf(facts({ asked: withoutSocialCare }))).toBe('advice to ask');
});

test('in year 9 or beyond, advice on adulthood is still to ask for', () => {
  const older = facts({ bornOn: plainDate('2011-08-31') });
  expect(stageOf(older)).toBe('advice to ask');
  expect(stageOf({ ...older, asked: [...older.asked, returned('g')] })).toBe('awaiting decision');
});

test('nobody asked under (f) or (h) is no gap; somebody asked who has not answered is', () => {
  expect(missingAdvice(facts())).toEqual([]);
  const waiting = facts({ asked: [...facts().asked, asked('h')] });
  expect(missingAdvice(waiting).map(({ key }) => key)).toEqual(['asked-h']);
  expect(stageOf(waiting)).toBe('awaiting advice');
});

test('two people asked under one paragraph are two pieces of advice', () => {
  const both = facts({ asked: [...facts().asked, asked('c', { id: 'physiotherapist' })] });
  expect(missingAdvice(both).map(({ key }) => key)).toEqual(['physiotherapist']);
});

test('what is missing is told in the order of the paragraphs', () => {
  const some = facts({ asked: [asked('d'), asked('b')] });
  expect(missingAdvice(some).map(({ paragraph }) => paragraph)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('a decision settles the stage, whatever advice is missing', () => {
  const notifiedOn = plainDate('2025-04-01');
  expect(stageOf(facts({ asked: [], decision: { outcome: 'issue', notifiedOn } }))).toBe('issuing');
  expect(stageOf(facts({ decision: { outcome: 'do not issue', notifiedOn } }))).toBe('not issuing');
});

test('every stage has words for staff, for the family and for the API, and no two the same', () => {
  for (const audience of ['staff', 'family', 'api'] as const) {
    expect(new Set(STAGES.map((stage) => STAGE_WORDS[stage][audience])).size).toBe(STAGES.length);
  }
});

import { expect, test } from 'vitest';
import type { Block, EasyRead, Line } from './content.ts';
import { say } from './content.ts';
import { HARD_WORDS } from './hard-words.ts';
import { lintContent, lintLine } from './lint.ts';
import { readingGrade, syllablesIn } from './reading-age.ts';

const block = (...lines: Line[]): Block => ({ picture: 'a letter', lines });
const page = (...blocks: Block[]): EasyRead => ({ title: 'We have your letter', sections: [{ blocks }] });
const rules = (content: EasyRead) => lintContent(content).map(({ rule }) => rule);

test('short words in an active voice pass', () => {
  expect(lintContent(page(block('You asked for help.', 'We write to you by 3 May.')))).toEqual([]);
});

test.each([
  [
    'at most 15 words a sentence',
    'We will look at what you told us and then we will write to you with our answer.',
  ],
  ['active voice', 'Your letter was sent on Monday.'],
  ['active voice', 'The plan has been changed.'],
  ['numbers as digits', 'You have six weeks.'],
  ['no abbreviations', 'Ask the SEND team.'],
  ['no abbreviations', 'Send us papers, letters, etc.'],
  ['no abbreviations', 'We don’t know yet.'],
  ['one idea a block: no brackets or semi-colons', 'Ask us (at any time).'],
  ['a hard word: say ‘help’', 'This is the provision you get.'],
  ['a long word: investigation', 'This is our investigation.'],
])('refuses %s: %s', (rule, line) => {
  expect(lintLine(line).map((finding) => finding.rule)).toContain(rule);
});

test('refuses more than one idea beside a picture', () => {
  const ideas = ['We have it.', 'We read it.', 'We decide.', 'We write.', 'You answer.'];
  expect(rules(page(block(...ideas)))).toEqual(['one idea a block']);
});

test('refuses a page of more than 20 printed pages', () => {
  expect(rules(page(...Array.from({ length: 141 }, () => block('We have it.'))))).toEqual([
    'at most 20 pages',
  ]);
});

test('a name or a day from the file is nobody’s choice of word', () => {
  expect(
    rules(page(block(say`You go to ${'St Mary’s CE VA Primary School (two sites); Wexcombe'}.`))),
  ).toEqual([]);
});

test('every hard word is explained in words that need no explaining but each other', () => {
  for (const { word, means } of HARD_WORDS) {
    expect(rules(page(block(`Here is the ${word}.`))), word).toEqual([]);
    expect(means.length, word).toBeGreaterThan(0);
  }
});

test.each([
  ['help', 1],
  ['happens', 2],
  ['asked', 1],
  ['decided', 3],
  ['letters', 2],
  ['worker', 2],
  ['information', 4],
  ['people', 2],
])('%s has %i syllables, or thereabouts', (word, count) => {
  expect(syllablesIn(word)).toBe(count);
});

test('easy words come out as easier than the law’s own', () => {
  const easy = 'You asked for help. We have your letter. We write to you by May.';
  const law = 'The local authority must secure the special educational provision specified in the plan.';
  expect(readingGrade(easy)).toBeLessThan(3);
  expect(readingGrade(law)).toBeGreaterThan(10);
  expect(readingGrade('')).toBe(0);
});

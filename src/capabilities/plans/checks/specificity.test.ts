import { expect, test } from 'vitest';
import { isSpecific, missingParts } from './parts/specificity.ts';

function missing(line: string): string[] {
  return missingParts(line).map(({ part }) => part);
}

test('a line that gives everything leaves nothing out', () => {
  const line =
    'A speech and language therapist will see Ori on his own for 30 minutes every week, and will review it each term.';
  expect(missing(line)).toEqual([]);
});

test('each part taken away is missed, and no other', () => {
  const line = (who: string, ratio: string, often: string, long: string, review: string) =>
    `Phonics taught ${who} ${ratio} ${often} ${long}${review}.`;
  const [who, ratio, often, long, review] = [
    'by a qualified teacher',
    'one to one',
    'every day',
    'for 20 minutes',
    ', for two terms',
  ];
  expect(missing(line(who, ratio, often, long, review))).toEqual([]);
  expect(missing(line('', ratio, often, long, review))).toEqual(['who']);
  expect(missing(line(who, '', often, long, review))).toEqual(['ratio']);
  expect(missing(line(who, ratio, '', long, review))).toEqual(['frequency']);
  expect(missing(line(who, ratio, often, '', review))).toEqual(['durationEachTime']);
  expect(missing(line(who, ratio, often, long, ''))).toEqual(['review']);
});

test('a line that leaves out only its review is still specific', () => {
  expect(
    isSpecific(missingParts('A teacher will teach him phonics one to one for 20 minutes every day.')),
  ).toBe(true);
  expect(
    isSpecific(missingParts('A teacher will teach him phonics one to one for 20 minutes, regularly.')),
  ).toBe(false);
});

test('words that promise nothing leave everything out', () => {
  for (const line of [
    'Access to adult support as required.',
    'She may benefit from opportunities to socialise.',
  ])
    expect(missing(line), line).toEqual(['what', 'who', 'ratio', 'frequency', 'durationEachTime', 'review']);
});

test('the words in the place of a part are pointed at', () => {
  const line = 'A teacher will teach him phonics one to one for 20 minutes, as and when needed.';
  const often = missingParts(line).find(({ part }) => part === 'frequency');
  expect(line.slice(...(often?.span ?? [0, 0]))).toBe('as and when needed');
});

test('a ceiling on the size of a group says its size, and a ceiling on how often says nothing', () => {
  const line = (size: string, often: string) =>
    `A teacher will teach phonics ${size} ${often} for 20 minutes.`;
  expect(missing(line('in a group of up to six pupils', 'every day'))).toEqual(['review']);
  expect(missing(line('in a group of six', 'up to three times a week'))).toEqual(['frequency', 'review']);
});

test('an assistant is enough only with what they are trained in', () => {
  const line = (who: string) => `${who} will read with her one to one for 20 minutes every day.`;
  expect(missing(line('A teaching assistant'))).toEqual(['who', 'review']);
  expect(missing(line('A teaching assistant trained in Precision Teaching'))).toEqual(['review']);
});

test('a size of group is found in whatever words it is said', () => {
  for (const size of [
    '1 to 1',
    'one adult to four pupils',
    'in threes',
    'with two classmates',
    'with four or five peers',
  ])
    expect(missing(`A teacher will teach phonics, ${size}, every day for 20 minutes.`), size).toEqual([
      'review',
    ]);
  expect(missing('A teacher will teach phonics in a small group every day for 20 minutes.')).toEqual([
    'ratio',
    'review',
  ]);
});

test('text of any kind and length is read', () => {
  for (const line of ['', ' ', 'İ’–“”', 'reviewed '.repeat(2000), '(((', '٣ مرات'.repeat(500)])
    expect(missingParts(line).length).toBeGreaterThanOrEqual(0);
});

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
  for (const size of ['in a small group', 'with peers', 'alongside other children'])
    expect(missing(`A teacher will teach phonics, ${size}, every day for 20 minutes.`), size).toEqual([
      'ratio',
      'review',
    ]);
});

test('how often is found in whatever words it is said, and not in words nobody could count', () => {
  const line = (often: string) => `A teacher will teach Ori phonics, one to one, for 20 minutes, ${often}.`;
  for (const often of [
    'thrice weekly',
    'on alternate Tuesdays',
    'one day in three',
    'Mon/Wed/Fri',
    'for four consecutive Mondays',
    'on any day when he arrives late',
    'on 3 March',
  ])
    expect(missing(line(often)), often).not.toContain('frequency');
  for (const often of ['now and then', 'as the need arises', 'no more than twice a week', 'ideally daily'])
    expect(missing(line(often)), often).toContain('frequency');
});

test('how long is found in minutes, in parts of the day and from one time to another', () => {
  const line = (long: string) => `A teacher will teach Ori phonics, one to one, every Tuesday, ${long}.`;
  for (const long of [
    'five and a half hours',
    'a quarter of each lesson',
    'from nine until half past',
    'between ten and fifteen minutes',
    'the entire morning',
    '2.15 to 3',
  ])
    expect(missing(line(long)), long).not.toContain('durationEachTime');
  for (const long of ['in short bursts', 'for up to half an hour', 'for as long as he can manage'])
    expect(missing(line(long)), long).toContain('durationEachTime');
});

test('an assistant with a training, a certificate or somebody who showed them is enough, and “trained” alone is not', () => {
  const line = (who: string) =>
    `Phonics practised with Ori, one to one, for 20 minutes every day, by ${who}.`;
  for (const who of [
    'a teaching assistant whom the SENCO has trained',
    'a practitioner (level 3 diploma)',
    'an LSA under the direction of the class teacher',
    'either of two adults taught by the therapist',
  ])
    expect(missing(line(who)), who).not.toContain('who');
  for (const who of ['a trained adult', 'suitably qualified staff', 'a familiar adult', 'a mentor'])
    expect(missing(line(who)), who).toContain('who');
});

test('what is supplied, what everybody does as they teach, and what takes a moment are not asked how long', () => {
  for (const line of [
    'A low chair with arms is lent by the early years inclusion team.',
    'White lines on the step edges, laid by the authority’s premises team.',
    'Nobody asks Ori to hold more than two steps in mind: her teachers write the others on the board.',
    'Ori’s maths teacher photocopies the week’s board work for her each Friday.',
    'A consultant paediatrician will see Ori in clinic every six months to check her growth.',
    'An educational psychologist gives 12 hours of consultation to staff each year.',
  ])
    expect(isSpecific(missingParts(line)), line).toBe(true);
  expect(missing('A low chair with arms.')).toContain('who');
});

test('of what nobody could see done, everything else that is not said is asked', () => {
  expect(missing('Staff should be mindful of Ori’s working memory.')).toEqual([
    'what',
    'who',
    'ratio',
    'frequency',
    'durationEachTime',
    'review',
  ]);
});

test('the month of May promises as much as any other', () => {
  expect(missing('A teacher will teach Ori phonics one to one every day from January to May.')).toEqual([
    'durationEachTime',
  ]);
});

test('text of any kind and length is read', () => {
  for (const line of ['', ' ', 'İ’–“”', 'reviewed '.repeat(2000), '(((', '٣ مرات'.repeat(500)])
    expect(missingParts(line).length).toBeGreaterThanOrEqual(0);
});

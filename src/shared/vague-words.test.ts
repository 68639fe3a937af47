import { expect, test } from 'vitest';
import { isVagueAlone, isVagueQuantity, vagueIn, vagueSpansIn } from './vague-words.ts';

test('phrases that promise nothing are found, each with the question it leaves open', () => {
  expect(vagueIn('Access to regular support, where available')).toMatchObject([
    { phrase: 'access to', question: 'What exactly will be provided, by whom, and how often?' },
    { phrase: 'where available' },
    { phrase: 'regular', question: 'How many times, in what period?' },
  ]);
});

test('words that only look like them are not', () => {
  expect(vagueIn('Irregular verbs; accessible toys; a considerable time')).toEqual([]);
});

test('an answer that is such a phrase and nothing else answers nothing', () => {
  expect(['As required.', ' regularly ', 'up to'].map(isVagueAlone)).toEqual([true, true, true]);
  expect(['3 times a week', 'up to 20 minutes', ''].map(isVagueAlone)).toEqual([false, false, false]);
});

test.each(['as needed', 'When required', 'If possible.', 'Regularly and as needed', 'TBC', 'To be agreed'])(
  '“%s” answers nothing, in whatever form of the words',
  (text) => expect(isVagueAlone(text)).toBe(true),
);

test.each([
  'Weekly, more often if needed',
  'A therapist, to be confirmed in the plan',
  'For up to 4 children',
])('“%s” answers something', (text) => expect(isVagueAlone(text)).toBe(false));

test('a question quotes the words that were written, and one place is asked about once', () => {
  expect(vagueIn('Therapy as  needed, subject to availability, for up to 4 children')).toEqual([
    { phrase: 'as needed', question: 'When exactly does it happen, and who decides?' },
    {
      phrase: 'subject to availability',
      question: 'Does the child need it? If so, say that it will be provided, whatever there is now.',
    },
  ]);
});

test('the same promise in other forms of its words is found where it stands', () => {
  const found = (text: string) => vagueSpansIn(text).map(({ span: [from, to] }) => text.slice(from, to));
  expect(found('High levels of adult support, wherever appropriate')).toEqual([
    'High levels of adult support',
    'wherever appropriate',
  ]);
  expect(found('Ongoing monitoring, whenever possible')).toEqual(['Ongoing monitoring', 'whenever possible']);
  expect(found('A high level of Makaton in a group of up to 6 children')).toEqual([]);
});

test.each(['regular sessions', 'Regular 1:1 sessions', 'Frequent input from a therapist', 'as needed'])(
  '“%s” says only vaguely how often',
  (text) => expect(isVagueQuantity(text)).toBe(true),
);

test.each(['Regular sessions, twice a week', 'up to 20 minutes', 'Regularly: every lesson', 'At lunch'])(
  '“%s” says how often, if not well',
  (text) => expect(isVagueQuantity(text)).toBe(false),
);

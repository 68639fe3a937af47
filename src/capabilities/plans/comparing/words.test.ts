import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWords } from './words.ts';

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom('twice', 'a', 'week', 'for', '30', 'minutes', '.', ' ', '\n', 'Ziółkowska', 'قراءة'),
      { maxLength: 40 },
    )
    .map((words) => words.join(' ')),
);

const read = (pieces: ReturnType<typeof compareWords>, left: 'in' | 'out') =>
  pieces
    .filter(({ how }) => how !== left)
    .map(({ text }) => text)
    .join('');

test('both texts can be read back out of the pieces, to the letter', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const pieces = compareWords(before, after);
      expect(read(pieces, 'in')).toBe(before);
      expect(read(pieces, 'out')).toBe(after);
    }),
  );
});

test('a text beside itself is kept whole, and beside nothing is put in whole', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      expect(compareWords(text, text)).toEqual([{ how: 'kept', text }]);
      expect(compareWords('', text)).toEqual([{ how: 'in', text }]);
      expect(compareWords(text, '')).toEqual([{ how: 'out', text }]);
    }),
  );
});

test('the pieces alternate: no two of one kind stand together, and what is taken out comes first', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const ways = compareWords(before, after).map(({ how }) => how);
      for (const [at, how] of ways.entries()) {
        expect(how).not.toBe(ways[at + 1]);
        if (how === 'in') expect(ways[at + 1]).not.toBe('out');
      }
    }),
  );
});

test('several words replaced read as one replacement', () => {
  expect(compareWords('It is given twice a week.', 'It is given every other day.')).toEqual([
    { how: 'kept', text: 'It is given ' },
    { how: 'out', text: 'twice a week' },
    { how: 'in', text: 'every other day' },
    { how: 'kept', text: '.' },
  ]);
});

test('two long texts with nothing in common are shown one after the other', () => {
  const long = (word: string) => Array.from({ length: 4000 }, (_, at) => `${word}${at}`).join(' ');
  expect(compareWords(long('a'), long('b'))).toEqual([
    { how: 'out', text: long('a') },
    { how: 'in', text: long('b') },
  ]);
});

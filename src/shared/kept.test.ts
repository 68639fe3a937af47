import { expect, test } from 'vitest';
import { kept } from './kept.ts';

test('what was asked before is answered from memory, and never with another’s answer', () => {
  let worked = 0;
  const doubled = kept(3, (n: number) => {
    worked += 1;
    return { twice: n * 2 };
  });
  const ask = (n: number) => doubled(n).twice;
  expect([1, 2, 1, 2, 1].map(ask)).toEqual([2, 4, 2, 4, 2]);
  expect(worked).toBe(2);
});

test('no more than so many answers are kept', () => {
  const asked: string[] = [];
  const work = kept(2, (of: string) => {
    asked.push(of);
    return [of];
  });
  for (const of of ['a', 'b', 'c', 'a']) expect(work(of)).toEqual([of]);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

test('what is asked by is all that is said of it', () => {
  const length = kept(
    5,
    ({ words }: { words: string }) => [words.length],
    ({ words }) => words,
  );
  expect(length({ words: 'one' })).toBe(length({ words: 'one' }));
});

import { expect, test } from 'vitest';
import { agreementOf, differencesOf, type Pair, pairsOf } from './agreement.ts';
import type { Grade } from './grades.ts';

const SCALE = ['not met', 'partly met', 'mostly met', 'fully met'] as const;
const pair = (first: Grade, second: Grade): Pair => ({ question: 'clear', first, second });

test('two who agree throughout have a kappa of 1, and two who always differ by the whole scale one below 0', () => {
  expect(agreementOf(SCALE.map((grade) => pair(grade, grade)))).toEqual({
    pairs: 4,
    same: 4,
    scored: 4,
    kappa: 1,
  });
  const apart = [pair('not met', 'fully met'), pair('fully met', 'not met')];
  expect(agreementOf(apart).kappa).toBeCloseTo(-1, 10);
});

test('two who agree no more than chance have a kappa of 0', () => {
  const every = SCALE.flatMap((first) => SCALE.map((second) => pair(first, second)));
  expect(agreementOf(every).kappa).toBeCloseTo(0, 10);
});

test('a worked example with linear weights', () => {
  // Seen apart: (0 + 1 + 0 + 1 + 0) / 3 / 5 = 2/15. By chance: first 0 1 1 2 3, second 0 2 1 1 3: of 25 pairs the
  // distances come to 28, so 28 / 3 / 25 = 28/75. Kappa = 1 - (2/15) / (28/75) = 9/14.
  const pairs = [
    pair('not met', 'not met'),
    pair('partly met', 'mostly met'),
    pair('partly met', 'partly met'),
    pair('mostly met', 'partly met'),
    pair('fully met', 'fully met'),
  ];
  expect(agreementOf(pairs)).toMatchObject({ pairs: 5, same: 3 });
  expect(agreementOf(pairs).kappa).toBeCloseTo(9 / 14, 10);
});

test('where everybody gives one grade there is nothing chance could have done otherwise, so no kappa is said', () => {
  expect(agreementOf([pair('fully met', 'fully met'), pair('fully met', 'fully met')]).kappa).toBeNull();
  expect(agreementOf([])).toEqual({ pairs: 0, same: 0, scored: 0, kappa: null });
});

test('that a question does not apply is agreed or not, and has no place on the scale', () => {
  const pairs = [pair('does not apply', 'does not apply'), pair('does not apply', 'not met')];
  expect(agreementOf(pairs)).toEqual({ pairs: 2, same: 1, scored: 0, kappa: null });
});

test('the differences are the questions both answered, and answered otherwise', () => {
  const said = (question: string, grade: Grade | null) => ({ question, grade, reason: '' });
  const pairs = pairsOf(
    [said('clear', 'not met'), said('positive', 'fully met'), said('linked', 'fully met')],
    [said('positive', 'fully met'), said('clear', 'partly met'), said('linked', null)],
  );
  expect(pairs).toHaveLength(2);
  expect(differencesOf(pairs)).toEqual([{ question: 'clear', first: 'not met', second: 'partly met' }]);
});

import { expect, test } from 'vitest';
import { getMeasure } from './measures/catalogue.ts';
import { sentenceOf } from './words.ts';

const point = { year: 2024, numerator: null, denominator: null, mark: null };

test('a share that cannot be so is said as published, and that it cannot; a balance may be less than nothing', () => {
  const late = getMeasure('review-decisions-late');
  expect(sentenceOf(late, { ...point, value: -2.6 }, 'calendar year')).toMatch(
    /-2\.6%.*as it was published, though it cannot be so\.$/,
  );
  expect(sentenceOf(late, { ...point, value: 2.6 }, 'calendar year')).not.toContain('cannot be so');
  expect(sentenceOf(getMeasure('dsg-balance'), { ...point, value: -13.6 }, 'financial year')).not.toContain(
    'cannot be so',
  );
});

test('once is not said as a number of times', () => {
  const mediated = getMeasure('tribunal-after-mediation-no-plan');
  expect(sentenceOf(mediated, { ...point, value: 1 }, 'calendar year')).toContain('once');
  expect(sentenceOf(mediated, { ...point, value: 21 }, 'calendar year')).toContain('21 times');
});

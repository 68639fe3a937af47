import { expect, test } from 'vitest';
import { parsePostcode, parseUpn } from './identifiers.ts';

// Check letters worked out by hand: each digit times its place (2 to 13), the sum's remainder by 23, that letter.
test.each([
  ['A123456789012', 'A123456789012'],
  ['a123 4567 89012', 'A123456789012'],
  ['B123456789012', null],
  ['A123456789013', null],
  ['A12345678901', null],
  ['I123456789012', null],
  ['', null],
])('the pupil number %s is %s', (typed, kept) => {
  expect(parseUpn(typed)).toBe(kept);
});

test.each([
  ['wx14ab', 'WX1 4AB'],
  ['EC3A 5DE', 'EC3A 5DE'],
  ['12345', null],
])('the postcode %s is %s', (typed, kept) => {
  expect(parsePostcode(typed)).toBe(kept);
});

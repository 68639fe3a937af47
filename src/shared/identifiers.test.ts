import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePostcode, parseUpn, readNhsNumber, readUln, readUpn } from './identifiers.ts';
import type { Result } from './result.ts';

// Check letters worked out by hand: each digit times its place (2 to 13), the sum's remainder by 23, that letter.
test.each([
  ['A123456789012', 'A123456789012'],
  ['a123 4567 89012', 'A123456789012'],
  ['H801200001001', 'H801200001001'],
  ['B123456789012', null],
  ['A123456789013', null],
  ['A12345678901', null],
  ['I123456789012', null],
  ['', null],
])('the pupil number %s is %s', (typed, kept) => {
  expect(parseUpn(typed)).toBe(kept);
});

// 8×2 + 1×4 + 2×5 + 1×10 + 1×12 = 52; B, the second of the letters from nought, is worth 1, ×13: 65, less 46 is 19, W.
test('a temporary pupil number ends in a letter, which counts', () => {
  expect(parseUpn('W80120000101B')).toBe('W80120000101B');
  expect(parseUpn('W80120000101C')).toBeNull();
});

// 1×10 = 10, and 10 less 10 is 0. 1×10 + 1×2 = 12, which leaves 1, and 10 less 1 is 9.
test.each(['1000000000', '1000000019', '10000 00019'])('%s is a learner number', (typed) => {
  expect(readUln(typed)).toMatchObject({ ok: true });
});

// The sum of the first nine is 299, which leaves 2 by 11, and 11 less 2 is 9.
test('an NHS number is kept without its spaces', () => {
  expect(readNhsNumber('943 476 5919')).toEqual({ ok: true, value: '9434765919' });
});

test.each([
  [readUpn('A12345678901'), 'A unique pupil number has 13 characters; this has 12'],
  [
    readUpn('A1234567890I2'),
    'A unique pupil number is a letter and 12 numbers; in a temporary one the last is a letter',
  ],
  [readUpn('A12345678901O'), 'No unique pupil number has the letters I, O or S: check for 1, 0 or 5'],
  [readUpn('B123456789012'), 'Check the unique pupil number: its check letter does not match its digits'],
  [readUln('100000001'), 'A unique learner number has 10 numbers and no letters'],
  [readUln('1000000018'), 'Check the unique learner number: its last number does not match the others'],
  [readUln('0000000000'), 'Check the unique learner number: its last number does not match the others'],
  [readNhsNumber('943 476 591A'), 'An NHS number has 10 numbers and no letters'],
  [readNhsNumber('943 476 5918'), 'Check the NHS number: its last number does not match the others'],
])('what is wrong with an identifier is said: %#', (read, message) => {
  expect(read).toMatchObject({ ok: false, message });
});

const nine = fc.stringMatching(/^\d{9}$/);
const twelve = fc.stringMatching(/^\d{11}[0-9A-HJ-NP-RT-Z]$/);
const kinds: [string, (text: string) => Result<string>, fc.Arbitrary<string[]>][] = [
  ['pupil', readUpn, twelve.map((rest) => [...'ABCDEFGHJKLMNPQRTUVWXYZ'].map((letter) => letter + rest))],
  ['learner', readUln, nine.map((rest) => [...'0123456789'].map((digit) => rest + digit))],
  ['NHS', readNhsNumber, nine.map((rest) => [...'0123456789'].map((digit) => rest + digit))],
];

test.each(kinds)(
  'at most one check character fits a %s number, and one digit wrong or two exchanged are found',
  (_name, read, candidates) => {
    const issued = candidates
      .map((all) => all.filter((one) => read(one).ok))
      .filter((fits) => fits.length > 0);
    fc.assert(
      fc.property(issued, fc.nat(8), fc.integer({ min: 1, max: 9 }), ([number = '', ...others], at, by) => {
        expect(others).toEqual([]);
        const from = number.length - 10 + at;
        const digit = Number(number[from]);
        const wrong = number.slice(0, from) + ((digit + by) % 10) + number.slice(from + 1);
        expect(read(wrong).ok).toBe(false);
        const exchanged = number.slice(0, from) + number[from + 1] + number[from] + number.slice(from + 2);
        expect(read(exchanged).ok).toBe(number[from] === number[from + 1]);
      }),
    );
  },
);

test.each([
  ['wx14ab', 'WX1 4AB'],
  ['EC3A 5DE', 'EC3A 5DE'],
  ['12345', null],
])('the postcode %s is %s', (typed, kept) => {
  expect(parsePostcode(typed)).toBe(kept);
});

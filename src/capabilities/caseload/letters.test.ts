import { expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import { coverEndedEarly } from './letters.ts';

const told = { cover: 'Tom Ashdown', untilOn: plainDate('2025-03-14') };
const about = { childName: 'Robin Hartwell', caseworker: 'Priya Raman', told, instead: null };
const turn = { authority: 'Wexcombe Council', reach: 'send@wexcombe.example' };

test('a family is told that their caseworker is back only where that is why cover ended', () => {
  expect(coverEndedEarly({ ...about, isBack: true }, turn).body).toContain(
    'Priya Raman looks after it again. Ask for Priya Raman by name.',
  );
  const left = coverEndedEarly({ ...about, isBack: false }, turn).body;
  expect(left).not.toContain('again');
  expect(left).toContain('Until Priya Raman is back, ask the SEND team.');
});

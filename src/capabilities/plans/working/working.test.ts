import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '../../../shared/plain-date.ts';
import { AT_FERNTON, aDraft, anId, EP_ADVICE } from '../examples.ts';
import type { PlanView } from '../rendering/index.ts';
import { newRowAt, type Proposal, sectionLettered, workingDocument } from './document.ts';
import { type Marked, markWords } from './marks.ts';

const texts = fc
  .array(fc.constantFrom('twice', 'a', 'week', 'for', '30', 'minutes', '.', 'by', 'therapist'), {
    maxLength: 14,
  })
  .map((words) => words.join(' '));

const written = (pieces: readonly Marked[], keep: (piece: Marked) => boolean) =>
  pieces
    .filter(keep)
    .map(({ text }) => text)
    .join('');

test('whatever each party proposes, the original and each party’s own words can be read out of one text', () => {
  fc.assert(
    fc.property(texts, texts, texts, (original, family, authority) => {
      const pieces = markWords(original, [
        { id: 'f', mark: 'family', words: family },
        { id: 'a', mark: 'authority', words: authority },
      ]);
      expect(written(pieces, ({ mark, struck }) => mark === 'original' || struck)).toBe(original);
      for (const [id, words] of [
        ['f', family],
        ['a', authority],
      ] as const)
        expect(
          written(pieces, ({ mark, struck, from }) =>
            struck ? !from.includes(id) : mark === 'original' || from.includes(id),
          ),
        ).toBe(words);
    }),
  );
});

test('what both would take out, or put in alike, is agreed', () => {
  const pieces = markWords('Help as required', [
    { id: 'f', mark: 'family', words: 'Help daily' },
    { id: 'a', mark: 'authority', words: 'Help weekly' },
  ]);
  expect(pieces.map(({ mark, struck, text }) => [mark, struck, text])).toEqual([
    ['original', false, 'Help '],
    ['agreed', true, 'as required'],
    ['family', false, 'daily'],
    ['authority', false, 'weekly'],
  ]);
});

const view: PlanView = {
  authority: { name: 'Wexcombe' },
  reference: 'R-0000-0001',
  version: { kind: 'final', number: 1, on: plainDate('2026-04-01'), officer: 'Lee Invented' },
  content: { ...aDraft(), sectionI: AT_FERNTON },
  layout: 'sections',
  citations: [],
};

const fields = workingDocument(view, []).statements.flatMap((statement) => statement.fields);
const often = fields.find(({ label }) => label === 'How often');

function aProposal(id: number, changes: Partial<Proposal> = {}): Proposal {
  return {
    id: anId(id),
    party: 'family',
    at: often?.at ?? '',
    words: '5 times a week in term time',
    source: { adviceId: EP_ADVICE, page: 5 },
    by: 'Robin Example',
    on: plainDate('2026-05-01'),
    agreedOn: null,
    ...changes,
  };
}

const marksIn = (proposals: readonly Proposal[]) =>
  workingDocument(view, proposals)
    .statements.flatMap((statement) => statement.fields.flatMap(({ words }) => words))
    .filter(({ mark }) => mark !== 'original')
    .map(({ mark, struck, text }) => [mark, struck, text]);

test('without proposals the whole is the original; contacts and addresses are not in it', () => {
  expect(marksIn([])).toEqual([]);
  expect(fields.some(({ original }) => original.includes('Example Row'))).toBe(false);
  expect(fields.map(({ original }) => original)).toContain('Fernton Primary School');
});

test('each change has a footnote to its report and page', () => {
  const { footnotes } = workingDocument(view, [aProposal(1)]);
  expect(footnotes.map(({ number, cites }) => [number, cites])).toEqual([
    [1, 'Dr Sam Invented, educational psychologist, page 5'],
  ]);
});

test('a party’s later proposal takes the place of its earlier one, and what was agreed stays agreed', () => {
  const later = aProposal(2, { words: '4 times a week in term time' });
  expect(marksIn([aProposal(1), later])).toEqual([
    ['family', true, '3'],
    ['family', false, '4'],
  ]);
  const agreed = aProposal(1, { agreedOn: plainDate('2026-05-08') });
  expect(marksIn([agreed])).toEqual([
    ['agreed', true, '3'],
    ['agreed', false, '5'],
  ]);
  expect(
    marksIn([agreed, aProposal(3, { party: 'authority', words: '2 times a week in term time' })]),
  ).toEqual([
    ['agreed', true, '3'],
    ['agreed', false, '5'],
    ['authority', false, '2'],
  ]);
});

test('each section from A to J stands in it, also where the plan says nothing, and a row can be put in there', () => {
  const letters = (proposals: readonly Proposal[]) => [
    ...new Set(workingDocument(view, proposals).statements.map(({ section }) => section.split(/[ :]/)[1])),
  ];
  const all = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J'];
  expect(letters([])).toEqual(all);
  const section = sectionLettered('G') ?? '';
  const row = aProposal(40, {
    at: newRowAt(section, anId(41)),
    words: 'Occupational therapy, one hour a week',
  });
  expect(letters([row])).toEqual(all);
  const put = workingDocument(view, [row]).statements.find(({ name }) => name === 'New row');
  expect(put).toMatchObject({
    section,
    fields: [{ words: [{ mark: 'family', struck: false, text: row.words }] }],
  });
});

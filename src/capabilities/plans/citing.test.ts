import { expect, test } from 'vitest';
import {
  addingRefusal,
  type Citable,
  citedIn,
  readCitation,
  sayCitation,
  sayPages,
  sayReport,
} from './citing.ts';
import { aDraft, aNeed, anArea, anId } from './examples.ts';
import { emptyAreas } from './plan.ts';

const REPORT: Citable = {
  kind: 'report',
  id: anId(1),
  source: 'Dr A. Example, Educational psychology advice',
  writtenOn: null,
  pageCount: 8,
  withheld: false,
};
const ADVICE: Citable = { kind: 'advice', id: anId(2), source: 'Sam Invented, Fernton Primary School' };
const cited = `report:${anId(1)}`;
const read = (typed: Record<string, string>) => readCitation({ cited, ...typed }, [REPORT, ADVICE]);

test('pages are said as people say them', () => {
  expect([[3], [3, 4], [3, 5, 6, 7], [1, 3, 5]].map(sayPages)).toEqual([
    'page 3',
    'pages 3 and 4',
    'pages 3 and 5 to 7',
    'pages 1, 3 and 5',
  ]);
});

test('a citation names who wrote the report, what it is and the page', () => {
  const source = sayReport({ title: 'Educational psychology advice.pdf', writtenBy: 'Dr A. Example' });
  const page3 = { source, pages: [3], place: null };
  expect(sayCitation(page3)).toBe('Dr A. Example, Educational psychology advice, page 3');
  expect(sayCitation({ ...page3, pages: null, place: 'the heading Memory' })).toBe(
    'Dr A. Example, Educational psychology advice, the heading Memory',
  );
  expect(sayReport({ title: '.pdf', writtenBy: null })).toBe('.pdf');
});

test.each([
  ['3', [3]],
  ['7, 3, 5 to 6', [3, 5, 6, 7]],
  ['1-2 and 8', [1, 2, 8]],
  ['', null],
])('the pages ‘%s’ are read', (pages, value) => {
  expect(read({ pages })).toMatchObject({ ok: true, value: { pages: value } });
});

test.each([
  ['9', 'this report has no page 9'],
  ['0', 'Write the pages like this'],
  ['6 to 2', 'Write the pages like this'],
  ['three', 'Write the pages like this'],
  ['3,', 'Write the pages like this'],
  ['99999', 'Write the pages like this'],
])('the pages ‘%s’ are refused with what to do', (pages, message) => {
  expect(read({ pages })).toMatchObject({ ok: false, field: 'pages' });
  expect(read({ pages })).toMatchObject({ message: expect.stringContaining(message) });
});

test('a report whose pages were never counted takes 20 at most, and a place instead of pages', () => {
  const citable = [{ ...REPORT, pageCount: null }];
  expect(readCitation({ cited, pages: '1 to 21' }, citable)).toMatchObject({ ok: false, field: 'pages' });
  expect(readCitation({ cited, pages: '1 to 20' }, citable).ok).toBe(true);
  expect(readCitation({ cited, place: 'Memory' }, citable)).toMatchObject({ value: { place: 'Memory' } });
  expect(readCitation({ cited, pages: '1', place: 'Memory' }, citable)).toMatchObject({ field: 'place' });
});

test('nothing that is not on the child’s own file can be cited', () => {
  for (const other of ['', `report:${anId(3)}`, `advice:${anId(1)}`, 'report:'])
    expect(read({ cited: other })).toMatchObject({ ok: false, field: 'cited' });
  expect(read({ cited: `advice:${anId(2)}`, pages: 'x' })).toMatchObject({ ok: true, value: { of: ADVICE } });
});

test('the same place in the same report is cited once', () => {
  const citation = { id: anId(9), documentId: anId(1), source: REPORT.source, writtenOn: null, place: null };
  const had = [{ citationId: anId(9) }];
  const page = (number: number) => ({ of: REPORT, pages: [number], place: null });
  expect(addingRefusal(had, page(3), [{ ...citation, pages: [3] }])).toMatchObject({ field: 'cited' });
  expect(addingRefusal(had, page(4), [{ ...citation, pages: [3] }])).toBe(null);
});

test('a plan shows those of its citations that its reader may know of, in the order they are read', () => {
  const sources = [{ citationId: anId(7) }, { citationId: anId(8) }];
  const needs = [aNeed(1, { sources })];
  const area = { ...anArea(1, 'F'), needs };
  const content = aDraft({ areas: { ...emptyAreas(), 'cognition and learning': area } });
  const known = { documentId: anId(1), source: 'A report', writtenOn: null, pages: null, place: null };
  expect(citedIn(content, [{ ...known, id: anId(8) }]).map(({ id }) => id)).toEqual([anId(8)]);
});

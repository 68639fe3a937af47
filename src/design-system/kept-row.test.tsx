import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { KeptRow } from './kept-row.ts';
import { StackedTable } from './stacked-table.tsx';

const cellsOf = ({ name }: { name: string }) => [<a href="/x">{name}</a>, { text: 'Due', classes: 'a' }];
const rowOf = KeptRow.drawnBy(cellsOf);
const table = (rows: Parameters<typeof StackedTable>[0]['rows'], head = ['Child', 'When']) =>
  renderToString(<StackedTable head={head} rows={rows} />);

test('a row that is kept is drawn as one that is not, the first time and again', () => {
  const plain = table([cellsOf({ name: '<Ada> & co' })]);
  expect(plain).toContain('&lt;Ada>');
  expect(table([rowOf({ name: '<Ada> & co' })])).toBe(plain);
  expect(table([rowOf({ name: '<Ada> & co' })])).toBe(plain);
});

test('a row says what it is given, whatever another said before it', () => {
  expect(table([rowOf({ name: 'Ada' }), rowOf({ name: 'Grace' })])).toBe(
    table([cellsOf({ name: 'Ada' }), cellsOf({ name: 'Grace' })]),
  );
  expect(table([rowOf({ name: 'Ada' })], ['Who', 'When'])).toContain('data-label="Who"');
});

test('more rows than are kept are each drawn right', () => {
  const names = Array.from({ length: 2100 }, (_, n) => `Child ${n}`);
  const all = names.map((name) => rowOf({ name }));
  expect(table(all)).toBe(table(names.map((name) => cellsOf({ name }))));
  expect(table(all)).toContain('Child 2099');
});

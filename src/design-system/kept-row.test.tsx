import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { drawPage } from './drawing.ts';
import { KeptRow } from './kept-row.ts';
import { StackedTable } from './stacked-table.tsx';

const cellsOf = ({ name }: { name: string }) => [<a href="/x">{name}</a>, { text: 'Due', classes: 'a' }];
const rowOf = KeptRow.drawnBy(cellsOf, ({ name }) => name);
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

test('a row that says something else than it last did is drawn anew', () => {
  const born = KeptRow.drawnBy(
    ({ name, on }: { id: string; name: string; on: string | null }) => [name, on ?? 'Not known'],
    ({ id }) => id,
  );
  const drawn = (name: string, on: string | null) => table([born({ id: '1', name, on })]);
  expect(drawn('Ada', '1 May 2015')).toContain('1 May 2015');
  expect(drawn('Ada', null)).toContain('Not known');
  expect(drawn('Grace', null)).toContain('Grace');
  expect(drawn('Ada', '1 May 2015')).toBe(table([['Ada', '1 May 2015']]));
});

test('a page with kept rows is sent as it would be without, whatever is said in it', () => {
  const words = 'Zoë’s <!--encoded 0--> & $& œuvre';
  const page = (rows: Parameters<typeof StackedTable>[0]['rows']) => (
    <main>
      <h1>{words}</h1>
      <StackedTable head={['Child', 'When']} rows={rows} />
      <p>{words}</p>
      <StackedTable head={['Who', 'When']} rows={rows} />
      {words}
    </main>
  );
  const names = [words, 'Grace', 'Ngọc'];
  const plain = drawPage(page(names.map((name) => cellsOf({ name }))));
  for (const _ of [1, 2])
    expect(drawPage(page(names.map((name) => rowOf({ name })))).toString()).toBe(plain.toString());
  expect(plain.toString()).toContain('<!DOCTYPE html>\n<main><h1>Zoë’s &lt;!--encoded 0-->');
});

test('a page that could not be drawn leaves nothing to the next', () => {
  const Broken = () => {
    throw new Error('no page');
  };
  const broken = (
    <main>
      <StackedTable head={['Child', 'When']} rows={[rowOf({ name: 'Ada' })]} />
      <Broken />
    </main>
  );
  expect(() => drawPage(broken)).toThrow('no page');
  expect(table([rowOf({ name: 'Ada' })])).toBe(table([cellsOf({ name: 'Ada' })]));
  expect(drawPage(<p>Next</p>).toString()).toBe('<!DOCTYPE html>\n<p>Next</p>');
});

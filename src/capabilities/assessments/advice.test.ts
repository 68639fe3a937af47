import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AdviceContent,
  addRow,
  type Changed,
  changeRow,
  changeStatement,
  EMPTY,
  type Row,
  removeRow,
} from './advice.ts';
import { whole } from './assessment-examples.ts';

function after(changed: Changed): AdviceContent {
  if (!changed.ok) throw new Error(changed.message);
  return changed.value;
}

function rowOf(content: AdviceContent, id: string): Row {
  const row = content.rows.find((one) => one.id === id);
  if (row === undefined) throw new Error('no such row');
  return row;
}

test('a need taken away takes its outcomes and their provision with it', () => {
  expect(after(removeRow(whole, 'need', 1)).rows).toEqual([]);
  expect(after(removeRow(whole, 'outcome', 1)).rows.map(({ id }) => id)).toEqual(['need']);
  expect(after(removeRow(whole, 'provision', 1)).rows.map(({ id }) => id)).toEqual(['need', 'outcome']);
});

test('the second of two people at one row is shown what the first saved', () => {
  const outcome = rowOf(whole, 'outcome');
  const first = after(changeRow(whole, outcome));
  const second = changeRow(first, outcome);
  expect(second).toMatchObject({ ok: false, field: 'conflict', saved: { id: 'outcome', version: 2 } });
  expect(removeRow(first, 'outcome', 1)).toMatchObject({ ok: false, saved: { version: 2 } });
});

test('two people at two rows never meet', () => {
  const first = after(changeRow(whole, rowOf(whole, 'need')));
  expect(changeRow(first, rowOf(whole, 'outcome')).ok).toBe(true);
});

test('nothing is added under what a colleague has taken away', () => {
  const without = after(removeRow(whole, 'outcome', 1));
  const provision = { ...rowOf(whole, 'provision'), id: 'another' };
  expect(addRow(without, provision)).toMatchObject({ ok: false, field: 'conflict' });
});

test('a statement changed since it was read is a conflict', () => {
  const mine = { version: 1, text: 'Mine', notKnown: false };
  const theirs = after(changeStatement(EMPTY, { ...mine, text: 'Theirs' }));
  expect(changeStatement(theirs, mine)).toMatchObject({ ok: false, saved: { text: 'Theirs', version: 2 } });
});

test('whatever is added, changed and taken away, no row is left under nothing', () => {
  const act = fc.record({
    kind: fc.constantFrom('need', 'outcome', 'provision', 'removal'),
    pick: fc.nat({ max: 20 }),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let content: AdviceContent = EMPTY;
      for (const [place, { kind, pick }] of acts.entries()) {
        const target = content.rows[pick % Math.max(1, content.rows.length)];
        const changed =
          kind === 'removal'
            ? removeRow(content, target?.id ?? '', target?.version ?? 1)
            : addRow(content, aRow(kind, `row ${place}`, target?.id ?? ''));
        if (changed.ok) content = changed.value;
      }
      const kindOf = new Map(content.rows.map(({ id, kind }) => [id, kind]));
      for (const row of content.rows) {
        if (row.kind === 'outcome') expect(kindOf.get(row.under)).toBe('need');
        if (row.kind === 'provision') expect(kindOf.get(row.under)).toBe('outcome');
      }
    }),
  );
});

function aRow(kind: string, id: string, under: string): Row {
  const [need, outcome, provision] = whole.rows;
  const shape = kind === 'need' ? need : kind === 'outcome' ? outcome : provision;
  if (shape === undefined) throw new Error('no such kind');
  return shape.kind === 'need' ? { ...shape, id } : { ...shape, id, under };
}

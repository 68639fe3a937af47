import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaEdit, findRow, removeRow, withRow } from './area-rows.ts';
import { aNeed, anArea, anId, anOutcome, aProvision } from './examples.ts';
import { brokenLinks } from './links.ts';
import type { Area } from './plan.ts';

const area: Area = anArea(1, 'F');

test('a new row comes last; a changed one keeps its place', () => {
  const added = withRow(area, { kind: 'need', row: aNeed(9, { text: 'Another' }) });
  expect(added.needs.map(({ id }) => id)).toEqual([anId(1), anId(9)]);
  const changed = withRow(added, { kind: 'need', row: aNeed(1, { text: 'Reworded' }) });
  expect(changed.needs.map(({ text }) => text)).toEqual(['Reworded', 'Another']);
});

test('a link to a row that is not there is left out', () => {
  const provision = withRow(area, {
    kind: 'provision',
    row: aProvision(8, 'F', { needIds: [anId(1), anId(77)] }),
  });
  expect(findRow(provision, anId(8))).toMatchObject({ row: { needIds: [anId(1)] } });
  const outcome = withRow(area, { kind: 'outcome', row: anOutcome(7, { provisionIds: [anId(66)] }) });
  expect(findRow(outcome, anId(7))).toMatchObject({ row: { provisionIds: [] } });
});

test('whatever is added and taken away, no link leads nowhere', () => {
  const id = fc.integer({ min: 1, max: 8 }).map(anId);
  const step = fc.oneof(
    fc.record({ take: id }),
    fc.record({ need: id }),
    fc.record({ provision: id, to: fc.array(id) }),
    fc.record({ outcome: id, to: fc.array(id) }),
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let now: Area = area;
      for (const one of steps) {
        if ('take' in one) now = removeRow(now, one.take);
        else if ('need' in one)
          now = withRow(removeRow(now, one.need), { kind: 'need', row: aNeed(0, { id: one.need }) });
        else if ('provision' in one) {
          const row = aProvision(0, 'F', { id: one.provision, needIds: one.to });
          now = withRow(removeRow(now, one.provision), { kind: 'provision', row });
        } else {
          const row = anOutcome(0, { id: one.outcome, provisionIds: one.to });
          now = withRow(removeRow(now, one.outcome), { kind: 'outcome', row });
        }
      }
      expect(brokenLinks(now)).toEqual([]);
    }),
  );
});

test('provision put back is under a section its area has', () => {
  const section = (name: 'health' | 'social care' | 'cognition and learning') => {
    const edit = areaEdit(name, anArea(1, 'H1'));
    return 'provisions' in Object(edit.value)
      ? JSON.stringify(edit.value).match(/"section":"(\w+)"/)?.[1]
      : '';
  };
  expect([section('health'), section('social care'), section('cognition and learning')]).toEqual([
    'G',
    'H1',
    'F',
  ]);
});

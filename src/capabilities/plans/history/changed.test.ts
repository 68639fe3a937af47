import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaEdit, removeRow, withRow } from '../area-rows.ts';
import { canonicalJson } from '../changes.ts';
import { aDraft, aNeed, anArea, anId, anOutcome, aProvision } from '../examples.ts';
import type { Area, DraftContent } from '../plan.ts';
import { withSection } from '../sections.ts';
import { editsBack, overtaken, partChanges, withEdits } from './changed.ts';

const AREA = 'communication and interaction';

const place = fc.nat(4);
/** Steps somebody may take in a draft: rows put in, linked, written anew and taken away, and a section written. */
const step = fc.oneof(
  fc.record({ take: fc.integer({ min: 1, max: 15 }) }),
  fc.record({ need: place, words: fc.string() }),
  fc.record({ provision: place, to: fc.array(place) }),
  fc.record({ outcome: place, to: fc.array(place) }),
  fc.record({ strengths: fc.string() }),
  fc.record({ a1: fc.string() }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function taken(content: DraftContent, one: Step): DraftContent {
  if ('a1' in one) return withSection(content, { section: 'A1', value: one.a1 });
  return withSection(content, areaEdit(AREA, inArea(content.areas[AREA], one)));
}

function inArea(area: Area, one: Exclude<Step, { a1: string }>): Area {
  if ('take' in one) return removeRow(area, anId(one.take));
  if ('strengths' in one) return { ...area, strengths: one.strengths };
  // An identifier belongs to one kind of row for ever.
  if ('need' in one)
    return withRow(area, { kind: 'need', row: aNeed(one.need * 3 + 1, { text: one.words }) });
  if ('provision' in one) {
    const needIds = one.to.map((id) => anId(id * 3 + 1));
    return withRow(area, { kind: 'provision', row: aProvision(one.provision * 3 + 2, 'F', { needIds }) });
  }
  const provisionIds = one.to.map((id) => anId(id * 3 + 2));
  return withRow(area, { kind: 'outcome', row: anOutcome(one.outcome * 3 + 3, { provisionIds }) });
}

test('whatever was done in one act, putting back what it changed gives the draft as it was', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.array(step, { maxLength: 6 }), (first, then) => {
      const before = first.reduce(taken, aDraft());
      const after = then.reduce(taken, before);
      const changes = partChanges(before, after);
      expect(overtaken(after, changes)).toEqual([]);
      const back = withEdits(after, editsBack(after, changes));
      expect(partChanges(before, back)).toEqual([]);
    }),
  );
});

test('a row taken away by itself goes back to its own place, with the links to it', () => {
  const area = { ...anArea(1, 'F'), needs: [aNeed(1), aNeed(10), aNeed(20)] };
  const before = aDraft({ areas: { ...aDraft().areas, [AREA]: area } });
  const after = withSection(before, areaEdit(AREA, removeRow(area, anId(1))));
  const changes = partChanges(before, after);
  expect(changes.map(({ at }) => at)).toEqual([`${AREA}/rows/${anId(2)}`, `${AREA}/rows/${anId(1)}`]);
  const back = withEdits(after, editsBack(after, changes));
  expect(canonicalJson(back)).toBe(canonicalJson(before));
});

test('what somebody else has changed since is overtaken, and says what it says now; what nobody touched is not', () => {
  const before = aDraft();
  const mine = withSection(before, { section: 'A1', value: 'Mine' });
  const changes = partChanges(before, mine);
  const elsewhere = taken(mine, { strengths: 'Theirs, elsewhere' });
  expect(overtaken(elsewhere, changes)).toEqual([]);
  const theirs = withSection(mine, { section: 'A1', value: 'Theirs' });
  expect(overtaken(theirs, changes)).toMatchObject([{ at: 'A1', now: { edit: { value: 'Theirs' } } }]);
});

test('the order in which a row lists its links is no change', () => {
  const two = { ...anArea(1, 'F'), needs: [aNeed(1), aNeed(10)] };
  const linked = (needIds: string[]) =>
    aDraft({
      areas: { ...aDraft().areas, [AREA]: { ...two, provisions: [aProvision(2, 'F', { needIds })] } },
    });
  expect(partChanges(linked([anId(1), anId(10)]), linked([anId(10), anId(1)]))).toEqual([]);
  expect(partChanges(linked([anId(1), anId(10)]), linked([anId(10)]))).toHaveLength(1);
});

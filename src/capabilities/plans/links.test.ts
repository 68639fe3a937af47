import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aDraft, aNeed, anArea, anId, anOutcome, aProvision } from './examples.ts';
import { brokenLinks, needsWithoutProvision, references, threads, withoutRow } from './links.ts';
import type { Area } from './plan.ts';

/** Areas of every shape: each provision meets any needs, each outcome is served by any provision. */
const areas: fc.Arbitrary<Area<'F'>> = fc
  .tuple(fc.nat(8), fc.nat(8), fc.nat(8), fc.infiniteStream(fc.nat(1000)))
  .map(([needs, provisions, outcomes, picks]) => {
    const some = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => anId(from + i)).filter(
        () => (picks.next().value ?? 0) % 2 === 0,
      );
    return {
      strengths: '',
      needs: Array.from({ length: needs }, (_, i) => aNeed(100 + i)),
      provisions: Array.from({ length: provisions }, (_, i) =>
        aProvision(200 + i, 'F', { needIds: some(100, needs) }),
      ),
      outcomes: Array.from({ length: outcomes }, (_, i) =>
        anOutcome(300 + i, { provisionIds: some(200, provisions) }),
      ),
    };
  });

test('taking any row away, in any order, never leaves a link that leads nowhere', () => {
  fc.assert(
    fc.property(areas, fc.infiniteStream(fc.nat()), (area, picks) => {
      let left = area;
      const rows = () => [...left.needs, ...left.provisions, ...left.outcomes];
      while (rows().length > 0) {
        expect(brokenLinks(left)).toEqual([]);
        const row = rows()[(picks.next().value ?? 0) % rows().length];
        left = withoutRow(left, row?.id ?? '');
      }
    }),
  );
});

test('every need has its own row, and a need’s row holds all of its provision and their outcomes', () => {
  fc.assert(
    fc.property(areas, (area) => {
      const rows = threads(area);
      expect(rows.map(({ need }) => need.id)).toEqual(area.needs.map(({ id }) => id));
      for (const { need, provisions, outcomes } of rows) {
        expect(provisions).toEqual(area.provisions.filter((p) => p.needIds.includes(need.id)));
        for (const outcome of outcomes) {
          expect(provisions.some((p) => outcome.provisionIds.includes(p.id))).toBe(true);
        }
      }
      expect(needsWithoutProvision(area)).toEqual(
        rows.filter((row) => row.provisions.length === 0).map((r) => r.need),
      );
    }),
  );
});

test('a provision that does not say what the support is does not meet a need', () => {
  const area = anArea(1, 'F');
  const blank = { ...area, provisions: [aProvision(2, 'F', { needIds: [anId(1)], what: '  ' })] };
  expect(needsWithoutProvision(blank)).toEqual(area.needs);
});

test('a link to a row that is not there, and an id used twice, are both found', () => {
  const area = anArea(1, 'F');
  expect(brokenLinks({ ...area, needs: [] })).toEqual([anId(1)]);
  expect(brokenLinks({ ...area, outcomes: [anOutcome(1)] })).toEqual([anId(1)]);
});

test('rows are named for their section and counted through the whole plan', () => {
  const draft = aDraft();
  const content = {
    ...draft,
    areas: {
      ...draft.areas,
      'cognition and learning': anArea(11, 'F' as const),
      health: anArea(21, 'G' as const),
      'social care': anArea(31, 'H1' as const),
    },
  };
  const names = references(content);
  expect([1, 2, 3, 11, 12, 13, 21, 22, 23, 31, 32, 33].map((id) => names.get(anId(id)))).toEqual([
    'B1',
    'F1',
    'E1',
    'B2',
    'F2',
    'E2',
    'C1',
    'G1',
    'E3',
    'D1',
    'H1.1',
    'E4',
  ]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aNeed, anArea, anId, anOutcome, aProvision } from './examples.ts';
import { goldenThread, looseEnds } from './golden-thread.ts';
import type { Area } from './plan.ts';

/** Areas of every shape: any need may have any provision, and any outcome may be served by any, or by none. */
const areas: fc.Arbitrary<Area<'F'>> = fc
  .tuple(fc.nat(7), fc.nat(7), fc.nat(7), fc.infiniteStream(fc.boolean()))
  .map(([needs, provisions, outcomes, picks]) => {
    const ids = (from: number, many: number) => Array.from({ length: many }, (_, at) => from + at);
    const some = (from: number, many: number) =>
      ids(from, many)
        .filter(() => picks.next().value === true)
        .map(anId);
    return {
      strengths: '',
      needs: ids(100, needs).map((id) => aNeed(id)),
      provisions: ids(200, provisions).map((id) => aProvision(id, 'F', { needIds: some(100, needs) })),
      outcomes: ids(300, outcomes).map((id) => anOutcome(id, { provisionIds: some(200, provisions) })),
    };
  });

test('every need, provision and outcome is written out exactly once, whatever is linked to what', () => {
  fc.assert(
    fc.property(areas, (area) => {
      const written = goldenThread(area).flatMap(({ need, provisions, outcomes }) => [
        ...(need === null ? [] : [need.id]),
        ...[...provisions, ...outcomes].filter(({ first }) => first).map(({ row }) => row.id),
      ]);
      const all = [...area.needs, ...area.provisions, ...area.outcomes].map(({ id }) => id);
      expect(written.sort()).toEqual(all.sort());
    }),
  );
});

test('a row is written out before its name is given in place of it, and every link is in the thread of its need', () => {
  fc.assert(
    fc.property(areas, (area) => {
      const written = new Set<string>();
      for (const { need, provisions, outcomes } of goldenThread(area)) {
        for (const { row, first } of [...provisions, ...outcomes]) {
          expect(written.has(row.id)).toBe(!first);
          written.add(row.id);
        }
        if (need === null) continue;
        const meeting = area.provisions.filter(({ needIds }) => needIds.includes(need.id));
        expect(provisions.map(({ row }) => row)).toEqual(meeting);
      }
    }),
  );
});

test('what has no partner is each found: a need unmet, provision for nothing, provision and outcomes apart', () => {
  const joined = anArea(1, 'F');
  const area = {
    ...joined,
    needs: [...joined.needs, aNeed(10)],
    provisions: [...joined.provisions, aProvision(11, 'F')],
    outcomes: [...joined.outcomes, anOutcome(12)],
  };
  const ends = looseEnds(area);
  expect(ends.unmet).toMatchObject([{ id: anId(10) }]);
  expect(ends.meetingNothing).toMatchObject([{ id: anId(11) }]);
  expect(ends.leadingNowhere).toMatchObject([{ id: anId(11) }]);
  expect(ends.servedByNothing).toMatchObject([{ id: anId(12) }]);
  expect(Object.values(looseEnds(joined)).flat()).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type PlainDate, plainDate } from '../../../shared/plain-date.ts';
import { counted } from './counting-examples.ts';
import type { Case, Exception } from './facts-examples.ts';
import { plainFlows } from './plain-examples.ts';

/* Of any cases, what is counted is what one case after another comes to. */

const day = (least: number, most: number) => fc.integer({ min: least, max: most });
const exceptions = fc.array(
  fc.record({
    ground: fc.constantFrom<Exception['ground']>(
      'exceptional personal circumstances',
      'absent from the area',
      'school closed',
      'early years provider closed',
    ),
    from: day(-40, 160),
    lasts: day(0, 60),
    open: fc.boolean(),
    asked: day(-20, 160),
    withdrawn: fc.nat(4).map((one) => one === 0),
  }),
  { maxLength: 2 },
);
const cases = fc.array(
  fc
    .record({
      at: day(0, 500),
      decide: fc.option(day(30, 50)),
      assess: fc.boolean(),
      outcome: fc.option(day(60, 110)),
      issue: fc.boolean(),
      issued: fc.option(day(115, 160)),
      ended: fc.option(fc.constantFrom('withdrawn' as const, 'moved out' as const, 'referred' as const), {
        freq: 3,
      }),
      exceptions,
    })
    .map((drawn): Case => {
      const received = addDays(plainDate('2024-09-01'), drawn.at);
      const on = (days: number): PlainDate => addDays(received, days);
      const decided =
        drawn.decide === null
          ? undefined
          : {
              outcome: drawn.assess ? ('assess' as const) : ('do not assess' as const),
              on: on(drawn.decide),
            };
      const outcome =
        decided?.outcome !== 'assess' || drawn.outcome === null
          ? undefined
          : { outcome: drawn.issue ? ('issue' as const) : ('do not issue' as const), on: on(drawn.outcome) };
      const issuedOn = outcome?.outcome !== 'issue' || drawn.issued === null ? undefined : on(drawn.issued);
      // A case ends once: withdrawn only where nothing else ended it.
      const over =
        decided?.outcome === 'do not assess' || outcome?.outcome === 'do not issue' || issuedOn !== undefined;
      return {
        receivedOn: received,
        ...(decided === undefined ? {} : { decided }),
        ...(outcome === undefined ? {} : { outcome }),
        ...(issuedOn === undefined ? {} : { issuedOn }),
        ...(drawn.ended === null || over ? {} : { ended: { kind: drawn.ended, on: on(112) } }),
        exceptions: drawn.exceptions.map(({ ground, from, lasts, open, asked, withdrawn }) => {
          const closed = ground === 'school closed' || ground === 'early years provider closed';
          const until = open && !closed ? null : on(from + lasts);
          return { ground, from: on(from), until, askedOn: closed ? on(asked) : null, withdrawn };
        }),
      };
    }),
  { minLength: 20, maxLength: 60 },
);

test('what SQL counts of each year is what one case after another comes to, by the law’s own exceptions', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (them) => {
      const { counts } = await counted(them, '2027-06-01');
      for (const year of [2024, 2025, 2026]) {
        const plain = plainFlows(them, year);
        for (const [measure, { numerator, denominator }] of Object.entries(plain)) {
          const found = counts.find((one) => one.measure === measure && one.year === year);
          expect([year, measure, found?.numerator, found?.denominator ?? 0]).toEqual([
            year,
            measure,
            numerator,
            denominator,
          ]);
        }
      }
    }),
    { numRuns: 8 },
  );
});

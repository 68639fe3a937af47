import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import { type AdviceForDraft, type AdviceRow, type DraftBasis, draftFromAdvice } from './draft.ts';
import { aDraft, anId } from './examples.ts';
import { brokenLinks } from './links.ts';
import { ADVICE_KINDS, AREAS, type Area } from './plan.ts';

const { areas: _, advice: __, directPayments: ___, sectionI: ____, ...basis } = aDraft();

const aRow: AdviceRow = {
  area: 'communication and interaction',
  need: 'Cannot yet ask for help',
  evidence: 'Seen in class on 3 occasions',
  outcome: { text: 'Asks an adult for help', steps: 'Shows a card', byWhen: 'July 2027' },
  provision: {
    what: 'Modelling of requests',
    who: 'A teaching assistant trained by a therapist',
    ratio: '1 to 1',
    frequency: 'Daily',
    durationEachTime: '15 minutes',
    review: 'Each term',
    text: '',
  },
  socialCareSection: null,
  page: 2,
};

function advice(
  id: number,
  rows: readonly AdviceRow[],
  changes: Partial<AdviceForDraft> = {},
): AdviceForDraft {
  return {
    adviceId: anId(id),
    kind: 'education',
    from: 'A head teacher',
    requestedOn: plainDate('2026-01-12'),
    signed: { on: plainDate('2026-02-01'), rows },
    ...changes,
  };
}

function draw(given: readonly AdviceForDraft[], from: DraftBasis = basis) {
  let next = 1;
  return draftFromAdvice(from, given, () => anId(next++));
}

test('a row of advice becomes a need, its provision and its outcome, linked and sourced', () => {
  const { needs, provisions, outcomes } = draw([advice(901, [aRow])]).areas['communication and interaction'];
  const sources = [{ adviceId: anId(901), page: 2 }];
  expect(needs).toEqual([{ id: anId(1), text: aRow.need, evidence: aRow.evidence, sources }]);
  expect(provisions).toEqual([{ ...aRow.provision, id: anId(2), section: 'F', needIds: [anId(1)], sources }]);
  expect(outcomes).toEqual([{ ...aRow.outcome, id: anId(3), provisionIds: [anId(2)], sources }]);
});

test('two people who state the same need share its row, which cites them both', () => {
  const other = {
    ...aRow,
    need: ' cannot yet  ask for help',
    provision: { ...aRow.provision, what: 'A help card' },
  };
  const area = draw([advice(901, [aRow]), advice(902, [other])]).areas['communication and interaction'];
  expect(area.needs).toHaveLength(1);
  expect(area.needs[0]?.sources).toMatchObject([{ adviceId: anId(901) }, { adviceId: anId(902) }]);
  expect(area.provisions.map(({ needIds }) => needIds)).toEqual([[anId(1)], [anId(1)]]);
  expect(area.outcomes).toHaveLength(1);
  expect(area.outcomes[0]?.provisionIds).toHaveLength(2);
});

test('one provision stated for two needs is one row that meets both', () => {
  const area = draw([advice(901, [aRow, { ...aRow, need: 'Avoids asking questions' }])]).areas[
    'communication and interaction'
  ];
  expect(area.provisions).toHaveLength(1);
  expect(area.provisions[0]?.needIds).toEqual(area.needs.map(({ id }) => id));
});

test('advice that is not signed brings nothing but its line in Section K', () => {
  const draft = draw([advice(901, [], { signed: null })]);
  expect(AREAS.flatMap((name) => draft.areas[name].needs)).toEqual([]);
  expect(draft.advice).toMatchObject([{ adviceId: anId(901), receivedOn: null, appended: false }]);
});

test('a need with no provision is kept, so that the gap is seen', () => {
  const row = { ...aRow, provision: { ...aRow.provision, what: '' } };
  const area = draw([advice(901, [row])]).areas['communication and interaction'];
  expect(area.needs).toHaveLength(1);
  expect(area.provisions).toEqual([]);
});

test('health advice goes to Section G, and social care to H1 or H2 as its author says', () => {
  const draft = draw([
    advice(901, [
      { ...aRow, area: 'health' },
      { ...aRow, area: 'social care', socialCareSection: 'H1' },
      { ...aRow, area: 'social care', need: 'Another' },
    ]),
  ]);
  expect(draft.areas.health.provisions.map(({ section }) => section)).toEqual(['G']);
  expect(draft.areas['social care'].provisions.map(({ section }) => section)).toEqual(['H1', 'H2']);
});

test('a draft from any advice at all has no setting, no broken link, and a source for every statement', () => {
  const words = fc.constantFrom('', 'one thing', 'another thing', 'One  thing');
  const row: fc.Arbitrary<AdviceRow> = fc.record({
    area: fc.constantFrom(...AREAS),
    need: words,
    evidence: words,
    outcome: fc.record({ text: words, steps: words, byWhen: words }),
    provision: fc.record({
      what: words,
      who: words,
      ratio: words,
      frequency: words,
      durationEachTime: words,
      review: words,
      text: words,
    }),
    socialCareSection: fc.constantFrom('H1', 'H2', null),
    page: fc.option(fc.nat(20)),
  });
  const given = fc.array(fc.tuple(fc.array(row, { maxLength: 6 }), fc.constantFrom(...ADVICE_KINDS)), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(given, (pieces) => {
      const draft = draw(pieces.map(([rows, kind], i) => advice(900 + i, rows, { kind })));
      expect(draft.sectionI).toBeNull();
      expect(draft.advice).toHaveLength(pieces.length);
      for (const name of AREAS) {
        const area: Area = draft.areas[name];
        expect(brokenLinks(area)).toEqual([]);
        for (const { sources } of [...area.needs, ...area.provisions, ...area.outcomes]) {
          expect(sources.length).toBeGreaterThan(0);
        }
      }
    }),
  );
});

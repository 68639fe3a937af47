import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '../../../shared/plain-date.ts';
import { AT_FERNTON, aDraft, aNeed, anArea, anId, anOutcome, aProvision } from '../examples.ts';
import { type Area, type DraftContent, emptyAreas, type PlanContent } from '../plan.ts';
import type { PlanView } from '../rendering/index.ts';
import { comparePlans } from './compare.ts';

const area = 'communication and interaction';

function view(content: PlanContent & { sectionI: PlanView['content']['sectionI'] }, number = 1): PlanView {
  return {
    authority: { name: 'Wexcombe' },
    reference: 'R-0000-0001',
    version: { kind: 'draft', number, on: plainDate('2026-03-02') },
    content,
    layout: 'sections',
    citations: [],
  };
}

function withArea(changes: Partial<Area<'F'>>, more: Partial<DraftContent> = {}): DraftContent {
  return aDraft({ areas: { ...emptyAreas(), [area]: { ...anArea(1, 'F'), ...changes } }, ...more });
}

const compare = (before: DraftContent, after: DraftContent) => comparePlans(view(before), view(after, 2));
const said = (changes: ReturnType<typeof compare>['changes']) =>
  changes.map(({ name, how, movedFrom }) => [name, how, movedFrom]);

test('a plan beside itself has no change, whatever its rows and their links and sources are', () => {
  const { changes, same } = compare(aDraft(), aDraft());
  expect(changes).toEqual([]);
  expect(same).toBeGreaterThan(10);
});

test('a word changed in a row is shown in that row alone, with the words about it', () => {
  const provision = aProvision(2, 'F', { needIds: [anId(1)], frequency: '2 times a week in term time' });
  const { changes } = compare(withArea({}), withArea({ provisions: [provision] }));
  expect(said(changes)).toEqual([['F1', 'changed', null]]);
  const [often] = changes[0]?.fields.filter(({ label }) => label === 'How often') ?? [];
  expect(often?.words).toEqual([
    { how: 'out', text: '3' },
    { how: 'in', text: '2' },
    { how: 'kept', text: ' times a week in term time' },
  ]);
});

test('a row put in, and a row taken out, are each told whole, where they stand', () => {
  const [first, second, third] = [
    aNeed(1),
    aNeed(11, { text: 'Tires by noon', evidence: '' }),
    aNeed(12, { text: 'Cannot read small print', evidence: 'Seen by an optometrist' }),
  ];
  const { changes } = compare(withArea({ needs: [first, second] }), withArea({ needs: [first, third] }));
  expect(said(changes)).toEqual([
    ['B2', 'taken out', null],
    ['B2', 'put in', null],
  ]);
  expect(changes[0]?.fields[0]?.words).toEqual([{ how: 'out', text: 'Tires by noon' }]);
});

test('rows put in before others number them anew, which changes neither them nor the links to them', () => {
  const needs = [aNeed(11, { text: 'Tires by noon' }), aNeed(1)];
  expect(said(compare(withArea({}), withArea({ needs })).changes)).toEqual([['B1', 'put in', null]]);
});

test('a row taken away and written again in much the same words is that row, changed', () => {
  const again = aNeed(50, { text: 'Finds it hard to follow instructions of more than three parts' });
  const { changes } = compare(
    withArea({}),
    withArea({ needs: [again], provisions: [aProvision(2, 'F', { needIds: [anId(50)] })] }),
  );
  expect(said(changes)).toEqual([['B1', 'changed', null]]);
  expect(changes[0]?.writtenAgain).toBe(true);
});

test('a row is the same row whatever its words become, for as long as it is not written again', () => {
  const { changes } = compare(
    withArea({}),
    withArea({ needs: [aNeed(1, { text: 'Tires by noon', evidence: '' })] }),
  );
  expect(said(changes)).toEqual([['B1', 'changed', null]]);
  expect(changes[0]?.writtenAgain).toBe(false);
});

test('a row that moves is told as moved, and only the row that moved', () => {
  const needs = [1, 11, 12, 13].map((id) => aNeed(id, { text: `The need called ${id}`, evidence: '' }));
  const [a, b, c, d] = needs;
  if (!a || !b || !c || !d) throw new Error('four needs');
  const { changes } = compare(withArea({ needs }), withArea({ needs: [d, a, b, c] }));
  expect(said(changes)).toEqual([['B1', 'the same', 'another place in this section']]);
});

test('a row that goes to another area or another section is moved, and says from where', () => {
  const health = { ...anArea(21, 'G'), provisions: [], outcomes: [] };
  const from = aDraft({ areas: { ...emptyAreas(), health } });
  const sensory = { ...anArea(21, 'F'), provisions: [], outcomes: [] };
  const to = aDraft({ areas: { ...emptyAreas(), 'sensory and/or physical': sensory } });
  const needs = compare(from, to).changes.filter(({ name }) => name === 'B1');
  expect(said(needs)).toEqual([['B1', 'the same', 'Section C: Health care needs']]);
});

test('the setting that a final plan names is put in where the draft said nothing', () => {
  const final = { ...aDraft(), sectionI: AT_FERNTON };
  const { changes } = comparePlans(view(aDraft()), view(final, 2));
  expect(changes.map(({ section }) => section)).toEqual(['Section I: Placement']);
});

/** Plans whose rows are any of a dozen, in any order, each in any of three wordings. */
const plans: fc.Arbitrary<DraftContent> = fc
  .record({
    needs: fc.uniqueArray(fc.nat(11), { maxLength: 8 }),
    provisions: fc.uniqueArray(fc.nat(11), { maxLength: 8 }),
    outcomes: fc.uniqueArray(fc.nat(11), { maxLength: 8 }),
    wording: fc.constantFrom('one way', 'another way', ''),
    a1: fc.string(),
  })
  .map(({ needs, provisions, outcomes, wording, a1 }) =>
    withArea(
      {
        needs: needs.map((id) => aNeed(100 + id, { text: `Need ${id} said ${wording}` })),
        provisions: provisions.map((id) =>
          aProvision(200 + id, 'F', {
            what: `Help ${id} ${wording}`,
            needIds: needs.slice(0, 2).map((n) => anId(100 + n)),
          }),
        ),
        outcomes: outcomes.map((id) => anOutcome(300 + id, { text: `Outcome ${id} ${wording}` })),
      },
      { a1 },
    ),
  );

test('whatever two versions say, the words of each can be read back out of what is compared', () => {
  fc.assert(
    fc.property(plans, plans, (before, after) => {
      const { changes } = compare(before, after);
      for (const { how, fields } of changes) {
        const ways = new Set(fields.flatMap(({ words }) => words.map((piece) => piece.how)));
        if (how === 'put in') expect([...ways]).toEqual(['in']);
        if (how === 'taken out') expect([...ways]).toEqual(['out']);
        if (how === 'the same') expect([...ways]).toEqual(['kept']);
      }
      const rowsIn = ({ areas }: DraftContent) => areas[area].needs.length + areas[area].outcomes.length;
      const counted = (way: string) =>
        changes.filter(({ how, name }) => how === way && /^[BE]\d/.test(name)).length;
      expect(rowsIn(before) + counted('put in') - counted('taken out')).toBe(rowsIn(after));
    }),
  );
});

test('what is put in one way is taken out the other way', () => {
  fc.assert(
    fc.property(plans, plans, (before, after) => {
      const count = (one: DraftContent, other: DraftContent, way: string) =>
        compare(one, other).changes.filter(({ how }) => how === way).length;
      expect(count(before, after, 'put in')).toBe(count(after, before, 'taken out'));
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, changesBetween } from './changes.ts';
import { aDraft, anArea, anId } from './examples.ts';

test('a plan does not differ from itself, nor from itself as it comes back from JSON', () => {
  expect(changesBetween(aDraft(), aDraft())).toEqual([]);
  expect(changesBetween(aDraft(), JSON.parse(canonicalJson(aDraft())))).toEqual([]);
});

test('each thing said differently is one change, named by its row', () => {
  const { areas } = aDraft();
  const area = areas['communication and interaction'];
  const after = aDraft({
    a1: 'Other words',
    areas: {
      ...areas,
      'communication and interaction': { ...area, outcomes: [] },
      health: anArea(41, 'G'),
    },
  });
  expect(changesBetween(aDraft(), after)).toEqual([
    { at: 'A1', section: 'A1', how: 'changed' },
    { at: 'health/strengths', section: 'health', how: 'changed' },
    { at: `health/needs/${anId(41)}`, section: 'health', how: 'added' },
    { at: `health/provisions/${anId(42)}`, section: 'health', how: 'added' },
    { at: `health/outcomes/${anId(43)}`, section: 'health', how: 'added' },
    {
      at: `communication and interaction/outcomes/${anId(3)}`,
      section: 'communication and interaction',
      how: 'taken away',
    },
  ]);
});

test('the order of rows is not a difference', () => {
  const two = { ...anArea(1, 'F' as const), needs: [...anArea(1, 'F').needs, ...anArea(11, 'F').needs] };
  const turned = { ...two, needs: two.needs.toReversed() };
  const { areas } = aDraft();
  const draft = (area: typeof two) => aDraft({ areas: { ...areas, 'cognition and learning': area } });
  expect(changesBetween(draft(two), draft(turned))).toEqual([]);
});

test('a change to any one field of a provision is seen', () => {
  const { areas } = aDraft();
  const area = areas['communication and interaction'];
  for (const field of ['what', 'who', 'ratio', 'frequency', 'durationEachTime', 'review', 'text'] as const) {
    const provisions = area.provisions.map((row) => ({ ...row, [field]: 'less' }));
    const after = aDraft({ areas: { ...areas, 'communication and interaction': { ...area, provisions } } });
    expect(changesBetween(aDraft(), after).map(({ how }) => how)).toEqual(['changed']);
  }
});

test('canonical JSON depends on what is said, never on the order it was put together in', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

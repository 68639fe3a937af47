import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countOf, listByName } from './directory/by-name.ts';
import { type HeldSetting, registerOf } from './held-register.ts';
import { aHeldSetting, aPlace } from './nearby-examples.ts';
import { type Filter, selected } from './selection.ts';
import { NEED_TYPES } from './setting.ts';
import { rowsWith } from './word-beginnings.ts';

/* What a search finds by columns and by an index of words, beside the plain way of looking at every setting. */

const WORDS = ['st', 'stow', 'mary', 'marys', 'hill', 'hi', 'on', 'al1', '1aa', 'é', ''];
const name = fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }).map((words) => ` ${words.join(' ')}`);
const asked = fc
  .array(fc.constantFrom(...WORDS, 's', 'ma', 'a'), { minLength: 1, maxLength: 3 })
  .map((words) => ` ${words.join(' ')}`);

const settings = fc
  .array(
    fc.record({
      name,
      place: fc.option(aPlace, { freq: 3 }),
      phase: fc.constantFrom('Primary', 'Secondary', null),
      type: fc.constantFrom('Community school', 'Free schools', null),
      status: fc.constantFrom('Open', 'Closed', null),
      laCode: fc.constantFrom(901, 902, null),
      needTypes: fc.subarray(NEED_TYPES.slice(0, 3)),
      resourcedProvision: fc.constantFrom('SEN unit', 'Not applicable', null),
    }),
    { maxLength: 40, size: 'max' },
  )
  .map((all) => all.map((said, at) => aHeldSetting(at, { ...said, searched: said.name })));

const filters = fc.record(
  {
    phase: fc.constantFrom('Primary', 'Secondary', 'Nursery'),
    type: fc.constantFrom('Community school', 'Free schools', 'Nobody’s'),
    need: fc.constantFrom(...NEED_TYPES.slice(0, 4), 'None of the register’s'),
    laCode: fc.constantFrom(901, 902, 903),
    unit: fc.boolean(),
    closed: fc.boolean(),
    words: fc.array(asked, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

function isAsked(one: HeldSetting, filter: Filter): boolean {
  return (
    (filter.closed === true || one.status !== 'Closed') &&
    (filter.phase === undefined || one.phase === filter.phase) &&
    (filter.type === undefined || one.type === filter.type) &&
    (filter.need === undefined || one.needTypes.includes(filter.need)) &&
    (filter.laCode === undefined || one.laCode === filter.laCode) &&
    (filter.unit !== true || one.resourcedProvision === 'SEN unit') &&
    (filter.words ?? []).every((word) => one.searched.includes(word))
  );
}

describe('what a search selects', () => {
  test('is every setting that is all that was asked for, and no other', () => {
    fc.assert(
      fc.property(settings, filters, (all, filter) => {
        const rows = selected(registerOf(all), filter);
        expect([...rows]).toEqual(all.map((one) => Number(isAsked(one, filter))));
      }),
      { numRuns: 200 },
    );
  });

  test('by words is every setting in which they stand, the last by its beginning', () => {
    fc.assert(
      fc.property(settings, asked, (all, words) => {
        const rows = rowsWith(registerOf(all), words);
        expect([...rows]).toEqual(all.map(({ searched }) => Number(searched.includes(words))));
      }),
      { numRuns: 200 },
    );
  });

  test('changes nothing of the register it is selected from', () => {
    const register = registerOf([aHeldSetting(1), aHeldSetting(2, { phase: 'Secondary' })]);
    expect([...selected(register, { phase: 'Secondary' })]).toEqual([0, 1]);
    expect([...selected(register, {})]).toEqual([1, 1]);
  });
});

// So that there is something to put in order.
const few = fc.record({ phase: fc.constant('Primary'), closed: fc.boolean() }, { requiredKeys: [] });

describe('settings by name', () => {
  test('are a page of those asked for, those whose names begin so first, with how many there are', () => {
    const page = fc.record({ start: fc.nat(4), count: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(settings, few, page, asked, (all, filter, { start, count }, first) => {
        const wanted = all
          .map((one, row) => ({ one, row, later: Number(!one.searched.startsWith(first)) }))
          .filter(({ one }) => isAsked(one, filter))
          .sort((a, b) => a.later - b.later || ORDER.compare(a.one.name, b.one.name) || a.row - b.row);
        const register = registerOf(all);
        expect(listByName(register, filter, { start, count, first })).toEqual({
          rows: wanted.slice(start, start + count).map(({ row }) => row),
          more: wanted.length > start + count,
          total: wanted.length,
        });
        // Read on after the last of the page before, it is the same page; also where that one is asked for no more.
        const after = wanted[start - 1]?.row;
        if (after !== undefined)
          expect(listByName(register, filter, { start: 0, count, first, after }).rows).toEqual(
            wanted.slice(start, start + count).map(({ row }) => row),
          );
        expect(countOf(register, selected(register, filter))).toEqual({
          total: wanted.length,
          placed: wanted.filter(({ one }) => one.place !== null).length,
        });
      }),
      { numRuns: 200 },
    );
  });

  test('are in the order of their names alone where no name was asked for', () => {
    const register = registerOf([
      aHeldSetting(1, { name: 'Élan School' }),
      aHeldSetting(2, { name: 'Zest School' }),
      aHeldSetting(3, { name: 'Dale School' }),
    ]);
    expect(listByName(register, {}, { start: 0, count: 2, first: '' })).toEqual({
      rows: [2, 0],
      more: true,
      total: 3,
    });
  });
});

const ORDER = new Intl.Collator('en-GB');

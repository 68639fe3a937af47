import fc from 'fast-check';
import { type HeldSetting, NEED_TYPES, registerOf, within } from '../settings/index.ts';
import type { ForWhom } from './considering.ts';
import { factsOf, type Said } from './facts.ts';
import { type Entry, entryAt, type TailoredList, tailoredList } from './tailored-list.ts';

/* Invented settings and somebody to make a list for, for tests. */

export const HOME = { latitude: 52, longitude: -1.5 };

/** An invented open secondary school a few miles away, of which the register says no more; give what matters. */
export function aSetting(number: number, said: Partial<HeldSetting> = {}): HeldSetting {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    urn: 910_000 + number,
    ...{ name: `Invented School ${number}`, town: 'Wexcombe', searched: '' },
    ...{ postcode: null, laCode: 998, laName: 'Fernshire' },
    ...{ type: 'Community school', typeGroup: null, phase: 'Secondary', status: 'Open' },
    ...{ ageFrom: null, ageTo: null, needTypes: [], resourcedProvision: null },
    ...{ requestable: 'maintained school', section41: null, capacity: null, pupils: null },
    place: { latitude: 52 + number / 1000, longitude: -1.5 },
    ...said,
  };
}

export const [AUTISM, , , , , , , SEMH, SPEECH] = NEED_TYPES;

/** Somebody who starts Year 7 with one line of provision, for autism; give what matters. */
export function somebody(said: Partial<ForWhom> = {}): ForWhom {
  return { age: 11, yearAge: 11, lines: [{ ref: 'F1', needs: [1] }], wish: null, ...said };
}

export type Made = { list: TailoredList; entries: Entry[]; ids: string[] };

/** The list of all these settings, `asked` being some of their places among them. */
export function make(
  settings: readonly HeldSetting[],
  who: ForWhom,
  asked: readonly number[] = [],
  said: readonly Said[] = [],
): Made {
  const register = registerOf(settings);
  const near = within(register, HOME, 20_000);
  const there = new Set(near.map(({ row }) => row));
  const placeless = settings.flatMap((_, row) => (there.has(row) ? [] : [{ row, km: Number.NaN }]));
  const list = tailoredList(factsOf(register, said), [...near, ...placeless], who, asked);
  const entries = Array.from({ length: list.size }, (_, place) => entryAt(list, place));
  return { list, entries, ids: entries.map(({ row }) => settings[row]?.id ?? '') };
}

const kinds = {
  type: fc.constantFrom(
    'Community school',
    'Community special school',
    'Other independent special school',
    'Pupil referral unit',
    null,
  ),
  typeGroup: fc.constantFrom('Special schools', 'Independent schools', null),
  phase: fc.constantFrom(
    'Nursery',
    'Primary',
    'Middle deemed secondary',
    'Secondary',
    'All-through',
    '16 plus',
    'Not applicable',
    null,
  ),
  status: fc.constantFrom('Open', 'Closed', null),
  requestable: fc.constantFrom(
    'maintained school' as const,
    'approved independent institution (s41)' as const,
    null,
  ),
};

/** Any settings, up to sixty, anywhere near or of no place. */
export const someSettings = fc
  .array(
    fc.record({
      ...kinds,
      ageFrom: fc.option(fc.integer({ min: 0, max: 16 })),
      ageTo: fc.option(fc.integer({ min: 5, max: 25 })),
      needTypes: fc.subarray([...NEED_TYPES]),
      resourcedProvision: fc.constantFrom('SEN unit', 'Not applicable', null),
      capacity: fc.option(fc.integer({ min: 0, max: 2000 })),
      pupils: fc.option(fc.integer({ min: 0, max: 2000 })),
      laCode: fc.option(fc.integer({ min: 201, max: 999 })),
      place: fc.option(
        fc.record({
          latitude: fc.double({ min: 51, max: 53, noNaN: true }),
          longitude: fc.double({ min: -2, max: 0, noNaN: true }),
        }),
        { freq: 10 },
      ),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((all) => all.map((said, number) => aSetting(number, said)));

/** Anybody, with up to eight lines, some of needs of no kind that anybody said. */
export const anybody: fc.Arbitrary<ForWhom> = fc.record({
  age: fc.integer({ min: 0, max: 25 }),
  yearAge: fc.integer({ min: 0, max: 25 }),
  lines: fc
    .array(fc.array(fc.integer({ min: 0, max: 4095 }), { maxLength: 3 }), { maxLength: 8 })
    .map((all) => all.map((needs, at) => ({ ref: `F${at + 1}`, needs }))),
  wish: fc.constantFrom('mainstream' as const, 'special' as const, null),
});

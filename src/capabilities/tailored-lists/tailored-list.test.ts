import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import { registerOf } from '../settings/index.ts';
import { factsOf, type SaidPlaces, type SettingFacts } from './facts.ts';
import { AUTISM, anybody, aSetting, make, SEMH, SPEECH, somebody, someSettings } from './list-examples.ts';
import { LEAVES_OFF, NOT_KNOWN } from './reasons.ts';

const only = (setting: Parameters<typeof aSetting>[1], who = somebody()) =>
  make([aSetting(1, setting)], who).entries[0];

describe('every setting considered is on the list once, in or left off, with each reason', () => {
  test('whatever they are and whoever it is for', () => {
    fc.assert(
      fc.property(someSettings, anybody, (settings, who) => {
        const { ids, entries } = make(settings, who);
        expect(ids.toSorted()).toEqual(settings.map(({ id }) => id).toSorted());
        for (const { verdict, reasons } of entries) {
          expect(Object.values(reasons)).toHaveLength(10);
          expect(Object.values(reasons).some((reason) => LEAVES_OFF.has(reason))).toBe(
            verdict === 'left off',
          );
        }
      }),
    );
  });

  test('and what is not known leaves nothing off', () => {
    const nothing = { type: null, phase: null, status: null, requestable: null, place: null };
    expect(only(nothing)).toMatchObject({ verdict: 'not known', km: null });
    fc.assert(
      fc.property(someSettings, anybody, (settings, who) => {
        for (const { verdict, reasons } of make(settings, who).entries) {
          const off = Object.values(reasons).filter(
            (reason) => LEAVES_OFF.has(reason) && NOT_KNOWN.has(reason),
          );
          expect(off).toEqual([]);
          if (verdict === 'fits') expect([reasons.age, reasons.phase]).not.toContain('phase not known');
        }
      }),
    );
  });

  test('and the same is answered to the same', () => {
    fc.assert(
      fc.property(someSettings, anybody, (settings, who) => {
        expect(make(settings, who).list).toEqual(make(settings, who).list);
      }),
    );
  });
});

describe('what the family asks for', () => {
  test('is on the list and first, in their order, whatever is found of it', () => {
    fc.assert(
      fc.property(someSettings, anybody, fc.infiniteStream(fc.nat()), (settings, who, picks) => {
        const wanted = [...picks.take(3)].map((pick) => pick % settings.length);
        const asked = [...new Set(wanted)];
        const { ids, entries } = make(settings, who, asked);
        expect(ids.slice(0, asked.length)).toEqual(asked.map((at) => settings[at]?.id));
        expect(entries.slice(0, asked.length).every(({ verdict }) => verdict === 'asked for')).toBe(true);
      }),
    );
  });

  test('a closed primary school asked for by somebody of sixteen still says what is found of it', () => {
    const setting = aSetting(1, { status: 'Closed', phase: 'Primary' });
    const [entry] = make([aSetting(2), setting], somebody({ age: 16, yearAge: 16 }), [1]).entries;
    expect(entry).toMatchObject({
      row: 1,
      verdict: 'asked for',
      reasons: { open: 'closed', phase: 'another phase' },
    });
  });
});

describe('what counts for nothing', () => {
  test('what a setting costs: the list is given no such thing', () => {
    expectTypeOf<keyof SettingFacts>().toEqualTypeOf<
      | 'size'
      | 'closed'
      | 'ageFrom'
      | 'ageTo'
      | 'phase'
      | 'namedYears'
      | 'needs'
      | 'special'
      | 'unit'
      | 'category'
      | 'capacity'
      | 'pupils'
      | 'places'
      | 'kind'
      | 'ofKind'
    >();
    expect(
      Object.keys(factsOf(registerOf([]), [])).filter((key) => /cost|price|fee|band|money/i.test(key)),
    ).toEqual([]);
  });

  test('whose area it is in: the same setting across the boundary comes to the same, in the same place', () => {
    fc.assert(
      fc.property(
        someSettings,
        anybody,
        fc.infiniteStream(fc.integer({ min: 201, max: 999 })),
        (settings, who, areas) => {
          const moved = settings.map((one) => ({ ...one, laCode: areas.next().value ?? 999 }));
          expect(make(moved, who).list).toEqual(make(settings, who).list);
        },
      ),
    );
  });

  test('that an independent setting is approved and not maintained', () => {
    fc.assert(
      fc.property(someSettings, anybody, (settings, who) => {
        const of = (requestable: 'maintained school' | 'approved independent institution (s41)') =>
          make(
            settings.map((one) => ({ ...one, requestable: one.requestable === null ? null : requestable })),
            who,
          );
        const [maintained, approved] = [
          of('maintained school'),
          of('approved independent institution (s41)'),
        ];
        expect(approved.ids).toEqual(maintained.ids);
        expect(approved.list.verdicts).toEqual(maintained.list.verdicts);
      }),
    );
  });

  test('how full it is: what it said of its places changes neither its place nor whether it is on', () => {
    const full: SaidPlaces = {
      saidOn: plainDate('2026-11-02'),
      stale: false,
      lines: [{ needs: 0, from: 0, to: 25, vacancies: 0 }],
    };
    fc.assert(
      fc.property(someSettings, anybody, (settings, who) => {
        const said = settings.map((_, row) => ({ row, needs: null, ages: null, unit: null, places: full }));
        const [told, untold] = [make(settings, who, [], said), make(settings, who)];
        expect(told.ids).toEqual(untold.ids);
        expect(told.entries.every(({ reasons }) => reasons.places === 'said it is full')).toBe(true);
      }),
    );
  });
});

describe('who comes first', () => {
  test('what fits, then whoever names more lines, then the kind they would like, then what the law lets them ask for, then the nearer', () => {
    const lines = [
      { ref: 'F1', needs: [1] },
      { ref: 'F2', needs: [256] },
    ];
    const who = somebody({ lines, wish: 'mainstream' });
    const both = { needTypes: [AUTISM, SPEECH], phase: 'Secondary' };
    const settings = [
      aSetting(1),
      aSetting(2, { ...both, needTypes: [AUTISM] }),
      aSetting(3, { ...both, type: 'Community special school' }),
      aSetting(9, both),
      aSetting(8, both),
      aSetting(4, { ...both, type: 'Pupil referral unit', requestable: null }),
      aSetting(5, { phase: 'Primary' }),
    ];
    expect(make(settings, who).entries.map(({ row }) => row)).toEqual([4, 3, 5, 2, 1, 0, 6]);
  });

  test('two alike in one building are in the register’s order', () => {
    const place = { latitude: 52.1, longitude: -1.4 };
    const { ids } = make([aSetting(1, { place }), aSetting(2, { place })], somebody());
    expect(ids).toEqual([aSetting(1).id, aSetting(2).id]);
  });
});

describe('what the law says of asking for it', () => {
  const of = (said: Parameters<typeof aSetting>[1]) =>
    only({ requestable: null, ...said })?.reasons['legal category'];
  test('an independent setting counts as approved only where it is shown to be', () => {
    const type = 'Other independent special school';
    expect(of({ type, requestable: 'approved independent institution (s41)' })).toBe('approved independent');
    expect(of({ type })).toBe('approval not known');
    expect(of({ type, section41: false })).toBe('outside section 38');
    expect(of({ type: 'Pupil referral unit' })).toBe('outside section 38');
  });

  test('what the register does not say of another setting puts it behind nobody', () => {
    const settings = [
      aSetting(2),
      aSetting(1, { type: null, typeGroup: 'Special schools', phase: 'Secondary', requestable: null }),
    ];
    expect(make(settings, somebody()).entries.map(({ row }) => row)).toEqual([1, 0]);
    expect(of({ type: null, typeGroup: 'Special schools' })).toBe('category not known');
  });
});

describe('age and phase', () => {
  const ages = (ageFrom: number | null, ageTo: number | null) => ({ ageFrom, ageTo, phase: null });
  test.each([
    [4, 11, 11, 11, 'for younger'],
    [11, 16, 11, 11, 'takes this age'],
    [11, 16, 11, 10, 'for older'],
    [11, 16, 16, 15, 'takes this age'],
    [11, 16, 16, 16, 'for younger'],
    [3, 5, 3, 2, 'takes this age'],
    [4, 11, 4, 3, 'takes this age'],
    [2, 19, 18, 18, 'takes this age'],
    [11, null, 11, 11, 'ages not known'],
    [12, null, 11, 11, 'for older'],
    [null, 11, 11, 11, 'for younger'],
  ] as const)(
    'ages %s to %s, somebody of %s who was %s on 31 August: %s',
    (from, to, age, yearAge, found) => {
      expect(only(ages(from, to), somebody({ age, yearAge }))?.reasons.age).toBe(found);
    },
  );

  test.each([
    ['Primary', 10, 'teaches this year'],
    ['Primary', 11, 'another phase'],
    ['Primary', 3, 'phase not known'],
    ['Secondary', 10, 'another phase'],
    ['Secondary', 16, 'phase not known'],
    ['Middle deemed secondary', 10, 'phase not known'],
    ['Middle deemed primary', 16, 'another phase'],
    ['Nursery', 5, 'another phase'],
    ['All-through', 9, 'teaches this year'],
    ['16 plus', 15, 'another phase'],
    ['16 plus', 19, 'teaches this year'],
    ['Not applicable', 11, 'phase not known'],
  ] as const)('a %s setting, for somebody of %s: %s', (phase, yearAge, found) => {
    expect(only({ phase }, somebody({ age: yearAge, yearAge }))?.reasons.phase).toBe(found);
  });

  test('what a setting says of its ages comes before the register', () => {
    const said = { row: 0, needs: null, ages: { from: 11, to: 16 }, unit: null, places: null };
    expect(make([aSetting(1, ages(4, 11))], somebody(), [], [said]).entries[0]?.reasons.age).toBe(
      'takes this age',
    );
  });
});

describe('the needs behind the lines', () => {
  test('a special school that names only others is left off; a mainstream school is not', () => {
    const needTypes = [SEMH];
    expect(only({ needTypes, type: 'Community special school' })).toMatchObject({ verdict: 'left off' });
    expect(only({ needTypes })).toMatchObject({
      verdict: 'not known',
      reasons: { needs: 'names other needs' },
    });
  });

  test('a special school that names none, or a line of which nobody said the kind, is not known', () => {
    expect(only({ type: 'Community special school' })?.reasons.needs).toBe('needs not known');
    const unsaid = somebody({ lines: [{ ref: 'F1', needs: [0] }] });
    expect(only({ type: 'Community special school', needTypes: [SEMH] }, unsaid)).toMatchObject({
      verdict: 'not known',
    });
  });

  test('a line for two needs is met by whoever names both, and in part by whoever names one', () => {
    const two = somebody({ lines: [{ ref: 'F1', needs: [1, 256] }] });
    expect(only({ needTypes: [AUTISM, SPEECH] }, two)?.reasons.needs).toBe('every line');
    expect(only({ needTypes: [AUTISM] }, two)?.reasons.needs).toBe('some lines');
  });
});

test('places go by the age and the needs they were said for, and not by what was said long ago', () => {
  const saying = (places: Partial<SaidPlaces>) =>
    make(
      [aSetting(1, { capacity: 100, pupils: 100 })],
      somebody(),
      [],
      [
        {
          ...{ row: 0, needs: null, ages: null, unit: null },
          places: { saidOn: plainDate('2026-11-02'), stale: false, lines: [], ...places },
        },
      ],
    ).entries[0]?.reasons.places;
  const line = { needs: 1, from: 11, to: 12, vacancies: 2 };
  expect(saying({ lines: [line] })).toBe('said it has room');
  expect(saying({ lines: [line], stale: true })).toBe('said long ago');
  expect(saying({ lines: [{ ...line, vacancies: 0 }] })).toBe('said it is full');
  expect(saying({ lines: [{ ...line, needs: 256 }] })).toBe('full by census');
  expect(saying({ lines: [{ ...line, from: 12 }] })).toBe('full by census');
});

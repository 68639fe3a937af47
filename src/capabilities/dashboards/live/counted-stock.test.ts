import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testApp } from '../../../../test/support/app.ts';
import { anAuthority } from '../../../../test/support/database.ts';
import { addDays, plainDate } from '../../../shared/plain-date.ts';
import { counted, planned, TODAY } from './counting-examples.ts';
import { aChild, aNeed, aPlace, aPlanBroughtIn, aSettingOf } from './facts-examples.ts';
import type { LiveMeasureId } from './measures.ts';
import { stockDays } from './periods.ts';
import { type Child, plainStock } from './plain-stock-examples.ts';
import { refreshCounts } from './refresh.ts';

/* Who has a plan on a day, and with what need, at what place and how old. */

test('needs, places and ages are as they were on the day, under the Department’s headings', async () => {
  const { authority, services, made } = await counted([
    planned(140, { bornOn: '2014-08-31' }),
    planned(140, { bornOn: '2014-09-01' }),
    planned(140),
    planned(140, {
      receivedOn: '2025-09-01',
      decided: { outcome: 'assess', on: '2025-10-01' },
      outcome: { outcome: 'issue', on: '2026-01-10' },
      issuedOn: '2026-01-16',
    }),
  ]);
  const [one, two, three, four] = made.map(({ childId }) => childId);
  await aNeed(authority, one ?? '', 'DS', '2020-01-01');
  await aNeed(authority, two ?? '', 'SEMH', '2020-01-01');
  await aNeed(authority, two ?? '', 'ASD', '2026-02-01');
  await aPlace(authority, one ?? '', {
    settingId: await aSettingOf('Academy special converter', 'Special schools'),
    from: '2025-09-01',
  });
  await aPlace(authority, two ?? '', {
    settingId: await aSettingOf('Community school', 'Local authority maintained schools'),
    from: '2025-09-01',
  });
  await aPlace(authority, three ?? '', { settingId: null, kind: 'home education', from: '2026-02-01' });
  await aPlace(authority, four ?? '', {
    settingId: await aSettingOf('Special post 16 institution', 'Colleges'),
    from: '2026-02-01',
  });
  const counts = await refreshCounts(services, authority);
  const at = (periodKind: string, measure: LiveMeasureId) =>
    Object.fromEntries(
      counts
        .filter(
          (row) =>
            row.periodKind === periodKind &&
            row.year === 2026 &&
            row.measure === measure &&
            row.numerator > 0,
        )
        .map(({ breakdown, numerator, denominator }) => [breakdown, `${numerator}/${denominator}`]),
    );
  // The survey of 2026 was on 15 January, the day before the last plan.
  expect(at('January', 'primary-need')).toEqual({ oth: '1/3', semh: '1/3', unknown: '1/3' });
  expect(at('today', 'primary-need')).toEqual({ oth: '1/4', asd: '1/4', unknown: '2/4' });
  expect(at('January', 'placement')).toEqual({ special: '1/3', mainstream: '1/3', 'not recorded': '1/3' });
  expect(at('today', 'placement')).toEqual({
    ...{ special: '1/4', mainstream: '1/4', 'educated elsewhere': '1/4' },
    'further education': '1/4',
  });
  expect(at('January', 'plan-ages')).toEqual({ 'age 11': '1/3', 'age 10': '1/3', 'age 9': '1/3' });
});

const from = fc.integer({ min: 0, max: 1200 }).map((days) => addDays(plainDate('2023-01-01'), days));
const spell = fc.tuple(from, fc.option(fc.nat(500))).map(([start, lasts]) => ({
  from: start,
  until: lasts === null ? null : addDays(start, lasts),
}));
const HEADINGS = [
  ['Community school', 'Local authority maintained schools', 'mainstream'],
  ['Academy special converter', 'Special schools', 'special'],
  ['Further education', 'Colleges', 'further education'],
] as const;

/** Any child, with needs and places that overlap, end and leave days between; `settings` are one of each of the headings. */
function aChildWith(settings: readonly string[]): fc.Arbitrary<Child> {
  const atSetting = fc.record({ at: fc.nat(HEADINGS.length - 1), spell, rank: fc.constantFrom(1, 2) });
  const elsewhere = fc.record({ spell, rank: fc.constantFrom(1, 2) });
  const place = fc.oneof(
    atSetting.map(({ at, spell: when, rank }) => ({
      ...{ ...when, rank, settingId: settings[at] ?? null, heading: HEADINGS[at]?.[2] ?? '' },
    })),
    elsewhere.map(({ spell: when, rank }) => ({
      ...{ ...when, rank, settingId: null, kind: 'home education', heading: 'educated elsewhere' },
    })),
  );
  return fc.record({
    bornOn: fc
      .oneof(fc.integer({ min: -8000, max: 300 }), fc.constantFrom(-122, -123, -2314))
      .map((days) => addDays(plainDate('2023-01-01'), days)),
    issuedOn: from,
    needs: fc.array(
      fc
        .record({ need: fc.constantFrom('ASD', 'DS', 'OTH', 'SEMH'), spell })
        .map(({ need, spell: when }) => ({ need, ...when })),
      { maxLength: 4 },
    ),
    // Of one rank two never begin on one day.
    places: fc.uniqueArray(place, { maxLength: 4, selector: (one) => `${one.rank} ${one.from}` }),
  });
}

test('of any needs and places, on one file or two, what is counted on each day is what one child after another comes to', async () => {
  const settings = [];
  for (const [type, group] of HEADINGS) settings.push(await aSettingOf(type, group));
  const children = fc.array(fc.tuple(aChildWith(settings), fc.boolean()), { minLength: 10, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(children, async (them) => {
      const authority = await anAuthority();
      for (const [one, twoFiles] of them) {
        const childId = await aChild(authority, one.bornOn);
        const other = twoFiles ? await aChild(authority, '2010-01-01', childId) : childId;
        await aPlanBroughtIn(authority, childId, one.issuedOn);
        for (const { need, from: start, until } of one.needs)
          await aNeed(authority, other, need, start, until);
        for (const place of one.places) await aPlace(authority, other, place);
      }
      const { app, services } = await testApp(authority, TODAY);
      const counts = await refreshCounts(services, authority);
      await app.close();
      for (const { periodKind, year, day } of stockDays(plainDate(TODAY))) {
        const found = counts.filter((one) => one.periodKind === periodKind && one.year === year);
        const said = Object.entries(
          plainStock(
            them.map(([one]) => one),
            day,
          ),
        ).map(([heading, number]) => {
          const name = heading.replace(/^(need|place) /, '');
          const one = found.find(({ measure, breakdown }) =>
            name === 'plans'
              ? measure === 'plans'
              : breakdown === name && (measure === 'primary-need') === heading.startsWith('need'),
          );
          return [day, heading, number, one?.numerator];
        });
        expect(said.filter(([, , number, one]) => number !== one)).toEqual([]);
        expect(found.find(({ measure }) => measure === 'plans')?.numerator).toBe(
          them.filter(([one]) => one.issuedOn <= day).length,
        );
      }
    }),
    { numRuns: 6 },
  );
});

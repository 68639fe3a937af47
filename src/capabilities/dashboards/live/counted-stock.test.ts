import { expect, test } from 'vitest';
import { counted, planned } from './counting-examples.ts';
import { aNeed, aPlace, aSettingOf } from './facts-examples.ts';
import type { LiveMeasureId } from './measures.ts';
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

import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../../test/support/database.ts';
import { asReporting, withLens } from '../../../platform/lens/index.ts';
import { addDays, type PlainDate, plainDate } from '../../../shared/plain-date.ts';
import type { LiveCount } from './count.ts';
import {
  aCase,
  aChild,
  aNeed,
  aPlace,
  aPlanBroughtIn,
  aSettingOf,
  type Case,
  type Exception,
  issued,
} from './facts-examples.ts';
import { LIVE_MEASURE_IDS, LIVE_MEASURES, type LiveMeasureId } from './measures.ts';
import { ageDay, quarterOf, surveyDay } from './periods.ts';
import { plainFlows } from './plain-examples.ts';
import { listOwnCounts, listReleasedCounts } from './read-store.ts';
import { refreshCounts, refreshIfStale } from './refresh.ts';

/* Live measures by the Department's definitions: a few invented cases at the edges of each. */

const TODAY = '2026-03-10';
const RECEIVED = plainDate('2025-01-06');
const after = (days: number) => addDays(RECEIVED, days);

/** A case whose plan was issued so many days after the request. */
function planned(days: number, more: Partial<Case> = {}): Case {
  return {
    receivedOn: RECEIVED,
    decided: { outcome: 'assess', on: after(30) },
    outcome: { outcome: 'issue', on: after(90) },
    issuedOn: after(days),
    ...more,
  };
}

async function counted(cases: readonly Case[], today = TODAY) {
  const authority = await anAuthority();
  const made = [];
  for (const one of cases) made.push(await aCase(authority, one));
  const { app, services } = await testApp(authority, today);
  const counts = await refreshCounts(services, authority);
  await app.close();
  return { authority, services, counts, made, of: pick(counts) };
}

/** Numerator and denominator of a measure in a year, as `n/d`. */
function pick(counts: readonly LiveCount[]) {
  return (measure: LiveMeasureId, year = 2025, breakdown = '') => {
    const found = counts.filter(
      (one) => one.measure === measure && one.year === year && one.breakdown === breakdown,
    );
    const [one] = found;
    return one === undefined ? 'none' : `${one.numerator}/${one.denominator ?? '-'}`;
  };
}

test('a decision on the 42nd day is within six weeks and one on the 43rd is not; exceptions make no difference', async () => {
  const excused: Exception = {
    ground: 'exceptional personal circumstances',
    from: after(5),
    until: after(20),
    askedOn: null,
    withdrawn: false,
  };
  const { of } = await counted([
    { receivedOn: RECEIVED, decided: { outcome: 'assess', on: after(42) } },
    { receivedOn: RECEIVED, decided: { outcome: 'do not assess', on: after(43) }, exceptions: [excused] },
    { receivedOn: RECEIVED },
  ]);
  expect(of('decided-within-6-weeks')).toBe('1/2');
});

test('a plan on the 140th day is within 20 weeks and one on the 141st is not', async () => {
  const { of } = await counted([planned(140), planned(141)]);
  expect([of('plans-within-20-weeks-all'), of('plans-within-20-weeks'), of('new-plans')]).toEqual([
    '1/2',
    '1/2',
    '2/-',
  ]);
});

test('a lawful exception takes a plan out of the one measure altogether, and changes nothing of the other', async () => {
  const exception = (changes: Partial<Exception>): Exception => ({
    ground: 'absent from the area',
    from: after(10),
    until: after(37),
    askedOn: null,
    withdrawn: false,
    ...changes,
  });
  const { of } = await counted([
    planned(100, { exceptions: [exception({})] }),
    planned(200, { exceptions: [exception({})] }),
    // 27 days together are no exception, nor is one that was taken back, nor a closure nobody was asked in.
    planned(200, { exceptions: [exception({ until: after(36) })] }),
    planned(200, { exceptions: [exception({ withdrawn: true })] }),
    planned(200, {
      exceptions: [exception({ ground: 'school closed', until: after(45), askedOn: after(60) })],
    }),
  ]);
  expect(of('plans-within-20-weeks-all')).toBe('1/5');
  expect(of('plans-within-20-weeks')).toBe('0/3');
});

test('requests refused are of all requests in the year, also those still open, taken back or moved away', async () => {
  const { of } = await counted([
    { receivedOn: '2025-12-31', decided: { outcome: 'do not assess', on: '2026-01-20' } },
    { receivedOn: '2025-06-02' },
    { receivedOn: '2025-06-02', ended: { kind: 'withdrawn', on: '2025-06-10' } },
    { receivedOn: '2025-06-02', ended: { kind: 'moved out', on: '2025-06-10' } },
    { receivedOn: '2026-01-01' },
    // It was never this authority's, and is counted where it was referred to.
    { receivedOn: '2025-06-02', ended: { kind: 'referred', on: '2025-06-03' } },
  ]);
  expect([of('requests'), of('requests-not-assessed')]).toEqual(['4/-', '1/4']);
  expect([of('requests', 2026), of('requests-not-assessed', 2026)]).toEqual(['1/-', '0/1']);
});

test('two requests of one child in a year are two requests; two files of one child are one child with a plan', async () => {
  const authority = await anAuthority();
  const childId = await aChild(authority);
  await aCase(authority, {
    receivedOn: '2025-01-06',
    decided: { outcome: 'do not assess', on: '2025-02-03' },
    childId,
  });
  await aCase(authority, {
    ...planned(140, { receivedOn: '2025-05-06', decided: { outcome: 'assess', on: '2025-06-02' } }),
    childId,
  });
  const other = await aChild(authority, '2016-03-04', childId);
  await aPlanBroughtIn(authority, other, '2024-05-01', 3);
  const { app, services } = await testApp(authority, TODAY);
  const of = pick(await refreshCounts(services, authority));
  await app.close();
  expect([of('requests'), of('requests-not-assessed')]).toEqual(['2/-', '1/2']);
  expect(of('plans', 2026)).toBe('1/-');
});

test('a plan written elsewhere is among the plans from its day, and new in the year it began where that is known', async () => {
  const authority = await anAuthority();
  await aPlanBroughtIn(authority, await aChild(authority), '2025-01-17', 2);
  await aPlanBroughtIn(authority, await aChild(authority), '2025-01-16');
  const { app, services } = await testApp(authority, TODAY);
  const counts = await refreshCounts(services, authority);
  await app.close();
  const january = counts.filter((one) => one.measure === 'plans' && one.periodKind === 'January');
  // The survey of 2025 was on 16 January.
  expect(Object.fromEntries(january.map(({ year, numerator }) => [year, numerator]))).toMatchObject({
    2024: 0,
    2025: 1,
    2026: 2,
  });
  const of = pick(counts);
  expect([of('new-plans'), of('plans-within-20-weeks-all'), of('requests')]).toEqual(['1/-', '0/0', '0/-']);
});

test('an amended plan is no new plan, and its first day stays', async () => {
  const { authority, services, made } = await counted([planned(140)]);
  const [{ planId = null, childId = '' } = {}] = made;
  await issued(authority, planId ?? '', childId, { number: 2, on: '2026-02-02' });
  const of = pick(await refreshCounts(services, authority));
  expect([of('new-plans'), of('new-plans', 2026), of('plans-within-20-weeks')]).toEqual([
    '1/-',
    'none',
    '1/1',
  ]);
});

test('assessments without a plan are of those that ended in the year: with a plan, without one, or taken back', async () => {
  const assessed = { receivedOn: RECEIVED, decided: { outcome: 'assess', on: after(30) } } as const;
  const { of } = await counted([
    planned(140),
    { ...assessed, outcome: { outcome: 'do not issue', on: after(100) } },
    { ...assessed, outcome: { outcome: 'do not issue', on: '2026-01-02' } },
    { ...assessed, ended: { kind: 'withdrawn', on: after(80) } },
    assessed,
    { ...assessed, outcome: { outcome: 'issue', on: after(100) } },
  ]);
  expect([of('assessments-no-plan'), of('assessments-no-plan', 2026)]).toEqual(['1/3', '1/1']);
});

test('days of a stage are those of the cases that came to its end in the year', async () => {
  const { of } = await counted([
    planned(140),
    { receivedOn: '2024-12-20', decided: { outcome: 'do not assess', on: '2025-01-09' } },
  ]);
  expect([of('stage-days-decide'), of('stage-days-assess'), of('stage-days-plan')]).toEqual([
    '50/2',
    '60/1',
    '50/1',
  ]);
});

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

test('every year and breakdown is said whole, so that which rows there are tells nothing', async () => {
  const { counts } = await counted([planned(140)]);
  const rows = (measure: LiveMeasureId) => counts.filter((one) => one.measure === measure).length;
  expect(rows('primary-need') / rows('plans')).toBe(13);
  for (const id of LIVE_MEASURE_IDS)
    if (LIVE_MEASURES[id].periods === 'calendar years') expect(rows(id)).toBe(1);
  // One breakdown at a time: nobody can ask for those of one age and one need.
  expect(counts.filter(({ topic, breakdown }) => (topic === '') !== (breakdown === ''))).toEqual([]);
});

test('the authority reads its true counts; anybody else what was released once in the quarter, with no small one', async () => {
  const many = Array.from({ length: 40 }, (_, at) => planned(at < 37 ? 120 : 150));
  const { authority, services, counts } = await counted(many);
  const own = await withLens(services.database, { kind: 'system', authorityId: authority }, (tx) =>
    listOwnCounts(tx, { measures: ['plans-within-20-weeks'] }),
  );
  expect(own).toMatchObject([{ numerator: 37, denominator: 40, asOf: TODAY }]);
  const seen = await listReleasedCounts(services.database, { authorityIds: [authority] });
  expect(seen.length).toBe(counts.length);
  const of = (measure: LiveMeasureId) => seen.find((row) => row.measure === measure && row.year === 2025);
  // Three were late: what says so is withheld, and why not is said.
  expect(of('plans-within-20-weeks')).toMatchObject({ value: null, mark: 'c', releasedOn: '2026-01-01' });
  expect(of('requests')).toMatchObject({ numerator: 40, value: 40, mark: null });
  expect(of('requests')?.policy).toContain('rounded to the nearest 5');
  // The next day another comes, and what anybody sees is what it was.
  await aCase(authority, planned(120));
  expect(await refreshCounts(services, authority)).not.toEqual(counts);
  expect(await listReleasedCounts(services.database, { authorityIds: [authority] })).toEqual(seen);
});

test('the role that public figures are read with can read released counts, and no table with a row about anybody', async () => {
  const { rows } = await ownerPool().query<{ name: string }>(
    `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and relkind in ('r', 'v', 'm') and (has_table_privilege('reporting', c.oid, 'select')
       or has_table_privilege('reporting', c.oid, 'insert, update, delete, truncate') or has_any_column_privilege('reporting', c.oid, 'select, insert, update'))`,
  );
  const readable = rows
    .map(({ name }) => name)
    .filter((name) => !/^(statistics_|dashboard_figures$|dashboard_builds$)/.test(name));
  expect(readable).toEqual(['dashboard_releases']);
  for (const table of ['children', 'requests', 'dashboard_counts', 'events'])
    await expect(
      asReporting(testDatabase(), (tx) => sql`select from ${sql.table(table)}`.execute(tx)),
    ).rejects.toThrow(/permission denied/);
  await expect(
    asReporting(testDatabase(), (tx) => sql`delete from dashboard_releases`.execute(tx)),
  ).rejects.toThrow(/permission denied|read-only/);
});

test('one authority’s lens neither reads nor writes another’s counts', async () => {
  const { authority, services } = await counted([planned(140)]);
  const other = { kind: 'system', authorityId: await anAuthority() } as const;
  expect(await withLens(services.database, other, (tx) => listOwnCounts(tx))).toEqual([]);
  await withLens(services.database, other, (tx) => sql`delete from dashboard_counts`.execute(tx));
  const own = { kind: 'system', authorityId: authority } as const;
  expect((await withLens(services.database, own, (tx) => listOwnCounts(tx))).length).toBeGreaterThan(50);
});

test('counts are worked out again after a change or another day, and not where nothing has happened', async () => {
  const { authority, services } = await counted([planned(140)]);
  const system = { kind: 'system', authorityId: authority } as const;
  const computedAt = async () =>
    (
      await ownerPool().query('select max(computed_at) as at from dashboard_counts where authority_id = $1', [
        authority,
      ])
    ).rows[0].at;
  const clock = { now: services.now() };
  services.now = () => clock.now;
  const first = await computedAt();
  clock.now = new Date('2026-03-10T11:00:00Z');
  await refreshIfStale(services);
  expect(await computedAt()).toEqual(first);
  await ownerPool().query(
    `insert into events (authority_id, actor_kind, kind, subject, subject_id, recorded_at) values ($1, 'system', 'x', 'request', gen_random_uuid(), '2026-03-10T10:30:00Z')`,
    [authority],
  );
  await refreshIfStale(services);
  expect(await computedAt()).toEqual(clock.now);
  clock.now = new Date('2026-03-11T02:15:00Z');
  await refreshIfStale(services);
  expect(await computedAt()).toEqual(clock.now);
  expect(system.authorityId).toBe(authority);
});

test('two who refresh at once leave one whole set', async () => {
  const { authority, services, counts } = await counted([planned(140), planned(150)]);
  await Promise.all(Array.from({ length: 4 }, () => refreshCounts(services, authority)));
  const own = await withLens(services.database, { kind: 'system', authorityId: authority }, (tx) =>
    listOwnCounts(tx),
  );
  expect(own.length).toBe(counts.length);
});

test('the survey is on the third Thursday, ages are on 31 August and quarters begin with their month', () => {
  expect([2023, 2024, 2025, 2026, 2027].map(surveyDay)).toEqual([
    '2023-01-19',
    '2024-01-18',
    '2025-01-16',
    '2026-01-15',
    '2027-01-21',
  ]);
  expect([ageDay(plainDate('2026-08-31')), ageDay(plainDate('2026-09-01'))]).toEqual([
    '2025-08-31',
    '2026-08-31',
  ]);
  expect(quarterOf(plainDate('2026-12-31'))).toBe('2026-10-01');
});

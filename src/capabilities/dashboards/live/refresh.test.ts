import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { anAuthority, ownerPool, testDatabase } from '../../../../test/support/database.ts';
import { asReporting, withLens } from '../../../platform/lens/index.ts';
import { counted, planned, TODAY } from './counting-examples.ts';
import { aCase } from './facts-examples.ts';
import { LIVE_MEASURE_IDS, LIVE_MEASURES, type LiveMeasureId } from './measures.ts';
import { listOwnCounts, listReleasedCounts } from './read-store.ts';
import { refreshCounts, refreshIfStale } from './refresh.ts';

/* When counts are worked out, and who sees which. */

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

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Actor, withLens } from '../../src/platform/lens/index.ts';
import { anAuthority, ownerPool, testDatabase } from '../support/database.ts';

/* Every table of the schema, found in the catalogue: nobody has to remember to add a new one here. */

/** National or installation data: the same for everyone, holding no child and no person. Each says why it is here. */
const REFERENCE = new Map([
  ['authorities', 'the local authorities of England'],
  ['installation', 'one row about this installation'],
  ['organisations', 'the national list of organisations'],
  ['schema_migrations', 'which files have been applied'],
  ['postcodes', 'the national directory of postcodes'],
  ['settings', 'the national register of settings'],
  ['published_plans', 'how many plans each authority has had, as published: national counts without a child'],
  ['statistics_releases', 'which official statistics were imported, and whose they are'],
  ['statistics_datasets', 'what their columns are called'],
  ['statistics_definitions', 'what a publisher’s dictionary says of its measures, in its own words'],
  ['statistics_rows', 'what they say of each area, row for row: published counts without a child'],
  ['statistics_differences', 'what a revision of them has otherwise than the one before'],
  ['dashboard_figures', 'what they come to by each measure: made from them, without a child'],
  ['dashboard_parts', 'what of them each part of the figures was made from'],
  ['dashboard_builds', 'which of them it was made from'],
  ['setting_links', 'predecessors and successors in the register'],
  ['setting_declarations', 'what settings say of themselves: read by anyone, written by each or for it'],
  ['setting_declared_places', 'the places they say they have'],
  ['section_41_lists', 'the national lists of approved independent institutions'],
  ['section_41_entries', 'what those lists say'],
  [
    'setting_prices',
    'what they charge: authorities and each’s own people read it, and a test of its own says nobody else',
  ],
  ['setting_price_lines', 'the lines of it'],
  ['setting_nudges', 'when each was reminded: the service alone'],
]);
/** An organisation's own, of no one authority: its people alone see them, or the staff they were told to. */
const OF_ORGANISATIONS = new Set(['setting_declarers']);
/** Identity's own tables: seen only through the platform's lens, or by whoever acts. */
const PLATFORM = new Set([
  'accounts',
  'sessions',
  'sign_in_attempts',
  'access_events',
  'idempotency_keys',
  'organisation_choices',
  'organisation_joinings',
  'organisation_members',
  'organisation_officers',
]);

async function tables(): Promise<string[]> {
  const { rows } = await ownerPool().query(
    `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and relkind = 'r' order by 1`,
  );
  return rows.map((row) => row.name);
}

test('every table is isolated by row-level security, enabled and forced, or is listed as reference data', async () => {
  const { rows } = await ownerPool().query(
    `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
  );
  expect(rows.map((row) => row.name).filter((name) => !REFERENCE.has(name))).toEqual([]);
});

test('every tenant table’s primary, unique and foreign keys are led by authority_id', async () => {
  const { rows } = await ownerPool().query(`
    select t.relname || '.' || k.conname as key, f.relname as target,
      (select attname from pg_attribute where attrelid = t.oid and attnum = k.conkey[1]) as first
    from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_namespace n on n.oid = t.relnamespace
    left join pg_class f on f.oid = k.confrelid
    where n.nspname = 'public' and k.contype in ('p', 'u', 'f')`);
  const wrong = rows.filter(({ key, target, first }) => {
    const table = String(key).split('.')[0] ?? '';
    if (REFERENCE.has(table) || PLATFORM.has(table) || OF_ORGANISATIONS.has(table)) return false;
    return first !== 'authority_id' && !REFERENCE.has(target) && target !== 'accounts';
  });
  expect(wrong).toEqual([]);
});

test('no tenant table has a trigger', async () => {
  const { rows } = await ownerPool().query(
    `select tgrelid::regclass::text as name from pg_trigger where not tgisinternal and tgrelid::regclass::text !~ '^graphile_worker'`,
  );
  expect(rows).toEqual([]);
});

test('the service’s role owns nothing, is no superuser, and cannot pass row-level security', async () => {
  const { rows } = await ownerPool().query(
    `select rolname from pg_roles where (rolname in ('app', 'service') or rolname like 'app\\_%') and (rolsuper or rolbypassrls)`,
  );
  expect(rows).toEqual([]);
});

test('each policy is for the role of the lens it asks after, so that no other lens has it weighed', async () => {
  const { rows } = await ownerPool().query<{ policy: string }>(
    `select tablename || ': ' || policyname || ' asks after ' || setting || ' and is for ' || array_to_string(roles, ', ') as policy
     from pg_policies cross join (values ('authority', 'app_authority'), ('organisation', 'app_organisation'),
       ('children', 'app_family'), ('followed', 'app_family'), ('invited', 'app_family'), ('draft', 'app_visitor'),
       ('platform', 'app_platform'), ('officer_at', 'clinical_officer'), ('officer_of', 'clinical_officer')) lens (setting, role)
     where coalesce(qual, '') || coalesce(with_check, '') ~ ('opensend\\.' || setting || '\\M')
       and roles <> array[role]::name[] and policyname <> 'only_the_service_draws'`,
  );
  expect(rows.map(({ policy }) => policy)).toEqual([]);
});

const STRANGER = '00000000-0000-4000-8000-000000000000';

test.each<[string, (authority: number) => Actor]>([
  ['another authority', (authorityId) => ({ kind: 'system', authorityId })],
  [
    'an organisation nothing was put before',
    () => ({
      kind: 'organisation',
      accountId: STRANGER,
      name: 'x',
      organisationId: STRANGER,
      administrator: true,
    }),
  ],
  [
    'a family without a child',
    () => ({ kind: 'family', accountId: null, sessionId: STRANGER, name: 'x', childIds: [] }),
  ],
  ['a visitor', () => ({ kind: 'visitor', draftId: STRANGER })],
])('%s sees no row of any table but reference data', async (_who, actorFor) => {
  const actor = actorFor(await anAuthority());
  for (const table of await tables()) {
    if (REFERENCE.has(table)) continue;
    const seen = await withLens(testDatabase(), actor, async (tx) => {
      const { rows } = await sql<{ count: string }>`select count(*) from ${sql.table(table)}`.execute(tx);
      return Number(rows[0]?.count);
    }).catch((error: unknown) => {
      if (error instanceof Error && error.message.includes('permission denied')) return 0;
      throw error;
    });
    expect([table, seen]).toEqual([table, 0]);
  }
});

test('no lens, no rows: outside any lens the service sees nothing', async () => {
  const { rows } = await sql<{ count: string }>`select count(*) from children`.execute(
    (await import('../../src/platform/database/connection.ts')).connection(testDatabase()),
  );
  expect(Number(rows[0]?.count)).toBe(0);
});

test('events can be added and read, and never changed or removed', async () => {
  const authorityId = await anAuthority();
  for (const statement of [sql`update events set kind = 'x'`, sql`delete from events`]) {
    await expect(
      withLens(testDatabase(), { kind: 'system', authorityId }, (tx) => statement.execute(tx)),
    ).rejects.toThrow(/permission denied/);
  }
});

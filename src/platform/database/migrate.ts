import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { PROJECT } from '../config/index.ts';
import { Refused } from '../refused.ts';
import { connection, type Database } from './connection.ts';
import { LENS_ROLES, READING_ROLES } from './roles.ts';

const MIGRATIONS = join(PROJECT, 'db', 'migrations');
const LOCK = 7_361_001;

/**
 * Brings the database to the schema of `db/migrations`, as its owner: each file once, in name order, each in its own
 * transaction. Two at once wait for each other. Refuses a database whose applied files are not the ones here.
 * Returns the names it applied. `appPassword` is set for the role `service` when given.
 */
export async function migrate(ownerUrl: string, appPassword?: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // Whatever breaks the connection also fails the query under way.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await ensureRoles(client, appPassword);
    await client.query(`create table if not exists schema_migrations (
      name text primary key, hash text not null, applied_at timestamptz not null default now())`);
    await client.query('grant select on schema_migrations to app');
    await client.query(
      `comment on table schema_migrations is 'Which files of db/migrations have been applied, with the hash each had.'`,
    );
    // Loaded here: a web process that migrates nothing does without it.
    const { runMigrations } = await import('graphile-worker');
    await runMigrations({ connectionString: ownerUrl });
    await client.query(WORKER_GRANTS);
    return await applyFiles(client);
  } finally {
    await client.end();
  }
}

async function applyFiles(client: pg.Client): Promise<string[]> {
  const files = await listMigrations();
  const { rows } = await client.query<Applied>('select name, hash from schema_migrations order by name');
  refuseUnknown(rows, files);
  const done = new Set(rows.map((row) => row.name));
  const applied: string[] = [];
  for (const file of files.filter(({ name }) => !done.has(name))) {
    await client.query('begin');
    try {
      await client.query(file.sql);
      await client.query('insert into schema_migrations (name, hash) values ($1, $2)', [
        file.name,
        file.hash,
      ]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw new Refused(`${file.name}: ${error instanceof Error ? error.message : 'failed'}`);
    }
    applied.push(file.name);
  }
  return applied;
}

type Applied = { name: string; hash: string };

/** The web process serves only the schema it knows: refuses one older or newer than its files, saying what to run. */
export async function assertKnownSchema(database: Database): Promise<void> {
  const files = await listMigrations();
  const { rows } = await sql<Applied>`select name, hash from schema_migrations order by name`
    .execute(connection(database))
    .catch(() => ({ rows: [] }));
  refuseUnknown(rows, files);
  if (rows.length < files.length) {
    throw new Refused('the database is older than this version of OpenSEND: run npm run migrate first');
  }
}

function refuseUnknown(applied: readonly Applied[], files: readonly { name: string; hash: string }[]): void {
  const known = new Map(files.map((file) => [file.name, file.hash]));
  for (const { name, hash } of applied) {
    if (known.get(name) === hash) continue;
    throw new Refused(
      known.has(name)
        ? `the database was made with another ${name} than this version of OpenSEND has`
        : `the database is newer than this version of OpenSEND: it has ${name}`,
    );
  }
}

async function listMigrations() {
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(MIGRATIONS, name), 'utf8');
      return { name, sql: text, hash: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

// The service signs in as service, and takes the role of one lens for each transaction; app is what all of them may touch;
// reporting and clinical_officer, which it takes likewise and which have no part in app, read what is published and no row of a child's, and
// a list of columns of what is outstanding. Roles belong to the server, not to one database.
async function ensureRoles(client: pg.Client, appPassword: string | undefined): Promise<void> {
  for (const role of ['app', ...LENS_ROLES, 'service', ...READING_ROLES]) {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (rowCount === 0)
      await client.query(`create role ${role} nologin nosuperuser nobypassrls nocreatedb nocreaterole`);
  }
  await grantOnce(client, 'service', 'app', 'usage');
  for (const lens of LENS_ROLES) {
    await grantOnce(client, lens, 'app', 'usage');
    await grantOnce(client, 'service', lens, 'set');
  }
  for (const role of READING_ROLES) await grantOnce(client, 'service', role, 'set');
  if (appPassword !== undefined) {
    await client.query(`alter role service login password ${client.escapeLiteral(appPassword)}`);
  }
  await client.query('revoke create on schema public from public');
  await client.query(`grant usage on schema public to app, ${READING_ROLES.join(', ')}`);
}

// Asked first: only who made a role may grant it, which need not be who migrates now.
async function grantOnce(client: pg.Client, to: string, role: string, power: 'usage' | 'set'): Promise<void> {
  const { rows } = await client.query('select pg_has_role($1, $2, $3) as has', [to, role, power]);
  if (rows[0]?.has === true) return;
  await client.query(`grant ${role} to ${to} with inherit ${power === 'usage'}, set ${power === 'set'}`);
}

// The queue's tables come with row-level security and no policy; the service both enqueues and runs jobs.
const WORKER_GRANTS = `
do $$
declare t record;
begin
  execute 'grant usage on schema graphile_worker to app';
  execute 'grant execute on all functions in schema graphile_worker to app';
  execute 'grant usage, select on all sequences in schema graphile_worker to app';
  for t in select c.relname, c.relkind from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'graphile_worker' and c.relkind in ('r', 'v') loop
    execute format('grant select, insert, update, delete on graphile_worker.%I to app', t.relname);
    if t.relkind = 'r' and not exists (select 1 from pg_policies where schemaname = 'graphile_worker' and tablename = t.relname and policyname = 'app') then
      execute format('create policy app on graphile_worker.%I to app using (true) with check (true)', t.relname);
    end if;
  end loop;
end $$`;

import { createHash, randomUUID } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '../database/embedded.ts';
import { migrate, openDatabase } from '../database/index.ts';
import { schemaFiles } from '../database/schema-files.ts';
import { diskStore } from '../documents/disk-store.ts';
import type { DocumentStore } from '../documents/document-store.ts';
import { enqueue } from '../jobs/index.ts';
import { withLens } from '../lens/index.ts';
import { makeBackup } from './make.ts';
import { restoreBackup } from './restore.ts';
import { keptTables, readRows } from './tables.ts';

const NOW = new Date('2026-11-23T09:30:00Z');
const [CHILD, KEY] = [randomUUID(), `801/${randomUUID()}`];
const BYTES = Buffer.from('%PDF-1.7 an invented report\r\n\u0000\u00ff');
const quiet = () => undefined;

type Installation = { folder: string; server: EmbeddedServer; documents: DocumentStore };

let root: string;
let backup: string;
let restored: Installation;
let empty: Installation;
const open: Installation[] = [];

async function anInstallation(): Promise<Installation> {
  const folder = await mkdtemp(join(root, 'installation-'));
  const server = await startEmbedded(folder, { durable: false });
  await migrate(server.ownerUrl, server.appPassword);
  const installation = { folder, server, documents: await diskStore(join(folder, 'documents')) };
  open.push(installation);
  return installation;
}

async function destroy({ server, folder }: Installation): Promise<void> {
  await server.stop();
  await rm(folder, { recursive: true });
}

async function asOwner<T>({ server }: Installation, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Something in every kind of place: reference data, a child, an event with awkward text, a document, a job, a hash. */
async function fill(installation: Installation): Promise<void> {
  await asOwner(installation, async (client) => {
    await client.query(
      "insert into authorities (code, name, fictional) values (801, 'Wexcombe', true), (802, 'Ashmere', true) on conflict do nothing",
    );
    await client.query('insert into installation (demo, home_authority) values (false, 801)');
    await client.query(
      `insert into children (authority_id, id, given_names, family_name, born_on)
       values (801, $1, $2, 'Finch', '2017-02-28')`,
      [CHILD, 'Zoë "Zo" \\ O’Neil\tعلي'],
    );
    const path = join(installation.documents.incoming, 'report');
    await writeFile(path, BYTES);
    const sha256 = createHash('sha256').update(BYTES).digest('hex');
    await installation.documents.put(KEY, { path, byteSize: BYTES.length, sha256 });
    await client.query(
      `insert into documents (authority_id, id, child_id, kind, title, media_type, byte_size, sha256, storage_key)
       values (801, gen_random_uuid(), $1, 'report', 'A report', 'application/pdf', $2, $3, $4)`,
      [CHILD, BYTES.length, sha256, KEY],
    );
    await client.query(
      `insert into sessions (id, token_hash, draft_id, created_at, last_seen_at, expires_at)
       values (gen_random_uuid(), decode(repeat('00ff', 16), 'hex'), gen_random_uuid(), now(), now(), now() + interval '1 hour')`,
    );
    await client.query(
      `insert into events (authority_id, child_id, actor_kind, kind, subject, subject_id, data)
       select 801, $1, 'system', 'tried', 'child', $1, jsonb_build_object('text', 'one' || chr(10) || 'two', 'number', n)
       from generate_series(1, 2500) n`,
      [CHILD],
    );
  });
  await work(installation, 'send letter');
}

async function work({ server }: Installation, job: string): Promise<void> {
  const database = openDatabase(server.appUrl);
  await withLens(database, { kind: 'system', authorityId: 801 }, (tx) =>
    enqueue(tx, job, { authorityId: 801 }),
  );
  await database.close();
}

function hashes(installation: Installation): Promise<Map<string, string>> {
  return asOwner(installation, async (client) => {
    const found = new Map<string, string>();
    await client.query("begin; set local timezone = 'UTC'");
    for (const table of await keptTables(client)) {
      const hash = createHash('sha256');
      for await (const rows of readRows(client, table)) hash.update(rows.join('\n'));
      found.set(table.name, hash.digest('hex'));
    }
    return found;
  });
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'opensend-backup-'));
  backup = join(root, 'backup');
});

afterAll(async () => {
  for (const { server } of open) await server.stop();
  await rm(root, { recursive: true, force: true });
});

describe('made, everything destroyed, restored', () => {
  test('the rows, the documents, the policies, the grants and the waiting jobs are what they were', async () => {
    const before = await anInstallation();
    await fill(before);
    const rows = await hashes(before);
    const schema = await schemaFiles(before.server.ownerUrl);
    expect(await make(before)).toEqual([]);
    await destroy(before);

    const after = await anInstallation();
    restored = after;
    const manifest = await restoreBackup({ ...from(after), folder: backup });
    expect(manifest.documents).toHaveLength(1);
    expect(await hashes(after)).toEqual(rows);
    expect(await schemaFiles(after.server.ownerUrl)).toEqual(schema);
    const content = await after.documents.open(KEY);
    expect(content === null ? null : await buffer(content)).toEqual(BYTES);
    await work(after, 'another');
    const { rows: jobs } = await asOwner(after, (client) =>
      client.query<{ task_identifier: string }>(
        'select task_identifier from graphile_worker.jobs order by id',
      ),
    );
    expect(jobs.map((job) => job.task_identifier)).toEqual(['send letter', 'another']);
  }, 60_000);

  test('the service still sees its own authority’s rows and no other’s', async () => {
    const database = openDatabase(restored.server.appUrl);
    const seen = (authorityId: number) =>
      withLens(database, { kind: 'system', authorityId }, async (tx) => {
        const found = await sql<{ count: number }>`select count(*) as count from children`.execute(tx);
        return found.rows[0]?.count;
      });
    expect([await seen(801), await seen(802)]).toEqual([1, 0]);
    await database.close();
  });
});

describe('what cannot be restored is refused, and changes nothing', () => {
  beforeAll(async () => {
    empty = await anInstallation();
  });

  test('into a database in use', async () => {
    await expect(restoreBackup({ ...from(restored), folder: backup })).rejects.toThrow('in use');
  });

  test('a folder that is not a back-up', async () => {
    await expect(restoreBackup({ ...from(empty), folder: root })).rejects.toThrow('not a whole back-up');
  });

  test('a document that was changed', async () => {
    const path = join(backup, 'documents', KEY);
    await appendFile(path, 'x');
    await expect(restoreBackup({ ...from(empty), folder: backup })).rejects.toThrow(`document ${KEY}`);
    await writeFile(path, BYTES);
  });

  test('a table that was changed, or cut short', async () => {
    const path = join(backup, 'tables', 'public.events.ndjson.gz');
    const whole = await readFile(path);
    await writeFile(path, whole.subarray(0, whole.length / 2));
    await expect(restoreBackup({ ...from(empty), folder: backup })).rejects.toThrow('damaged');
    await writeFile(path, whole);
    expect(
      await asOwner(empty, async (client) => (await client.query('select 1 from installation')).rowCount),
    ).toBe(0);
  });

  test('a back-up of another version', async () => {
    const path = join(backup, 'manifest.json');
    const whole = await readFile(path, 'utf8');
    await writeFile(path, whole.replace(/"hash": "./, '"hash": "-'));
    await expect(restoreBackup({ ...from(empty), folder: backup })).rejects.toThrow('another version');
    await writeFile(path, whole);
  });
});

test('a back-up says which documents the store has lost, and needs a folder of its own', async () => {
  const last = await anInstallation();
  await fill(last);
  await last.documents.remove(KEY);
  await expect(make(last)).rejects.toThrow('is not empty');
  expect(await make(last, join(root, 'incomplete'))).toEqual([KEY]);
});

function from({ server, documents }: Installation) {
  return { ownerUrl: server.ownerUrl, documents, progress: quiet };
}

function make(installation: Installation, folder = backup): Promise<string[]> {
  return makeBackup({ ...from(installation), folder, now: NOW });
}

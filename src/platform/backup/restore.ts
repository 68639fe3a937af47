import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import type { DocumentStore } from '../documents/document-store.ts';
import { Refused } from '../refused.ts';
import { hashOfFile } from './make.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { appliedMigrations, type KeptTable, keptTables, readRows, writeRows } from './tables.ts';

type Job = { ownerUrl: string; documents: DocumentStore; folder: string; progress: (line: string) => void };

/**
 * Puts a back-up into a database that has just been migrated and holds no installation, and its documents into the store.
 * All or nothing: what was put back is read again and its hashes compared before it counts. Refuses a database in use, a
 * back-up of another version, and one that is damaged.
 */
export async function restoreBackup(job: Job): Promise<Manifest> {
  const manifest = await readManifest(job.folder);
  const client = new pg.Client({ connectionString: job.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("set local timezone = 'UTC'");
    await refuseUnfit(client, manifest);
    await restoreDocuments(job, manifest);
    const tables = await keptTables(client);
    const putBack = await takeConstraintsOff(client);
    await client.query(`truncate ${tables.map((table) => table.name).join(', ')}`);
    for (const table of tables) await restoreTable(client, table, { job, manifest });
    await client.query(putBack);
    await setSequences(client);
    await client.query('commit');
    return manifest;
  } finally {
    await client.end();
  }
}

async function refuseUnfit(client: pg.Client, manifest: Manifest): Promise<void> {
  const { rowCount } = await client.query('select 1 from installation');
  if (rowCount !== 0)
    throw new Refused('this database is in use: restore into one that has only been migrated');
  const here = JSON.stringify(await appliedMigrations(client));
  if (here !== JSON.stringify(manifest.migrations)) {
    throw new Refused(
      'the back-up was made by another version of OpenSEND: restore it with that one, then upgrade',
    );
  }
}

async function restoreDocuments({ documents, folder, progress }: Job, manifest: Manifest): Promise<void> {
  for (const [index, document] of manifest.documents.entries()) {
    progress(`document ${index + 1} of ${manifest.documents.length}`);
    const path = join(documents.incoming, document.key.replaceAll('/', '-'));
    await copyFile(join(folder, 'documents', document.key), path).catch(() => undefined);
    if ((await hashOfFile(path).catch(() => null)) !== document.sha256) {
      throw new Refused(`the document ${document.key} of this back-up is damaged`);
    }
    await documents.put(document.key, { path, byteSize: document.byteSize, sha256: document.sha256 });
  }
}

// References hold when all rows are back, in whatever order they came; an owner bound by forced policies could not write.
async function takeConstraintsOff(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ off: string; on: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid)) as on
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
    where c.contype = 'f' and n.nspname in ('public', 'graphile_worker')
    union all
    select format('alter table %s no force row level security', c.oid::regclass),
      format('alter table %s force row level security', c.oid::regclass)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relforcerowsecurity`);
  await client.query(rows.map((row) => row.off).join(';\n'));
  return rows.map((row) => row.on).join(';\n');
}

async function restoreTable(
  client: pg.Client,
  table: KeptTable,
  { job, manifest }: { job: Job; manifest: Manifest },
): Promise<void> {
  job.progress(table.name);
  const kept = manifest.tables.find(({ name }) => name === table.name);
  if (kept === undefined) throw new Refused(`the back-up has nothing of ${table.name}`);
  const damaged = new Refused(`${kept.file} of this back-up is damaged`);
  try {
    for await (const batch of batches(join(job.folder, kept.file))) await writeRows(client, table, batch);
  } catch {
    throw damaged;
  }
  const hash = createHash('sha256');
  for await (const batch of readRows(client, table)) hash.update(batch.map((line) => `${line}\n`).join(''));
  if (hash.digest('hex') !== kept.sha256) throw damaged;
}

async function* batches(path: string): AsyncGenerator<string[]> {
  const plain = createGunzip();
  // What breaks the reading ends the loop below with the same error.
  pipeline(createReadStream(path), plain).catch(() => undefined);
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of plain) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines;
  }
}

async function setSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    select format('select setval(%L, greatest(1, (select max(%I) from %s)), exists (select 1 from %s))',
      pg_get_serial_sequence(a.attrelid::regclass::text, a.attname), a.attname, a.attrelid::regclass, a.attrelid::regclass) as statement
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'graphile_worker') and a.attidentity <> ''`);
  for (const { statement } of rows) await client.query(statement);
}

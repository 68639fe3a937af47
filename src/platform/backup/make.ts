import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { DocumentStore } from '../documents/document-store.ts';
import { Refused } from '../refused.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { appliedMigrations, type KeptTable, keptTables, readRows } from './tables.ts';

type Job = {
  ownerUrl: string;
  documents: DocumentStore;
  folder: string;
  now: Date;
  progress: (line: string) => void;
};

/**
 * Keeps the whole database, as of one moment, and every document it names, in a new folder only its maker may enter. The
 * service may go on meanwhile: a document is there before the row that names it, and is never rewritten. Returns the
 * documents that could not be kept, by key; with none, the back-up is whole.
 */
export async function makeBackup(job: Job): Promise<string[]> {
  await makeEmptyFolder(job.folder);
  const client = new pg.Client({ connectionString: job.ownerUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    // Rows hidden by a policy would be lost without a word.
    await client.query("set local row_security = off; set local timezone = 'UTC'");
    const tables = [];
    for (const table of await keptTables(client)) tables.push(await keepTable(client, table, job));
    const { kept, lost } = await keepDocuments(client, job);
    const migrations = await appliedMigrations(client);
    const manifest: Manifest = {
      format: 1,
      madeAt: job.now.toISOString(),
      migrations,
      tables,
      documents: kept,
    };
    await writeManifest(job.folder, manifest);
    return lost;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501') {
      throw new Refused('row-level security binds this owner: back up as a role with BYPASSRLS');
    }
    throw error;
  } finally {
    await client.end();
  }
}

async function makeEmptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new Refused(`${folder} is not empty: a back-up needs a folder of its own`);
  await mkdir(join(folder, 'tables'), { mode: 0o700 });
}

async function keepTable(client: pg.Client, table: KeptTable, job: Job): Promise<Manifest['tables'][number]> {
  job.progress(table.name);
  const file = join('tables', `${table.name.replaceAll('"', '')}.ndjson.gz`);
  const hash = createHash('sha256');
  let rows = 0;
  async function* lines() {
    for await (const batch of readRows(client, table)) {
      rows += batch.length;
      const text = batch.map((line) => `${line}\n`).join('');
      hash.update(text);
      yield text;
    }
  }
  await pipeline(
    Readable.from(lines()),
    createGzip(),
    createWriteStream(join(job.folder, file), { mode: 0o600 }),
  );
  return { name: table.name, file, rows, sha256: hash.digest('hex') };
}

async function keepDocuments(client: pg.Client, { documents, folder, progress }: Job) {
  const { rows } = await client.query<{ key: string; sha256: string; size: number }>(
    'select storage_key as key, sha256, byte_size::int as size from documents order by storage_key',
  );
  const kept: Manifest['documents'] = [];
  const lost: string[] = [];
  for (const [index, { key, sha256, size }] of rows.entries()) {
    progress(`document ${index + 1} of ${rows.length}`);
    const found = await keepDocument(await documents.open(key), join(folder, 'documents', key));
    if (found === sha256) kept.push({ key, byteSize: size, sha256 });
    else lost.push(key);
  }
  return { kept, lost };
}

async function keepDocument(content: Readable | null, path: string): Promise<string | null> {
  if (content === null) return null;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  await pipeline(content, through(hash), createWriteStream(path, { mode: 0o600 }));
  return hash.digest('hex');
}

function through(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}

/** The hash of a file as it is on the disk. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

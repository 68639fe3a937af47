import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { PROJECT } from '../config/index.ts';
import { describeSchema } from './describe.ts';
import { tablesSource } from './describe-tables.ts';

const FOLDER = join(PROJECT, 'db', 'schema');
const TABLES = join(PROJECT, 'src', 'platform', 'database', 'tables.ts');

/** What `db/schema` and `tables.ts` should hold for a migrated database: file path to text. */
export async function schemaFiles(ownerUrl: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const relations = await describeSchema(client);
    const files = new Map(
      relations.map((relation) => [join(FOLDER, `${relation.name}.txt`), relation.description]),
    );
    return files.set(TABLES, tablesSource(relations));
  } finally {
    await client.end();
  }
}

/** Writes them, and removes descriptions of tables that are gone. */
export async function writeSchemaFiles(ownerUrl: string): Promise<void> {
  const files = await schemaFiles(ownerUrl);
  await mkdir(FOLDER, { recursive: true });
  for (const name of await readdir(FOLDER)) if (!files.has(join(FOLDER, name))) await rm(join(FOLDER, name));
  for (const [path, text] of files) await writeFile(path, text);
}

/** The files that are not as the database would have them, by path; empty when all are fresh. */
export async function staleSchemaFiles(ownerUrl: string): Promise<string[]> {
  const files = await schemaFiles(ownerUrl);
  const stale = (await readdir(FOLDER)).map((name) => join(FOLDER, name)).filter((path) => !files.has(path));
  for (const [path, text] of files) {
    if ((await readFile(path, 'utf8').catch(() => null)) !== text) stale.push(path);
  }
  return stale;
}

import { randomUUID } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll } from 'vitest';
import { importStatistics } from '../../src/capabilities/statistics/index.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { anEmptyDatabase } from './database.ts';

/**
 * A database with no statistics but what a test imports: they are the nation's, and would be seen by every other test. Call it
 * at the top of a file; it goes when its tests are over.
 */
export async function aStatisticsDatabase() {
  const { ownerUrl, appUrl, drop } = await anEmptyDatabase();
  await migrate(ownerUrl);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  afterAll(async () => {
    await client.end();
    await drop();
  });
  return {
    ownerUrl,
    appUrl,
    client,
    importFile: (path: string) =>
      importStatistics({ ownerUrl, path, publishedOn: null, onProgress: () => undefined }),
    /** Imports invented bytes or text under a name. */
    importGiven: async (name: string, content: string | Uint8Array) => {
      const path = join(await mkdtemp(join(tmpdir(), `opensend-statistics-${randomUUID()}`)), name);
      await writeFile(path, content);
      return importStatistics({ ownerUrl, path, publishedOn: null, onProgress: () => undefined });
    },
    /** Away with every release, for a test of its own. */
    clear: () => client.query('truncate statistics_rows, statistics_datasets, statistics_releases cascade'),
  };
}

import { rm } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import pg from 'pg';
import type { Config } from '../platform/config/index.ts';
import { startEmbedded } from '../platform/database/embedded.ts';
import { migrate } from '../platform/database/index.ts';
import { lockFolder } from '../platform/folder-lock.ts';
import type { LoadDemo } from '../platform/open-database.ts';
import { Refused } from '../platform/refused.ts';

/**
 * Makes the demonstration anew, as on its first day: whatever was done in it is gone, its documents too where they are in the data
 * folder. Refuses while
 * the service runs, a database of one's own, and an embedded one that was not made for the demonstration.
 */
export async function resetDemo(config: Config, now: Date, loadDemo: LoadDemo): Promise<void> {
  if (config.database.url !== null) {
    throw new Refused('DATABASE_URL is set: only the demonstration in the data folder is made anew');
  }
  const unlock = await lockFolder(config.dataDir);
  try {
    const server = await startEmbedded(config.dataDir, { durable: true });
    try {
      await refuseWhatIsReal(server.ownerUrl);
      await emptyDatabase(server.ownerUrl);
      // A folder of one's own is left as it is, like a bucket: it may hold more than the demonstration's papers.
      if (config.documents.s3 === undefined && isWithin(config.dataDir, config.documents.directory))
        await rm(config.documents.directory, { recursive: true, force: true });
      await migrate(server.ownerUrl, server.appPassword);
      await loadDemo(server, now, config);
    } finally {
      await server.stop();
    }
  } finally {
    await unlock();
  }
}

function isWithin(folder: string, path: string): boolean {
  const between = relative(folder, path);
  return between !== '' && !between.startsWith('..') && !isAbsolute(between);
}

// Whatever says it is the demonstration may go; a database broken off before it could say so holds nobody's work either.
async function refuseWhatIsReal(ownerUrl: string): Promise<void> {
  const real = await asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('installation') is not null as there`,
    );
    if (rows[0]?.there !== true) return false;
    return (await client.query('select 1 from installation where not demo')).rowCount !== 0;
  });
  if (real) throw new Refused('this database was not made for the demonstration: it is left as it is');
}

async function emptyDatabase(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl.replace(/\/opensend$/, '/postgres'), async (client) => {
    await client.query('drop database opensend with (force)');
    await client.query('create database opensend');
  });
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

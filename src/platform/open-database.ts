import type { Config } from './config/index.ts';
import { findEmbedded, startEmbedded } from './database/embedded.ts';
import { type Database, migrate, openDatabase, whyUnusable } from './database/index.ts';
import { findHolder, lockFolder } from './folder-lock.ts';
import { Refused } from './refused.ts';
import type { Stopping } from './stopping.ts';

/** Makes the demonstration in an embedded database that is empty. */
export type LoadDemo = (
  server: { ownerUrl: string; appUrl: string },
  now: Date,
  config: Config,
) => Promise<void>;

/** The service's database: the one given, or the embedded server, started, migrated and made for the demonstration. */
export async function openServiceDatabase(
  config: Config,
  parts: { loadDemo: LoadDemo; afterMigrating: (ownerUrl: string) => Promise<unknown> },
  stopping: Stopping,
): Promise<{ database: Database; databaseUrl: string }> {
  if (config.database.url !== null) {
    const database = await openGiven(config.database.url, config);
    stopping.onStop(() => database.close(), { within: 1000 });
    return { database, databaseUrl: config.database.url };
  }
  stopping.onStop(await lockFolder(config.dataDir));
  const server = await startEmbedded(config.dataDir, { durable: true });
  stopping.onStop(() => server.stop());
  server.ended.then(() => stopping.fail('PostgreSQL has ended, so OpenSEND stops'));
  stopping.throwIfAsked();
  await migrate(server.ownerUrl, server.appPassword);
  await parts.afterMigrating(server.ownerUrl);
  stopping.throwIfAsked();
  if (config.demo) await parts.loadDemo(server, new Date(), config);
  const database = openDatabase(server.appUrl, { max: config.database.pool });
  stopping.onStop(() => database.close(), { within: 1000 });
  return { database, databaseUrl: server.appUrl };
}

/** What a command works on. */
export type CommandDatabase = {
  /** As the service, bound by the lenses. */
  database: Database;
  /** Signed in as the owner of the schema; null when DATABASE_OWNER_URL is not set beside DATABASE_URL. */
  ownerUrl: string | null;
  close(): Promise<void>;
};

/** The same database for a command: beside a running service through its server, otherwise through one of its own. */
export async function openCommandDatabase(config: Config): Promise<CommandDatabase> {
  if (config.database.url !== null) {
    const database = await openGiven(config.database.url, config);
    return { database, ownerUrl: config.database.ownerUrl, close: () => database.close() };
  }
  if ((await findHolder(config.dataDir)) !== null) {
    const running = await findEmbedded(config.dataDir);
    if (running === null) throw new Refused('the service is starting or stopping: try again in a moment');
    const database = openDatabase(running.appUrl);
    return { database, ownerUrl: running.ownerUrl, close: () => database.close() };
  }
  const unlock = await lockFolder(config.dataDir);
  const server = await startEmbedded(config.dataDir, { durable: true });
  await migrate(server.ownerUrl, server.appPassword);
  const database = openDatabase(server.appUrl);
  return {
    database,
    ownerUrl: server.ownerUrl,
    async close() {
      await database.close();
      await server.stop();
      await unlock();
    },
  };
}

async function openGiven(url: string, config: Config): Promise<Database> {
  const database = openDatabase(url, { max: config.database.pool });
  const problem = await whyUnusable(database);
  if (problem === null) return database;
  await database.close();
  throw new Refused(`the database at DATABASE_URL cannot be used: ${problem}`);
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { createApp, loadDemo } from '../../src/app.ts';
import { demoCases } from '../../src/demo/cases.ts';
import { insertCases } from '../../src/demo/insert-cases.ts';
import { findHomeAuthority } from '../../src/platform/authority.ts';
import { parseConfig } from '../../src/platform/config/index.ts';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { migrate, openDatabase } from '../../src/platform/database/index.ts';
import { openDocumentStore } from '../../src/platform/documents/index.ts';
import { startSession } from '../../src/platform/identity/session.ts';
import { englishDay } from '../../src/shared/plain-date.ts';

/** The whole service on loopback, over a durable PostgreSQL of its own, with as many invented cases as asked for. */
export async function aService(cases: number) {
  const folder = await mkdtemp(join(tmpdir(), 'opensend-bench-'));
  const server = await startEmbedded(folder, { durable: true });
  await migrate(server.ownerUrl, server.appPassword);
  const now = new Date();
  const config = parseConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' });
  await loadDemo(server, now, config);
  const owner = new pg.Pool({ connectionString: server.ownerUrl });
  const client = await owner.connect();
  const today = englishDay(now);
  const more = demoCases(cases, today).slice(300);
  for (let from = 0; from < more.length; from += 4000)
    await insertCases(client, more.slice(from, from + 4000), today);
  await client.query('analyze');
  client.release();
  const database = openDatabase(server.appUrl, { max: 10 });
  const authority = await findHomeAuthority(database);
  if (authority === null) throw new Error('the demonstration was not made');
  const documents = await openDocumentStore(config.documents);
  const logger = pino({ level: 'silent' });
  const services = {
    config,
    database,
    databaseUrl: server.appUrl,
    authority,
    documents,
    logger,
    now: () => new Date(),
  };
  const app = await createApp(services);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    address,
    owner,
    services,
    signIn: (accountId: string) =>
      startSession(database, { accountId, secondFactor: true }, now, config.session),
    openTracker: (child: string) => startSession(database, { trackerChildren: [child] }, now, config.session),
    async stop() {
      await app.close();
      await owner.end();
      await database.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

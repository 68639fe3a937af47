import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { findHomeAuthority } from '../../src/platform/authority.ts';
import { parseConfig } from '../../src/platform/config/index.ts';
import { openDatabase } from '../../src/platform/database/index.ts';
import { openDocumentStore } from '../../src/platform/documents/index.ts';

/* One web process as it runs: the whole service over a database that is there, in a process of its own. */

const [databaseUrl = '', folder = ''] = process.argv.slice(2);
const config = parseConfig({
  DATA_DIR: folder,
  DATABASE_URL: databaseUrl,
  OIDC_ISSUER: 'https://login.example',
  LOG_LEVEL: 'silent',
});
const database = openDatabase(databaseUrl, { max: 10 });
const authority = await findHomeAuthority(database);
if (authority === null) throw new Error('the demonstration was not made');
const app = await createApp({
  config,
  database,
  databaseUrl,
  authority,
  documents: await openDocumentStore(config.documents),
  logger: pino({ level: 'silent' }),
  now: () => new Date(),
});
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
process.once('SIGTERM', async () => {
  await app.close();
  await database.close();
});

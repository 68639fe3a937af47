import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { findHomeAuthority } from './authority.ts';
import { type Config, parseConfig, UnusableConfig } from './config/index.ts';
import { EmbeddedServerFailed, startEmbedded } from './database/embedded.ts';
import {
  assertKnownSchema,
  assertSafeRole,
  type Database,
  isReachable,
  migrate,
  openDatabase,
  UnknownSchema,
  UnsafeRole,
} from './database/index.ts';
import { openDocumentStore } from './documents/configured-store.ts';
import { lockFolder } from './folder-lock.ts';
import { isPortFree } from './port.ts';
import { Refused } from './refused.ts';
import type { Services } from './services.ts';

/** What the composition root brings: the platform itself knows no capability. */
export type Parts = {
  createApp: (services: Services) => Promise<FastifyInstance>;
  startWorker: (services: Services) => Promise<{ stop(): Promise<void> }>;
  /** Makes the demonstration in an empty embedded database, as its owner. */
  loadDemo: (ownerUrl: string, now: Date) => Promise<void>;
  /** Who may be signed in as, in the demonstration, as lines to print. */
  demoPeople: () => readonly string[];
};

type Running = { stop(): Promise<void> };

/** Starts the service and stops it, in order, when asked to. Whatever keeps it from starting is one line and exit code 1. */
export async function run(parts: Parts, what: { web: boolean; worker: boolean }): Promise<void> {
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  let stopping = false;
  const onSignal = () => {
    if (stopping) return;
    stopping = true;
    stopAll().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    const config = parseConfig(process.env);
    await start(config, parts, what, stops);
  } catch (error) {
    if (stopping) return;
    await stopAll();
    process.stderr.write(`${inOneLine(error)}\n`);
    process.exit(1);
  }
}

async function start(
  config: Config,
  parts: Parts,
  what: { web: boolean; worker: boolean },
  stops: Running['stop'][],
) {
  if (what.web && !(await isPortFree(config.port, config.host))) {
    throw new Refused(`port ${config.port} is taken: stop what uses it, or set PORT to another`);
  }
  const { database, databaseUrl } = await openOwnOrGiven(config, parts, stops);
  stops.push(() => database.close());
  await assertSafeRole(database);
  await assertKnownSchema(database);
  const authority = await findHomeAuthority(database);
  if (authority === null)
    throw new Refused('this database has no authority yet: run bin/opensend authority choose CODE');
  if (authority.demo && config.database.url !== null) {
    throw new Refused(
      'this database was made for the demonstration: it is served only by the embedded server',
    );
  }
  if (!authority.demo && config.oidc === null) {
    throw new Refused(
      'set OIDC_ISSUER: outside the demonstration people sign in through an identity provider',
    );
  }
  const documents = await openDocumentStore(config.documents);
  const logger = pino({ level: config.logLevel });
  const services = { config, database, databaseUrl, authority, documents, logger, now: () => new Date() };
  if (what.worker) {
    const worker = await parts.startWorker(services);
    stops.push(() => worker.stop());
  }
  if (!what.web) return;
  const app = await parts.createApp(services);
  stops.push(() => app.close());
  await app.listen({ port: config.port, host: config.host });
  process.stdout.write(`OpenSEND is at ${config.baseUrl}\n`);
  if (authority.demo)
    process.stdout.write(
      `Sign in as:\n${parts
        .demoPeople()
        .map((line) => `  ${line}\n`)
        .join('')}`,
    );
}

async function openOwnOrGiven(
  config: Config,
  parts: Parts,
  stops: Running['stop'][],
): Promise<{ database: Database; databaseUrl: string }> {
  if (config.database.url !== null) {
    const database = openDatabase(config.database.url, { max: config.database.pool });
    if (await isReachable(database)) return { database, databaseUrl: config.database.url };
    await database.close();
    throw new Refused(
      'the database at DATABASE_URL does not answer: check the address, and that it is running',
    );
  }
  stops.push(await lockFolder(config.dataDir));
  const server = await startEmbedded(config.dataDir, { durable: true });
  stops.push(() => server.stop());
  await migrate(server.ownerUrl, server.appPassword);
  await parts.loadDemo(server.ownerUrl, new Date());
  return { database: openDatabase(server.appUrl, { max: config.database.pool }), databaseUrl: server.appUrl };
}

function inOneLine(error: unknown): string {
  if (error instanceof UnusableConfig) return `A setting cannot be used. ${error.message}`;
  const known = [Refused, EmbeddedServerFailed, UnknownSchema, UnsafeRole].some(
    (kind) => error instanceof kind,
  );
  const message = error instanceof Error ? error.message : String(error);
  return known ? `OpenSEND did not start: ${message}` : `OpenSEND did not start, and should have: ${message}`;
}

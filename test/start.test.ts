import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findEmbedded } from '../src/platform/database/embedded.ts';
import { migrate } from '../src/platform/database/index.ts';
import { anEmptyDatabase } from './support/database.ts';
import { copyProject, type Service, startService } from './support/service.ts';

const started: Service[] = [];
let folder: string;
let clone: string;

/** Starts the service from the copy, with a data folder of its own and a free port unless told otherwise. */
async function start(env: Record<string, string> = {}): Promise<Service> {
  const settings = { DATA_DIR: join(clone, '.data'), PORT: String(await freePort()), ...env };
  const service = startService(['web'], settings, clone);
  started.push(service);
  return service;
}

/** Expects a start to be refused with one line, and gives the line. */
async function refusal(env: Record<string, string>): Promise<string> {
  const service = await start(env);
  expect(await service.ended).toBe(1);
  expect(service.output()).toBe('');
  const lines = service.errors().trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opensend-start-'));
  await chmod(folder, 0o700);
  clone = await copyProject(join(folder, 'clone'));
});

afterAll(async () => {
  for (const service of started) await service.interrupt();
  await rm(folder, { recursive: true, force: true });
});

describe('in a folder that only its owner may enter', () => {
  test('one start shows the first page, the address and whom to sign in as; Ctrl-C stops all of it, and nothing is lost', async () => {
    const port = await freePort();
    const first = await start({ PORT: String(port) });
    await first.says('Sarah Finch');
    expect(first.output()).toContain(`OpenSEND is at http://localhost:${port}\n`);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    expect(await isRefused(port, '127.0.0.2')).toBe(true);

    await write('Kept through a stop');
    const before = performance.now();
    expect(await first.interrupt()).toBe(0);
    expect(performance.now() - before).toBeLessThan(10_000);
    const left = await readdir(join(clone, '.data'));
    expect(left.sort()).toEqual(['documents', 'passwords.json', 'postgres']);
    expect(await readdir(join(clone, '.data', 'postgres'))).not.toContain('postmaster.pid');

    const again = performance.now();
    const second = await start({ PORT: String(port) });
    await second.says('Sarah Finch');
    expect(performance.now() - again).toBeLessThan(10_000);
    expect(await names()).toContain('Kept through a stop');
    await second.interrupt();
  }, 120_000);

  test('the database is on loopback alone, behind a random password only its owner can read', async () => {
    const service = await start();
    await service.says('Sarah Finch');
    expect((await stat(join(clone, '.data', 'passwords.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(clone, '.data'))).mode & 0o077).toBe(0);
    const url = new URL((await findEmbedded(join(clone, '.data')))?.ownerUrl ?? '');
    expect(await isRefused(Number(url.port), '127.0.0.2')).toBe(true);
    url.password = 'guess';
    await expect(new pg.Client({ connectionString: url.href }).connect()).rejects.toThrow('password');
    await service.interrupt();
  }, 120_000);

  test('a second start, and a port that is taken, are one line each', async () => {
    const port = await freePort();
    const service = await start({ PORT: String(port) });
    await service.says('Sarah Finch');
    expect(await refusal({})).toMatch(
      /^OpenSEND did not start: it is already running from .* \(process \d+\)/,
    );
    expect(await refusal({ PORT: String(port) })).toBe(
      `OpenSEND did not start: port ${port} is taken: stop what uses it, or set PORT to another`,
    );
    await service.interrupt();
  }, 120_000);

  test('after being killed outright, the next start stops what it left and goes on', async () => {
    const killed = await start();
    await killed.says('Sarah Finch');
    await write('Kept through a kill');
    killed.process.kill('SIGKILL');
    await killed.ended;
    const next = await start();
    await next.says('Sarah Finch');
    expect(await names()).toContain('Kept through a kill');
    await next.interrupt();
  }, 120_000);

  test('when its database ends under it, it stops and says so', async () => {
    const service = await start();
    await service.says('Sarah Finch');
    const state = await readFile(join(clone, '.data', 'postgres', 'postmaster.pid'), 'utf8');
    process.kill(Number(state.split('\n')[0]), 'SIGINT');
    expect(await service.ended).toBe(1);
    // Whichever is heard of first.
    expect(service.errors()).toMatch(
      /^(PostgreSQL has ended|The worker has lost its database), so OpenSEND stops$/m,
    );
  }, 120_000);

  test('Ctrl-C while it is still starting leaves nothing running', async () => {
    const data = join(folder, 'interrupted');
    const service = await start({ DATA_DIR: data });
    while (!(await readdir(data).catch(() => [''])).includes('postgres')) await pause(20);
    expect(await service.interrupt()).toBe(0);
    expect(await readdir(join(data, 'postgres'))).not.toContain('postmaster.pid');
    expect(service.errors()).toBe('');
  }, 120_000);
});

describe('a damaged data folder is one line that says what to do', () => {
  const damages: [string, string, (data: string) => Promise<void>][] = [
    ['its version is missing', 'PG_VERSION missing', (data) => rm(join(data, 'postgres', 'PG_VERSION'))],
    [
      'its control file is cut short',
      'pg_control',
      (data) => writeFile(join(data, 'postgres', 'global', 'pg_control'), ''),
    ],
    [
      'its log is gone',
      'pg_wal missing',
      (data) => rm(join(data, 'postgres', 'pg_wal'), { recursive: true }),
    ],
    ['the passwords are lost', 'passwords.json', (data) => rm(join(data, 'passwords.json'))],
    [
      'the passwords are not what they were',
      'password authentication failed',
      (data) => writeFile(join(data, 'passwords.json'), '{"owner":"a","app":"b"}'),
    ],
  ];
  test.each(damages)('%s', async (_what, words, damage) => {
    const data = join(folder, 'damaged');
    await rm(data, { recursive: true, force: true });
    await copyData(data);
    await damage(data);
    const line = await refusal({ DATA_DIR: data });
    expect(line).toContain(words);
    expect(line).toMatch(/^OpenSEND did not start: /);
  });

  async function copyData(to: string): Promise<void> {
    const { cp } = await import('node:fs/promises');
    await cp(join(clone, '.data'), to, { recursive: true });
    await chmod(join(to, 'postgres'), 0o700);
  }
});

describe('what keeps it from starting is one line', () => {
  test('a database that nothing listens for', async () => {
    expect(
      await refusal({ DATABASE_URL: `postgres://app:secret@127.0.0.1:${await freePort()}/opensend` }),
    ).toBe('OpenSEND did not start: the database at DATABASE_URL cannot be used: nothing listens there');
  });

  test('a host that there is not', async () => {
    expect(await refusal({ DATABASE_URL: 'postgres://app:secret@nowhere.invalid/opensend' })).toContain(
      'cannot be used: there is no such host',
    );
  });

  test('a role that row-level security does not bind', async () => {
    expect(await refusal({ DATABASE_URL: inject('ownerUrl') })).toContain(
      'signs in as opensend, which row-level security does not bind',
    );
  });

  test('a database that has no authority yet', async () => {
    const empty = await anEmptyDatabase();
    await migrate(empty.ownerUrl);
    expect(await refusal({ DATABASE_URL: empty.appUrl })).toContain('has no authority yet');
    await empty.drop();
  });

  test('a setting that cannot be used', async () => {
    expect(await refusal({ PORT: 'http' })).toBe(
      'OpenSEND did not start: PORT must be a whole number from 0 to 65535',
    );
  });

  test('an address that is not this machine’s', async () => {
    expect(await refusal({ HOST: '192.0.2.1' })).toBe(
      'OpenSEND did not start: HOST 192.0.2.1 is not an address of this machine',
    );
  });

  test('a worker without a database of its own', async () => {
    const worker = startService(['worker'], { DATA_DIR: join(folder, 'none') }, clone);
    expect(await worker.ended).toBe(1);
    expect(worker.errors()).toContain('npm start runs the worker too');
  });
});

describe.runIf(process.getuid?.() === 0)('as root, where namespaces are off', () => {
  test('a folder that only root may enter is one line', async () => {
    const line = await refusal({ DATA_DIR: join(folder, 'closed'), PATH: await pathWithoutNamespaces() });
    expect(line).toContain('user namespaces are off here');
  });

  test('elsewhere PostgreSQL runs as the package’s own user', async () => {
    const open = await mkdtemp(join(tmpdir(), 'opensend-open-'));
    await chmod(open, 0o755);
    const data = join(open, 'data');
    const env = { DATA_DIR: data, PATH: await pathWithoutNamespaces(), PORT: String(await freePort()) };
    // The project's own copy of PostgreSQL may itself be where only root may enter; then one line is right.
    const service = startService(['web'], env);
    started.push(service);
    const outcome = await Promise.race([service.says('Sarah Finch').then(() => 'started'), service.ended]);
    if (outcome === 'started') {
      expect((await stat(join(data, 'postgres'))).uid).not.toBe(0);
      expect((await stat(join(data, 'passwords.json'))).mode & 0o077).toBe(0);
      expect(await service.interrupt()).toBe(0);
    } else {
      expect(service.errors()).toContain('user namespaces are off here');
    }
    await rm(open, { recursive: true });
  }, 120_000);

  async function pathWithoutNamespaces(): Promise<string> {
    const programs = await mkdtemp(join(folder, 'programs-'));
    await writeFile(join(programs, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    return `${programs}:${process.env['PATH']}`;
  }
});

test('a command uses the running service’s database, or starts its own', async () => {
  const [alone, beside] = [join(folder, 'alone'), join(folder, 'beside')];
  const env = { DATA_DIR: join(clone, '.data') };
  expect(await startService(['cli', 'backup', 'make', alone], env, clone).ended).toBe(0);
  const service = await start();
  await service.says('Sarah Finch');
  expect(await startService(['cli', 'backup', 'make', beside], env, clone).ended).toBe(0);
  await service.interrupt();
  const tables = async (path: string) =>
    JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')).migrations;
  expect(await tables(alone)).toEqual(await tables(beside));
}, 120_000);

test('demo reset makes it as on its first day, and nothing while it runs or where it is no demonstration', async () => {
  const env = { DATA_DIR: join(clone, '.data') };
  const reset = () => startService(['cli', 'demo', 'reset'], env, clone);
  const running = await start();
  await running.says('Sarah Finch');
  await write('Done since');
  const meanwhile = reset();
  expect(await meanwhile.ended).toBe(2);
  expect(meanwhile.errors()).toContain('it is already running from');
  await running.interrupt();

  // A folder for papers outside the data folder may hold others' too.
  const kept = join(folder, 'papers of their own');
  await mkdir(kept);
  await writeFile(join(kept, 'a paper'), 'kept');
  const anew = startService(['cli', 'demo', 'reset'], { ...env, DOCUMENTS_DIR: kept }, clone);
  expect([await anew.ended, anew.output().includes('Sarah Finch')]).toEqual([0, true]);
  expect(await readFile(join(kept, 'a paper'), 'utf8')).toBe('kept');
  const again = await start();
  await again.says('Sarah Finch');
  expect(await names()).not.toContain('Done since');
  await owner((client) => client.query('update installation set demo = false'));
  await again.interrupt();
  const real = reset();
  expect(await real.ended).toBe(2);
  expect(real.errors()).toContain('was not made for the demonstration');
}, 240_000);

test('what the data folder holds can be moved away, to begin anew', async () => {
  await rename(join(clone, '.data'), join(clone, '.data.old'));
  const service = await start();
  await service.says('Sarah Finch');
  expect(await names()).not.toContain('Kept through a stop');
  await service.interrupt();
}, 120_000);

async function owner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const server = await findEmbedded(join(clone, '.data'));
  const client = new pg.Client({ connectionString: server?.ownerUrl ?? '' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function write(name: string): Promise<unknown> {
  return owner((client) =>
    client.query('insert into organisations (id, kind, name) values (gen_random_uuid(), $1, $2)', [
      'health',
      name,
    ]),
  );
}

function names(): Promise<string[]> {
  return owner(async (client) => {
    const { rows } = await client.query<{ name: string }>('select name from organisations');
    return rows.map((row) => row.name);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function isRefused(port: number, host: string): Promise<boolean> {
  const { connect } = await import('node:net');
  return new Promise((resolve) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

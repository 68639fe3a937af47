import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '../src/platform/database/embedded.ts';
import { type Service, startService } from './support/service.ts';

/* The operations guide, step by step: a server of its own, an owner that is no superuser, the web and the worker apart. */

let folder: string;
let server: EmbeddedServer;
let owner: string;
let service: string;
const started: Service[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opensend-production-'));
  server = await startEmbedded(join(folder, 'server'), { durable: false });
  const admin = new pg.Client({ connectionString: server.ownerUrl });
  await admin.connect();
  await admin.query("create role send_owner login createrole password 'owner-for-this-test'");
  await admin.query('create database send owner send_owner');
  await admin.end();
  const at = server.ownerUrl.replace(/^.*@/, '').replace(/\/.*$/, '');
  owner = `postgres://send_owner:owner-for-this-test@${at}/send`;
  service = `postgres://service:app-for-this-test@${at}/send`;
});

afterAll(async () => {
  for (const one of started) await one.interrupt();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Runs to the end and gives what it printed; expects exit code 0 unless told otherwise. */
async function done(command: [string, ...string[]], env: Record<string, string>, code = 0): Promise<string> {
  const one = startService(command, env);
  expect([await one.ended, code === 0 ? one.errors() : '']).toEqual([code, '']);
  return code === 0 ? one.output() : one.errors();
}

test('migrated apart from starting, once', async () => {
  const env = { DATABASE_OWNER_URL: owner, DATABASE_APP_PASSWORD: 'app-for-this-test' };
  expect(await done(['migrate'], env)).toMatch(/^Applied 2026/);
  expect(await done(['migrate'], env)).toBe('The schema is up to date\n');
  expect(await done(['migrate'], {}, 1)).toContain('set DATABASE_OWNER_URL');
});

test('the authority is chosen and its first administrator added', async () => {
  const env = { DATABASE_URL: service, DATABASE_OWNER_URL: owner };
  const named = ['--name', 'Ashmere County Council'];
  expect(await done(['cli', 'authority', 'choose', '997', ...named], env)).toContain(
    'Ashmere County Council (997)',
  );
  const person = ['--email', 'g.osei@council.example', '--name', 'Grace Osei', '--role', 'administrator'];
  expect(await done(['cli', 'staff', 'add', ...person], env)).toBe('Grace Osei may now sign in\n');
});

test('the web does not start without an identity provider', async () => {
  const env = { DATABASE_URL: service, PORT: String(await freePort()) };
  expect(await done(['web'], env, 1)).toContain('OpenSEND did not start: set OIDC_ISSUER');
});

test('web and worker run as two processes; the demonstration’s people are nowhere', async () => {
  const port = await freePort();
  const env = {
    DATABASE_URL: service,
    DOCUMENTS_DIR: join(folder, 'documents'),
    OIDC_ISSUER: 'https://login.example',
    OIDC_CLIENT_ID: 'opensend',
    OIDC_CLIENT_SECRET: 'secret-for-this-test',
    HOST: '127.0.0.1',
    PORT: String(port),
  };
  const web = startService(['web'], env);
  const worker = startService(['worker'], env);
  started.push(web, worker);
  await web.says('OpenSEND is at');
  const page = await fetch(`http://127.0.0.1:${port}/`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Ashmere County Council');
  expect(web.output()).not.toContain('Sign in as');
  expect(await (await fetch(`http://127.0.0.1:${port}/ready`)).json()).toEqual({ status: 'ready' });
  await worker.says('The worker is running');
  expect([await web.interrupt(), await worker.interrupt()]).toEqual([0, 0]);
});

test('a back-up as a role that policies bind is refused; as one they do not bind it is made', async () => {
  const folderOf = (name: string) => join(folder, name);
  const env = { DATABASE_URL: service, DOCUMENTS_DIR: folderOf('documents') };
  const bound = { ...env, DATABASE_OWNER_URL: owner };
  expect(await done(['cli', 'backup', 'make', folderOf('one')], bound, 2)).toContain('BYPASSRLS');
  const unbound = { ...env, DATABASE_OWNER_URL: server.ownerUrl.replace(/\/opensend$/, '/send') };
  expect(await done(['cli', 'backup', 'make', folderOf('two')], unbound)).toContain('The back-up is in');
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

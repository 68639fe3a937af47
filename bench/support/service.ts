import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import { loadDemo } from '../../src/app.ts';
import { type DemoCase, demoCases } from '../../src/demo/cases.ts';
import { insertCases } from '../../src/demo/insert-cases.ts';
import { PROJECT, parseConfig } from '../../src/platform/config/index.ts';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { migrate, openDatabase } from '../../src/platform/database/index.ts';
import { startSession } from '../../src/platform/identity/session.ts';
import { englishDay } from '../../src/shared/plain-date.ts';
import { addOrdinaryFiles } from './ordinary-files.ts';

/**
 * Keeps a process small: what is young is cleared away sooner, and nothing is kept for later. It is cleared by the one thread that made
 * it: where PostgreSQL has the other core, four helpers cost more than they save.
 */
const HEAP = ['--max-old-space-size=104', '--max-semi-space-size=8', '--no-parallel-scavenge'];

/** The demonstration's caseworker, Priya Raman. */
export const CASEWORKER = '0d000000-0000-4000-8000-000000000001';

/**
 * A web process on loopback, over a durable PostgreSQL of its own: as many invented cases as asked for in one authority,
 * and 150 other authorities' rows in the same tables. `active` are as many that are not over, beside those that are, each with
 * the messages and documents of an ordinary file.
 */
export async function aService(cases: number, which: 'all' | 'active' = 'all') {
  const folder = await mkdtemp(join(tmpdir(), 'opensend-bench-'));
  const server = await startEmbedded(folder, { durable: true });
  await migrate(server.ownerUrl, server.appPassword);
  const now = new Date();
  const config = parseConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' });
  await loadDemo(server, now, config);
  const owner = new pg.Pool({ connectionString: server.ownerUrl });
  // Whatever breaks a connection also fails the query under way; one that rests may still be closing when the server stops.
  owner.on('error', () => undefined);
  await fill(owner, { cases, which }, now);
  const database = openDatabase(server.appUrl, { max: 10 });
  const program = built(folder);
  const web = spawn(process.execPath, [...HEAP, join(program, 'web-process.mjs'), server.appUrl, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
  });
  const address = await firstLine(web);
  const signIn = (accountId: string) =>
    startSession(database, { accountId, secondFactor: true }, now, config.session);
  await settle(owner, address, await signIn(CASEWORKER));
  return {
    address,
    owner,
    ownerUrl: server.ownerUrl,
    database,
    signIn,
    openTracker: (child: string) => startSession(database, { trackerChildren: [child] }, now, config.session),
    /** What the web process holds now, in megabytes. */
    memory: async () => {
      const status = await readFile(`/proc/${web.pid}/status`, 'utf8').catch(() => '');
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    },
    /** Milliseconds of processor the web process has taken, all its threads together; the kernel counts in hundredths. */
    processor: async () => {
      const counted = (await readFile(`/proc/${web.pid}/stat`, 'utf8').catch(() => '')).split(') ').at(-1);
      const [user = 0, system = 0] = counted?.split(' ').slice(11, 13).map(Number) ?? [];
      return (user + system) * 10;
    },
    async stop() {
      web.kill('SIGTERM');
      await once(web, 'exit');
      await owner.end();
      await database.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
      await rm(program, { recursive: true, force: true });
    },
  };
}

/** A folder with the web process, built as the service is when it starts; within the project, where its packages are found. */
function built(folder: string): string {
  const into = join(PROJECT, '.runtime', 'built-for-benches', basename(folder));
  execFileSync(process.execPath, [join(PROJECT, 'build.mjs'), into, 'bench/support/web-process.ts'], {
    cwd: PROJECT,
  });
  return into;
}

type Filling = { cases: number; which: 'all' | 'active' };

async function fill(owner: pg.Pool, { cases, which }: Filling, now: Date): Promise<void> {
  const client = await owner.connect();
  const today = englishDay(now);
  // About one in four was refused, and is over.
  const more =
    which === 'all'
      ? demoCases(cases, today).slice(300)
      : upToActive(cases, demoCases(Math.ceil(cases * 1.5), today).slice(300));
  for (let from = 0; from < more.length; from += 4000)
    await insertCases(client, more.slice(from, from + 4000), today);
  if (which === 'active') await addOrdinaryFiles(client);
  await client.query(ELSEWHERE);
  await client.query('analyze');
  client.release();
}

/** As they come, until so many of them are not over. */
function upToActive(active: number, drawn: readonly DemoCase[]): DemoCase[] {
  let left = active;
  return drawn.filter(({ decision }) => {
    if (left === 0) return false;
    if (decision?.assess !== false) left -= 1;
    return true;
  });
}

/** As it is after a night's work: the list's rows written, which its first reader does, and what that let go of cleared. */
async function settle(owner: pg.Pool, address: string, cookie: string): Promise<void> {
  await fetch(`${address}/cases`, { headers: { cookie: `opensend_session=${cookie}` } });
  await owner.query('vacuum analyze');
}

/** 150 more authorities, with 200 children and requests each. */
const ELSEWHERE = `
  with authority as (
    insert into authorities (code, name, region, fictional)
    select code, 'Bench ' || code, 'Invented', true from generate_series(700, 849) code
    on conflict do nothing returning code),
  child as (
    insert into children (authority_id, id, given_names, family_name, born_on)
    select code, gen_random_uuid(), 'A', 'B', '2015-01-01' from authority, generate_series(1, 200)
    returning authority_id, id),
  request as (
    insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
    select authority_id, gen_random_uuid(),
      'R-' || lpad((row_number() over () / 10000)::text, 4, '0') || '-' || lpad((row_number() over () % 10000)::text, 4, '0'),
      id, current_date - 30, 'online', 'parent', 'A', '[]', now()
    from child returning authority_id, child_id)
  insert into case_changes (authority_id, child_id) select authority_id, child_id from request`;

async function firstLine(web: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of web.stdout ?? []) {
    said += String(chunk);
    if (said.includes('\n')) break;
  }
  return said.trim();
}

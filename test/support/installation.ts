import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedServer, startEmbedded } from '../../src/platform/database/embedded.ts';
import { migrate, openDatabase } from '../../src/platform/database/index.ts';
import { startSession } from '../../src/platform/identity/session.ts';
import { chooseAuthority } from '../../src/platform/installation/installation.ts';
import { freePort } from './demo.ts';
import { aNotify } from './notify.ts';
import { type Service, startService } from './service.ts';

/* One authority's own installation as it runs: PostgreSQL, web and worker, each a process that can be killed. */

const AUTHORITY = 997;
const LIMITS = { idleMinutes: 600, absoluteMinutes: 600 };

export type Family = { childId: string; requestId: string; cookie: string };
export type Installation = Awaited<ReturnType<typeof anInstallation>>;
/** How the families are written to: as many ways as are named, in turn. */
const BY_EMAIL = ['email'];

/**
 * An installation in `folder`, durable, with `children` invented children whose families are written to by email or as `by`
 * says; as many of them as `signedIn` have their tracker open. One adviser signs what is asked of a service.
 */
export async function anInstallation(
  folder: string,
  children: number,
  signedIn = children,
  by: readonly string[] = BY_EMAIL,
) {
  const [databasePort, port] = [await freePort(), await freePort()];
  // So slow that a worker killed at any moment has just handed something over, and was told nothing.
  const provider = await aNotify({ answersAfter: 100 });
  const data = join(folder, 'server');
  let server: EmbeddedServer = await startEmbedded(data, { durable: true, port: databasePort });
  await migrate(server.ownerUrl, server.appPassword);
  await chooseAuthority(server.ownerUrl, AUTHORITY, { name: 'Ashmere Council' });
  const people = await addPeople(server, { children, signedIn, by });
  const env = {
    DATABASE_URL: server.appUrl,
    DOCUMENTS_DIR: join(folder, 'documents'),
    OIDC_ISSUER: 'https://login.example',
    HOST: '127.0.0.1',
    PORT: String(port),
    WORKER_GONE_SECONDS: '3',
    NOTIFY_API_KEY: provider.apiKey,
    NOTIFY_BASE_URL: provider.baseUrl,
    NOTIFY_EMAIL_TEMPLATE: 'the email',
    NOTIFY_TEXT_TEMPLATE: 'the text',
  };
  const [web, worker] = await Promise.all([
    supervised('web', env, 'OpenSEND is at'),
    supervised('worker', env, 'The worker is running'),
  ]);
  return {
    ...people,
    address: `http://127.0.0.1:${port}`,
    taken: provider.taken,
    /** As its owner, to look behind the lenses. A connection of its own each time: the server may have been killed. */
    ask: <Row extends pg.QueryResultRow>(text: string) => askOwner<Row>(server.ownerUrl, text),
    killWeb: web.kill,
    killWorker: worker.kill,
    /** Ends the database as a power cut would, and starts it again where it was. */
    async killDatabase() {
      const [pid] = (await readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
      await server.ended;
      server = await startedAgain(data, databasePort);
    },
    async stop() {
      await Promise.all([web.stop(), worker.stop()]);
      await server.stop();
      provider.stop();
    },
  };
}

/** A process that is started again whenever it ends, as a supervisor does, until it is stopped. */
async function supervised(entry: string, env: Record<string, string>, words: string) {
  let stopped = false;
  let now: Service;
  const start = async () => {
    for (;;) {
      now = startService([entry], env);
      const one = now;
      const said = await one.says(words).then(
        () => true,
        () => false,
      );
      one.ended.then(() => (stopped || !said ? undefined : start()));
      if (said || stopped) return;
      await setTimeout(200);
    }
  };
  await start();
  return {
    async kill() {
      const { process: child, ended } = now;
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
    async stop() {
      stopped = true;
      await now.interrupt();
    },
  };
}

// What the killed server left behind it may take a moment to end.
async function startedAgain(data: string, port: number): Promise<EmbeddedServer> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await startEmbedded(data, { durable: true, port });
    } catch (error) {
      if (tries > 50) throw error;
      await setTimeout(200);
    }
  }
}

async function askOwner<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  // A server killed meanwhile fails the question too, which is told where it was asked.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

type People = { children: number; signedIn: number; by: readonly string[] };

async function addPeople(server: EmbeddedServer, { children, signedIn, by }: People) {
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  const accountId = randomUUID();
  await owner.query(`insert into accounts (id, kind, email, name) values ($1, 'staff', $2, 'Priya Raman')`, [
    accountId,
    'priya@ashmere.example',
  ]);
  await owner.query(
    `insert into staff_roles (authority_id, account_id, role, name) values ($1, $2, 'caseworker', 'Priya Raman')`,
    [AUTHORITY, accountId],
  );
  const adviser = { accountId: randomUUID(), organisationId: randomUUID(), email: 'david@service.example' };
  await owner.query(
    `insert into accounts (id, kind, email, name) values ($1, 'organisation', $2, 'David Lindqvist')`,
    [adviser.accountId, adviser.email],
  );
  await owner.query(
    `insert into organisations (id, kind, name) values ($1, 'educational psychology', 'Ashmere Psychology')`,
    [adviser.organisationId],
  );
  await owner.query(
    `insert into organisation_members (organisation_id, account_id, name, email, administrator) values ($1, $2, 'David Lindqvist', $3, true)`,
    [adviser.organisationId, adviser.accountId, adviser.email],
  );
  const { rows } = await owner.query<{ id: string; contact: string }>(
    `insert into children (authority_id, id, given_names, family_name, born_on)
     select $1, gen_random_uuid(), 'Child ' || n, 'Invented', date '2015-01-01' + n::int from generate_series(1, $2::int) n
     returning id, gen_random_uuid() as contact`,
    [AUTHORITY, children],
  );
  await owner.query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, phone, address_lines, postcode, prefers, parental_responsibility)
     select authority_id, contact, id, 'Parent of ' || given_names, 'mother', 'family.' || left(id::text, 8) || '@families.example',
       '07700900' || lpad((n % 1000)::text, 3, '0'), array[n || ' Example Street'], 'AS1 1AA', ($4::text[])[1 + n % $5::int], true
     from children join unnest($2::uuid[], $3::uuid[]) with ordinality as parent (child, contact, n) on parent.child = id where authority_id = $1`,
    [AUTHORITY, rows.map(({ id }) => id), rows.map(({ contact }) => contact), by, by.length],
  );
  const requests = await owner.query<{ child_id: string; id: string }>(
    `with request as (
       insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
       select authority_id, gen_random_uuid(), 'R-' || lpad((n / 10000)::text, 4, '0') || '-' || lpad((n % 10000)::text, 4, '0'), id,
         current_date - 30, 'online', 'parent', 'A parent', '[]', now()
       from (select *, row_number() over (order by id) as n from children where authority_id = $1) numbered
       returning authority_id, child_id, id),
     changed as (insert into case_changes (authority_id, child_id) select authority_id, child_id from request)
     select child_id, id from request`,
    [AUTHORITY],
  );
  const requestOf = new Map(requests.rows.map((one) => [one.child_id, one.id]));
  await owner.end();
  const database = openDatabase(server.appUrl, { max: 4 });
  const now = new Date();
  const staffCookie = await startSession(database, { accountId, secondFactor: true }, now, LIMITS);
  const adviserCookie = await startSession(
    database,
    { accountId: adviser.accountId, secondFactor: true },
    now,
    LIMITS,
  );
  const families: Family[] = [];
  for (const { id, contact } of rows.slice(0, signedIn)) {
    const opened = { trackerChildren: [id], trackerContact: contact };
    const cookie = await startSession(database, opened, now, LIMITS);
    families.push({ childId: id, requestId: requestOf.get(id) ?? '', cookie });
  }
  await database.close();
  return { staffCookie, adviserCookie, organisationId: adviser.organisationId, families };
}

import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { pino } from 'pino';
import type { Config } from '../platform/config/index.ts';
import { openDatabase } from '../platform/database/index.ts';
import { openDocumentStore } from '../platform/documents/index.ts';
import type { Services } from '../platform/services.ts';
import { englishDay, type PlainDate } from '../shared/plain-date.ts';
import { demoCases } from './cases.ts';
import { insertDeclarations } from './declarations.ts';
import { insertDesk } from './desk.ts';
import { insertExperience } from './experience.ts';
import { insertHistory } from './history.ts';
import { insertCases } from './insert-cases.ts';
import { insertPeople } from './insert-people.ts';
import { insertNotices } from './notices.ts';
import { DEMO_AUTHORITY, DEMO_PEOPLE } from './people.ts';
import { insertPlaced } from './placed.ts';
import { makePlans } from './plans.ts';
import { insertPublished } from './published.ts';
import { insertSettings } from './settings.ts';

/** The database the demonstration is made in, as its owner and as the service. */
export type DemoServer = { ownerUrl: string; appUrl: string };
/**
 * Children with final plans of earlier years: with the 300 of this year's requests, 3,000. Beside them stand the requests of those
 * years that came to no plan.
 */
const PAST = 2700;

type CreateApp = (services: Services) => Promise<FastifyInstance>;
/** What the composition brings: the service, and what it works out of what is there once all of it is. */
type Parts = { createApp: CreateApp; afterwards: (services: Services) => Promise<void> };

/**
 * Makes the demonstration in an empty database, once: children and requests in bulk, then plans through the service's own
 * forms. Marked as made at the very end, so that a start broken off half-way goes on. Does nothing where it is made.
 */
export async function makeDemo(
  server: DemoServer,
  now: Date,
  config: Config,
  { createApp, afterwards }: Parts,
  past = PAST,
): Promise<void> {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  // Whatever breaks the connection also fails the query under way.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from installation');
    if (rowCount !== 0) return;
    const today = englishDay(now);
    await insertEverybody(client, now, today);
    await playOut(client, server.appUrl, today, { config, createApp });
    await insertHistory(client, past, today);
    await insertPublished(client, past, today);
    // Nobody has looked at the new tables yet, and what follows reads them whole: without, counting alone takes over a minute.
    await client.query('analyze');
    await insertPlaced(client, today);
    await insertAddresses(client);
    await insertDesk(client, today, now);
    await insertExperience(client, today);
    await asService(server.appUrl, { config, clock: { now } }, afterwards);
    await client.query(
      'insert into installation (demo, home_authority, installed_at) values (true, $1, $2)',
      [DEMO_AUTHORITY.code, now],
    );
  } finally {
    await client.end();
  }
}

// As the service leaves a child whose address came with a request: since when they live there, nobody has said.
async function insertAddresses(client: pg.Client): Promise<void> {
  await client.query(
    `insert into children_circumstances (authority_id, id, child_id, kind, address_lines, postcode, recorded_by, recorded_at)
     select authority_id, gen_random_uuid(), id, 'address', address_lines, postcode, 'As first recorded', recorded_at
     from children where authority_id = $1 and cardinality(address_lines) > 0
       and not exists (select from children_circumstances where child_id = children.id and kind = 'address')`,
    [DEMO_AUTHORITY.code],
  );
}

async function insertEverybody(client: pg.Client, now: Date, today: PlainDate): Promise<void> {
  const { rowCount } = await client.query('select 1 from authorities where code = $1', [DEMO_AUTHORITY.code]);
  if (rowCount !== 0) return;
  await client.query('begin');
  await insertAuthority(client);
  await insertPeople(client, DEMO_AUTHORITY.code, now);
  await insertSettings(client);
  await insertDeclarations(client, today);
  const cases = demoCases(300, today);
  await insertCases(client, cases, today);
  await insertNotices(client, cases, today);
  await client.query('commit');
}

async function playOut(
  owner: pg.Client,
  appUrl: string,
  today: PlainDate,
  { config, createApp }: { config: Config; createApp: CreateApp },
): Promise<void> {
  const clock = { now: new Date(`${today}T09:00:00Z`) };
  await asService(appUrl, { config, clock }, async (services) => {
    const app = await createApp(services);
    try {
      await makePlans({ app, services, clock, owner }, demoCases(300, today), today);
    } finally {
      await app.close();
    }
  });
}

/** Does what the service itself would, on a clock the work may move. */
async function asService(
  appUrl: string,
  { config, clock }: { config: Config; clock: { now: Date } },
  work: (services: Services) => Promise<void>,
): Promise<void> {
  const database = openDatabase(appUrl, { max: 4 });
  try {
    await work({
      ...{ config, database, databaseUrl: appUrl },
      authority: { ...DEMO_AUTHORITY, translationNotice: null, brandColour: null, demo: true },
      documents: await openDocumentStore(config.documents),
      logger: pino({ level: 'silent' }),
      now: () => clock.now,
    });
  } finally {
    await database.close();
  }
}

export function demoPeople(): readonly string[] {
  return DEMO_PEOPLE.map((person) => `${person.name} – ${person.does}`);
}

async function insertAuthority(client: pg.Client): Promise<void> {
  const { code, name, email, phone, address, sendiass, mediationAdviser, safeguarding } = DEMO_AUTHORITY;
  await client.query(
    `insert into authorities (code, name, region, service_email, service_phone, postal_address, sendiass, mediation_adviser, safeguarding, fictional)
     values ($1, $2, 'Invented', $3, $4, $5, $6, $7, $8, true)`,
    [code, name, email, phone, address, sendiass, mediationAdviser, safeguarding],
  );
  // Every postcode it could have: invented, as the authority is.
  await client.query(
    `insert into postcodes (postcode, authority_code, latitude, longitude)
     select 'WX' || district || ' ' || sector || chr(one) || chr(other), $1, 51 + district * 0.01, -2.5 + sector * 0.01
     from generate_series(1, 9) district, generate_series(0, 9) sector, generate_series(65, 90) one, generate_series(65, 90) other`,
    [code],
  );
}

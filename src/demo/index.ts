import pg from 'pg';
import { englishDay } from '../shared/plain-date.ts';
import { demoCases } from './cases.ts';
import { insertCases } from './insert-cases.ts';
import { DEMO_AUTHORITY, DEMO_PEOPLE, DEMO_SERVICES } from './people.ts';
import { insertSettings } from './settings.ts';

/**
 * Makes the demonstration in an empty database, once, as its owner: one transaction, so that a start broken off half-way
 * begins again. Does nothing where an installation is already marked.
 */
export async function loadDemo(ownerUrl: string, now: Date): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from installation');
    if (rowCount !== 0) return;
    await client.query('begin');
    await insertAuthority(client);
    await insertPeople(client, now);
    await insertSettings(client);
    const today = englishDay(now);
    await insertCases(client, demoCases(300, today), today);
    await client.query(
      'insert into installation (demo, home_authority, installed_at) values (true, $1, $2)',
      [DEMO_AUTHORITY.code, now],
    );
    await client.query('commit');
  } finally {
    await client.end();
  }
}

export function demoPeople(): readonly string[] {
  return DEMO_PEOPLE.map((person) => `${person.name} – ${person.does}`);
}

async function insertAuthority(client: pg.Client): Promise<void> {
  const { code, name, email, phone, address, sendiass, mediationAdviser } = DEMO_AUTHORITY;
  await client.query(
    `insert into authorities (code, name, region, service_email, service_phone, postal_address, sendiass, mediation_adviser, fictional)
     values ($1, $2, 'Invented', $3, $4, $5, $6, $7, true)`,
    [code, name, email, phone, address, sendiass, mediationAdviser],
  );
}

async function insertPeople(client: pg.Client, now: Date): Promise<void> {
  for (const { id, kind, name } of DEMO_SERVICES) {
    await client.query('insert into organisations (id, kind, name) values ($1, $2, $3)', [id, kind, name]);
  }
  for (const person of DEMO_PEOPLE) {
    await client.query(
      'insert into accounts (id, kind, email, name, created_at) values ($1, $2, $3, $4, $5)',
      [person.id, person.kind, person.email, person.name, now],
    );
    if (person.kind === 'staff') {
      for (const role of person.roles) {
        await client.query(
          'insert into staff_roles (authority_id, account_id, role, name) values ($1, $2, $3, $4)',
          [DEMO_AUTHORITY.code, person.id, role, person.name],
        );
      }
    }
    if (person.kind === 'organisation') {
      await client.query(
        'insert into organisation_members (organisation_id, account_id, name, email, administrator) values ($1, $2, $3, $4, $5)',
        [person.organisationId, person.id, person.name, person.email, person.administrator],
      );
    }
  }
}

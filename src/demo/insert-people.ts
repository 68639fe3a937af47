import type pg from 'pg';
import { DEMO_OFFICER, DEMO_PEOPLE, DEMO_SERVICES } from './people.ts';

/** Puts whoever the demonstration offers to sign in as into it: its staff into that authority. */
export async function insertPeople(client: pg.Client, authority: number, now: Date): Promise<void> {
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
          [authority, person.id, role, person.name],
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
  await client.query(
    `insert into organisation_officers (organisation_id, id, account_id, role, holds, said_by, said_at)
     values ($1, gen_random_uuid(), $2, 'designated clinical officer', true, $3, $4)`,
    [DEMO_OFFICER.organisationId, DEMO_OFFICER.accountId, DEMO_OFFICER.saidBy, now],
  );
  await client.query(
    `insert into area_clinical_officers (authority_id, id, organisation_id, sees, said_by, said_at)
     values ($1, gen_random_uuid(), $2, true, $3, $4)`,
    [authority, DEMO_OFFICER.organisationId, DEMO_OFFICER.namedBy, now],
  );
}

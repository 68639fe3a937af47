import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { findHomeAuthority } from '../authority.ts';
import type { Database } from '../database/index.ts';
import { type StaffRole, withLens, withPlatformLens } from '../lens/index.ts';
import { Refused } from '../refused.ts';

/** What families are told of how to reach an authority, by column of its row. */
export type ToldOfAuthority = Readonly<Record<string, string | undefined>>;

const COLUMNS: Readonly<Record<string, string>> = {
  name: 'name',
  email: 'service_email',
  phone: 'service_phone',
  address: 'postal_address',
  sendiass: 'sendiass',
  mediation_adviser: 'mediation_adviser',
  safeguarding: 'safeguarding',
  translation_notice: 'translation_notice',
  colour: 'brand_colour',
};

/**
 * Makes the database the installation of one authority, once, as its owner; again for the same authority it changes what
 * families are told. Refuses another authority than the one chosen, and a demonstration. Returns the authority's name.
 */
export async function chooseAuthority(
  ownerUrl: string,
  code: number,
  told: ToldOfAuthority,
): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await refuseAnother(client, code);
    const name = await writeAuthority(client, code, told);
    await client.query(
      'insert into installation (demo, home_authority) values (false, $1) on conflict do nothing',
      [code],
    );
    await client.query('commit');
    return name;
  } finally {
    await client.end();
  }
}

async function refuseAnother(client: pg.Client, code: number): Promise<void> {
  const { rows } = await client.query<{ demo: boolean; home_authority: number }>(
    'select demo, home_authority from installation',
  );
  const chosen = rows[0];
  if (chosen === undefined) return;
  if (chosen.demo) throw new Refused('this database is a demonstration, and stays one: use another');
  if (chosen.home_authority !== code) {
    throw new Refused(`this database is already the front door of authority ${chosen.home_authority}`);
  }
}

async function writeAuthority(client: pg.Client, code: number, told: ToldOfAuthority): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select name from authorities where code = $1', [
    code,
  ]);
  const name = told['name'] ?? rows[0]?.name;
  if (name === undefined) throw new Refused(`authority ${code} is not known here: give its name with --name`);
  await client.query(
    'insert into authorities (code, name) values ($1, $2) on conflict (code) do update set name = $2',
    [code, name],
  );
  for (const [key, column] of Object.entries(COLUMNS)) {
    const value = told[key];
    if (value !== undefined)
      await client.query(`update authorities set ${column} = $2 where code = $1`, [code, value]);
  }
  return name;
}

/** Someone of the home authority's staff, with roles, who may sign in from now on; someone already there is given the roles. */
export async function addStaff(
  database: Database,
  person: { email: string; name: string; role: readonly StaffRole[]; now: Date },
): Promise<void> {
  const authority = await findHomeAuthority(database);
  if (authority === null) throw new Refused('choose the authority first: opensend authority choose CODE');
  const { email, name } = person;
  const account = await withPlatformLens(database, async (tx) => {
    await tx
      .insertInto('accounts')
      .values({ id: randomUUID(), kind: 'staff', email, name, created_at: person.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return tx
      .selectFrom('accounts')
      .select('id')
      .where('kind', '=', 'staff')
      .where(sql`lower(email)`, '=', email.toLowerCase())
      .executeTakeFirstOrThrow();
  });
  const roles = person.role.map((role) => ({
    authority_id: authority.code,
    account_id: account.id,
    role,
    name,
  }));
  await withLens(database, { kind: 'system', authorityId: authority.code }, (tx) =>
    tx
      .insertInto('staff_roles')
      .values(roles)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

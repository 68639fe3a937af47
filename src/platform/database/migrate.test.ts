import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { anEmptyDatabase, testDatabase } from '../../../test/support/database.ts';
import { assertKnownSchema, assertSafeRole, migrate, openDatabase, whyUnusable } from './index.ts';
import { staleSchemaFiles } from './schema-files.ts';

let own: Awaited<ReturnType<typeof anEmptyDatabase>>;

beforeAll(async () => {
  own = await anEmptyDatabase();
});
afterAll(() => own.drop());

async function asOwner(query: string): Promise<void> {
  const client = new pg.Client({ connectionString: own.ownerUrl });
  await client.connect();
  await client.query(query);
  await client.end();
}

async function asApp(check: typeof assertKnownSchema): Promise<void> {
  const database = openDatabase(own.appUrl);
  try {
    await check(database);
  } finally {
    await database.close();
  }
}

describe('a schema the service does not know is refused in one line', () => {
  test('none at all', async () => {
    await expect(asApp(assertKnownSchema)).rejects.toThrow(
      'older than this version of OpenSEND: run npm run migrate',
    );
  });

  test('two migrations at once: one waits, and each file is applied once', async () => {
    const [first, second] = await Promise.all([migrate(own.ownerUrl), migrate(own.ownerUrl)]);
    expect(Math.min(first.length, second.length)).toBe(0);
    expect(Math.max(first.length, second.length)).toBeGreaterThan(5);
    expect(await migrate(own.ownerUrl)).toEqual([]);
    await asApp(assertKnownSchema);
  });

  test('a newer one', async () => {
    await asOwner("insert into schema_migrations (name, hash) values ('209901010000_later.sql', 'x')");
    await expect(asApp(assertKnownSchema)).rejects.toThrow(
      'newer than this version of OpenSEND: it has 2099',
    );
    await expect(migrate(own.ownerUrl)).rejects.toThrow('newer');
    await asOwner("delete from schema_migrations where name like '2099%'");
  });

  test('one made with another file of the same name', async () => {
    await asOwner(
      "update schema_migrations set hash = 'x' || hash where name = (select min(name) from schema_migrations)",
    );
    await expect(asApp(assertKnownSchema)).rejects.toThrow('was made with another 2026');
    await asOwner("update schema_migrations set hash = substr(hash, 2) where hash like 'x%'");
  });
});

describe('the role the service signs in as', () => {
  test('service is bound by row-level security', async () => {
    await assertSafeRole(testDatabase());
  });

  test.each([
    ['a superuser', 'superuser'],
    ['one that bypasses it', 'bypassrls'],
  ])('%s is refused', async (_who, power) => {
    const role = `unsafe_${power}`;
    const url = new URL(inject('appUrl'));
    await asOwner(`create role ${role} login ${power} password 'only-for-this-test'; grant app to ${role}`);
    const database = openDatabase(url.href.replace(/\/\/service:[^@]*@/, `//${role}:only-for-this-test@`));
    await expect(assertSafeRole(database)).rejects.toThrow(`signs in as ${role}`);
    await database.close();
    await asOwner(`drop role ${role}`);
  });

  test.each([
    ['one that cannot take a lens', ''],
    ['one that has every lens at once', 'grant app_family to unsafe_lens'],
  ])('%s is refused', async (_who, grants) => {
    await asOwner(`create role unsafe_lens login password 'only-for-this-test'; grant app to unsafe_lens`);
    await asOwner(grants);
    const url = inject('appUrl').replace(/\/\/service:[^@]*@/, '//unsafe_lens:only-for-this-test@');
    const database = openDatabase(url);
    await expect(assertSafeRole(database)).rejects.toThrow('cannot take one lens at a time');
    await database.close();
    await asOwner('drop role unsafe_lens');
  });

  test('one that belongs to the owner of a table is refused', async () => {
    await asOwner(
      `create role table_owner nologin; create role member_of_owner login password 'only-for-this-test';
       grant table_owner to member_of_owner; grant create, usage on schema public to table_owner;
       set role table_owner; create table owned (n int); reset role`,
    );
    const database = openDatabase(
      own.appUrl.replace(/\/\/service:[^@]*@/, '//member_of_owner:only-for-this-test@'),
    );
    await expect(assertSafeRole(database)).rejects.toThrow('signs in as member_of_owner');
    await database.close();
    await asOwner(
      'drop table owned; revoke all on schema public from table_owner; drop role member_of_owner; drop role table_owner',
    );
  });
});

test('why a database cannot be used is said without its address or password', async () => {
  const unusable = async (url: string) => {
    const database = openDatabase(url);
    const reason = await whyUnusable(database);
    await database.close();
    return reason;
  };
  expect(await unusable(own.appUrl)).toBeNull();
  expect(await unusable(own.appUrl.replace(/:[^:@]*@/, ':guess@'))).toBe(
    'password authentication failed for user "service"',
  );
  expect(await unusable(`${own.appUrl}_not`)).toMatch(/does not exist$/);
});

test('the descriptions of the tables are fresh: node bootstrap.mjs schema makes them so', async () => {
  expect(await staleSchemaFiles(inject('ownerUrl'))).toEqual([]);
});

test('every table and view says what it is', async () => {
  const client = new pg.Client({ connectionString: inject('ownerUrl') });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
     and obj_description(oid) is null`,
  );
  await client.end();
  expect(rows).toEqual([]);
});

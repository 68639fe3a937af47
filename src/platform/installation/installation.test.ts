import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEmptyDatabase } from '../../../test/support/database.ts';
import { findHomeAuthority } from '../authority.ts';
import type { Command, Io } from '../command.ts';
import { parseConfig } from '../config/index.ts';
import { type Database, migrate, openDatabase } from '../database/index.ts';
import { authority, staff } from './cli.ts';

let own: Awaited<ReturnType<typeof anEmptyDatabase>>;
let database: Database;

beforeAll(async () => {
  own = await anEmptyDatabase();
  await migrate(own.ownerUrl);
  database = openDatabase(own.appUrl);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

/** Runs a command on the empty database and gives its first line of output. */
async function run(command: Command, ...args: string[]): Promise<string> {
  const lines: string[] = [];
  const io: Io = {
    out: (line) => lines.push(line),
    error: (line) => lines.push(line),
    progress: () => undefined,
    read: () => Promise.reject(new Error('reads nothing')),
    config: parseConfig({}),
    database: () => Promise.resolve({ database, ownerUrl: own.ownerUrl, close: () => Promise.resolve() }),
    now: () => new Date('2026-11-23T10:00:00Z'),
  };
  expect(await command(args, io)).toBe(0);
  return lines[0] ?? '';
}

async function rows(query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: own.ownerUrl });
  await client.connect();
  const found = await client.query<Record<string, unknown>>(query);
  await client.end();
  return found.rows;
}

test('staff cannot be added before an authority is chosen', async () => {
  await expect(
    run(staff, 'add', '--email', 'g.osei@council.example', '--name', 'Grace Osei', '--role', 'administrator'),
  ).rejects.toThrow('choose the authority first');
});

test('an authority is chosen once; what families are told of it may change', async () => {
  expect(await run(authority, 'choose', '997', '--name', 'Ashmere County Council')).toBe(
    'This is the front door of Ashmere County Council (997)',
  );
  await run(authority, 'choose', '997', '--phone', '01632 960 001', '--colour', '#4B0082');
  expect((await findHomeAuthority(database))?.brandColour).toBe('#4b0082');
  expect(await rows('select name, service_phone from authorities where code = 997')).toEqual([
    { name: 'Ashmere County Council', service_phone: '01632 960 001' },
  ]);
  expect(await rows('select demo, home_authority from installation')).toEqual([
    { demo: false, home_authority: 997 },
  ]);
  await expect(run(authority, 'choose', '996', '--name', 'Another')).rejects.toThrow(
    'already the front door of authority 997',
  );
});

test('the first administrator is added by name, and again without harm', async () => {
  const grace = ['add', '--email', 'g.osei@council.example', '--name', 'Grace Osei'];
  expect(await run(staff, ...grace, '--role', 'administrator')).toBe('Grace Osei may now sign in');
  await run(staff, ...grace, '--role', 'manager', '--role', 'administrator');
  expect(await rows('select authority_id, role from staff_roles order by role')).toEqual([
    { authority_id: 997, role: 'administrator' },
    { authority_id: 997, role: 'manager' },
  ]);
});

test.each([
  [authority, ['choose', 'Ashmere'], 'three-digit code'],
  [authority, ['choose', '997', '--colour', 'blue'], 'six hexadecimal figures'],
  [authority, ['choose', '997', '--colour', '#ffdd00'], 'too light'],
  [authority, ['choose', '997', '--crest', 'lion'], 'crest'],
  [staff, ['remove'], 'opensend staff add'],
  [staff, ['add', '--email', 'nobody', '--name', 'N', '--role', 'manager'], 'Give an email address'],
  [staff, ['add', '--email', 'n@council.example', '--name', 'N'], 'Give at least one --role'],
  [staff, ['add', '--email', 'n@council.example', '--name', 'N', '--role', 'king'], 'caseworker, manager'],
])('what cannot be used is said (%#)', async (command, args, words) => {
  await expect(run(command, ...args)).rejects.toThrow(words);
});

import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/database/index.ts';

let shared: Database | null = null;
let owner: pg.Pool | null = null;

/** The real database as the service sees it: the role `app`, bound by row-level security. Closed with the run. */
export function testDatabase(): Database {
  shared ??= openDatabase(inject('appUrl'), { max: 8 });
  return shared;
}

/** The owner's connection, to arrange and to look behind the lenses. Never what is under test. */
export function ownerPool(): pg.Pool {
  owner ??= poolOf(inject('ownerUrl'), 4);
  return owner;
}

/** Connections to a database of the test's own. One that rests may still be closing when that is dropped: that is no error. */
export function poolOf(connectionString: string, max = 2): pg.Pool {
  return new pg.Pool({ connectionString, max }).on('error', () => undefined);
}

/** Codes that no authority of England has or had, nor the demonstration, nor a test that names its own (990 and on). */
const CODES = [range(100, 199), range(214, 299), range(430, 799), range(944, 989)].flat();
let next = process.pid * 7;

/** A fresh fictional authority, so that test files never meet: its three-digit code. Refuses when the codes are used up. */
export async function anAuthority(name = 'Wexcombe'): Promise<number> {
  for (const _ of CODES) {
    next += 1;
    const { rowCount } = await ownerPool().query(
      `insert into authorities (code, name, region, fictional) values ($1, $2, 'Invented region', true) on conflict do nothing`,
      [CODES[next % CODES.length], name],
    );
    if (rowCount === 1) return CODES[next % CODES.length] ?? 0;
  }
  throw new Error(
    'every invented authority’s code is taken: test files make more of them than there are codes',
  );
}

/** A second database on the same server, empty and unmigrated, for what must not touch the shared one. */
export async function anEmptyDatabase(): Promise<{
  ownerUrl: string;
  appUrl: string;
  drop(): Promise<void>;
}> {
  const name = `test_${process.pid}_${performance.now().toString().replace('.', '_')}`;
  await ownerPool().query(`create database ${name}`);
  const named = (url: string) => url.replace(/\/opensend$/, `/${name}`);
  return {
    ownerUrl: named(inject('ownerUrl')),
    appUrl: named(inject('appUrl')),
    drop: async () => {
      await ownerPool().query(`drop database ${name} with (force)`);
    },
  };
}

/** The whole numbers from the first to the last, both included. */
function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

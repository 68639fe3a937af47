import type pg from 'pg';
import { Refused } from '../../platform/refused.ts';
import { casesOf } from './cases.ts';
import { copyRows } from './copy.ts';
import { idsOf } from './ids.ts';
import { peopleOf } from './people.ts';
import { tablesOf } from './rows.ts';
import { settingsOf } from './settings.ts';
import type { Sizes } from './sizes.ts';
import { counting, type Total } from './totals.ts';

export type Making = { seed: number; words: number };

/** What of one authority was made: its totals, and how many rows of each table in how long; none where it was there already. */
export type Made = {
  totals: readonly Total[];
  tables: ReadonlyMap<string, { rows: number; seconds: number }>;
};

/**
 * Writes one authority in one transaction: all of it or none. Where it is there already, of this very seed, it stays; refuses
 * what another run made.
 */
export async function writeAuthority(
  client: pg.Client,
  sizes: Sizes,
  { seed, words }: Making,
): Promise<Made> {
  const { code, name } = sizes.authority;
  const ids = idsOf(code, seed);
  const cases = casesOf(sizes, seed);
  const settings = settingsOf(sizes, ids);
  const people = [...peopleOf(cases, sizes, { settings, seed })];
  const count = counting(code);
  for (const one of people) count.add(one);
  const tables = new Map<string, { rows: number; seconds: number }>();
  if (await isThere(client, { code, name, people: people.length, last: ids('child', people.length - 1) }))
    return { totals: count.totals(), tables };
  await client.query('begin');
  try {
    for (const { table, columns, rows } of tablesOf({
      authority: sizes.authority,
      people,
      settings,
      ids,
      words,
    }))
      tables.set(table, await timed(() => copyRows(client, table, columns, rows)));
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
  return { totals: count.totals(), tables };
}

async function timed(write: () => Promise<number>): Promise<{ rows: number; seconds: number }> {
  const started = performance.now();
  const rows = await write();
  return { rows, seconds: (performance.now() - started) / 1000 };
}

async function isThere(
  client: pg.Client,
  { code, name, people, last }: { code: number; name: string; people: number; last: string },
): Promise<boolean> {
  const { rows } = await client.query<{ count: number; same: boolean }>(
    'select count(*)::int as count, coalesce(bool_or(id = $2), false) as same from children where authority_id = $1',
    [code, last],
  );
  const [{ count, same } = { count: 0, same: false }] = rows;
  if (count === 0) return false;
  if (count === people && same) return true;
  throw new Refused(
    `${name} (${code}) was made with another seed, another number of people or another release: go on with those, or begin anew in an empty database`,
  );
}

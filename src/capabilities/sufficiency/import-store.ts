import type pg from 'pg';
import { connectAsOwner } from '../../platform/database/owner.ts';
import { sayNumber } from '../../shared/words.ts';
import { readCurrent } from '../statistics/index.ts';
import { type Row, rowOf, TABLES } from './release.ts';

/**
 * Keeps the counts of plans that the statistics have of each authority, once some were imported: as the owner of the schema, in
 * one transaction. What was counted of an authority and a year stands in place of what an earlier release said; the same again
 * changes nothing, and nothing is read where no table that was imported counts plans. Answers what was kept.
 */
export async function keepPublished(ownerUrl: string, tables: ReadonlySet<string>): Promise<string> {
  if (!Object.keys(TABLES).some((dataset) => tables.has(dataset)))
    return 'The counts of plans for forecasts are as they were';
  const client = await connectAsOwner(ownerUrl);
  try {
    await client.query('begin');
    await client.query('lock table published_plans in share row exclusive mode');
    const rows: Row[] = [];
    for (const [dataset, table] of Object.entries(TABLES)) {
      const published = await readCurrent(client, { dataset, topics: ['', table.byAge] });
      rows.push(...published.flatMap((one) => rowOf(table, one) ?? []));
    }
    await write(client, rows);
    await client.query('commit');
    return `${sayNumber(rows.length)} counts of plans are kept for forecasts`;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/** Puts counts in place of those of the same authorities, measures and years. Only as the owner of the schema. */
export async function write(client: Pick<pg.ClientBase, 'query'>, rows: readonly Row[]): Promise<void> {
  const given = JSON.stringify(rows);
  const columns = 'authority integer, measure text, year integer, age integer, count integer';
  await client.query(
    `delete from published_plans old using (select distinct authority, measure, year from jsonb_to_recordset($1) as g (${columns})) given
     where old.la_code = given.authority and old.measure = given.measure and old.year = given.year`,
    [given],
  );
  // A release that says one thing twice is believed the first time.
  await client.query(
    `insert into published_plans (la_code, measure, year, age, count)
     select authority, measure, year, age, count from jsonb_to_recordset($1) as given (${columns}) on conflict do nothing`,
    [given],
  );
}

import type pg from 'pg';

/** One table to keep: `columns` are those that are written, so not the ones PostgreSQL computes; `key` its primary key, or else a unique one. */
export type KeptTable = { name: string; columns: string; key: string };

/**
 * Every table that holds something nobody could make again, in name order: all of ours, and the queue's, so that a letter
 * asked for and not yet sent is sent after a restore. Not which migrations have run: restoring runs them.
 */
export async function keptTables(client: pg.Client): Promise<KeptTable[]> {
  const { rows } = await client.query<KeptTable>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select string_agg(quote_ident(a.attname), ', ' order by k.place)
       from unnest((select i.indkey::int[] from pg_index i
         where i.indrelid = c.oid and i.indisunique and i.indpred is null and i.indexprs is null
         order by i.indisprimary desc, i.indexrelid limit 1)) with ordinality k (attnum, place)
       join pg_attribute a on a.attnum = k.attnum and a.attrelid = c.oid) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'graphile_worker') and c.relkind = 'r'
      and c.relname not in ('schema_migrations', 'migrations')
    order by n.nspname, c.relname collate "C"`);
  return rows;
}

/** Every row as one line of JSON, in the order of the key, a few thousand at a time. Within a transaction. */
export async function* readRows(client: pg.Client, table: KeptTable): AsyncGenerator<string[]> {
  await client.query(
    `declare kept no scroll cursor for
     select row_to_json(kept)::text as line from (select ${table.columns} from ${table.name} order by ${table.key}) kept`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>('fetch 2000 from kept');
    if (rows.length === 0) break;
    yield rows.map((row) => row.line);
  }
  await client.query('close kept');
}

/** Puts lines back as the rows they were. */
export async function writeRows(client: pg.Client, table: KeptTable, lines: string[]): Promise<void> {
  await client.query(
    `insert into ${table.name} (${table.columns}) overriding system value
     select ${table.columns} from unnest($1::text[]) line, json_populate_record(null::${table.name}, line::json)`,
    [lines],
  );
}

export type Applied = { name: string; hash: string };

/** Which migrations the database has, with the hash each had. */
export async function appliedMigrations(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>('select name, hash from schema_migrations order by name');
  return rows;
}

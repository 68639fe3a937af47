import type pg from 'pg';

type Rows = readonly Record<string, unknown>[];

/** Writes the rows of one table at once, from JSON; all have the columns of the first. */
export async function insert(client: pg.Client, table: string, rows: Rows): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  await client.query(
    `insert into ${client.escapeIdentifier(table)} (${list})
     select ${list} from jsonb_populate_recordset(null::${client.escapeIdentifier(table)}, $1)`,
    [JSON.stringify(rows)],
  );
}

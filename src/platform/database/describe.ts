import type pg from 'pg';

/** One relation of the catalogue as a reader should see it: every column, constraint, index, policy and grant. */
export type Relation = { name: string; view: boolean; columns: Column[]; description: string };
export type Column = {
  name: string;
  type: string;
  notNull: boolean;
  hasDefault: boolean;
  comment: string | null;
};

/** Reads the public schema from the catalogue, in name order, with a text description of each table and view. */
export async function describeSchema(client: pg.Client): Promise<Relation[]> {
  const { rows } = await client.query<{
    oid: number;
    name: string;
    kind: string;
    comment: string | null;
    rls: string;
  }>(`
    select c.oid::int, c.relname as name, c.relkind as kind, obj_description(c.oid) as comment,
      case when c.relrowsecurity and c.relforcerowsecurity then 'enabled and forced'
           when c.relrowsecurity then 'enabled' else 'off' end as rls
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'v') order by c.relname collate "C"`);
  const relations: Relation[] = [];
  for (const row of rows) {
    const columns = await columnsOf(client, row.oid);
    const view = row.kind === 'v';
    const lines = [`${view ? 'view' : 'table'} ${row.name}`, row.comment ?? '(no comment)', ''];
    for (const column of columns) lines.push(describeColumn(column));
    const parts = await partsOf(client, row.oid);
    for (const [heading, found] of parts) {
      if (found.length > 0) lines.push('', heading, ...found.map((line) => `  ${line}`));
    }
    if (!view) lines.push('', `row-level security: ${row.rls}`);
    relations.push({ name: row.name, view, columns, description: `${lines.join('\n')}\n` });
  }
  return relations;
}

function describeColumn(column: Column & { default?: string | null }): string {
  const facts = [
    column.type,
    column.notNull ? 'not null' : '',
    column.default ? `default ${column.default}` : '',
  ];
  const comment = column.comment === null ? '' : ` -- ${column.comment}`;
  return `  ${column.name}: ${facts.filter(Boolean).join(' ')}${comment}`;
}

async function columnsOf(client: pg.Client, oid: number): Promise<(Column & { default: string | null })[]> {
  const { rows } = await client.query<Column & { default: string | null }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as "notNull",
       pg_get_expr(d.adbin, d.adrelid) as default, d.adbin is not null or a.attidentity <> '' as "hasDefault",
       col_description(a.attrelid, a.attnum) as comment
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [oid],
  );
  return rows;
}

async function partsOf(client: pg.Client, oid: number): Promise<[string, string[]][]> {
  const list = async (query: string): Promise<string[]> => {
    const { rows } = await client.query<{ line: string }>(query, [oid]);
    return rows.map((row) => row.line);
  };
  return [
    [
      'constraints',
      await list(`select conname || ': ' || pg_get_constraintdef(oid) as line from pg_constraint
                  where conrelid = $1 and contype <> 'n' order by contype, conname collate "C"`),
    ],
    [
      'referred to by',
      await list(`select conrelid::regclass || ': ' || pg_get_constraintdef(oid) as line from pg_constraint
                  where confrelid = $1 order by 1`),
    ],
    [
      'indexes',
      await list(`select pg_get_indexdef(indexrelid) as line from pg_index i where indrelid = $1
                  and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid) order by 1`),
    ],
    [
      'policies',
      await list(`select polname || ' for ' || case polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert'
                    when 'w' then 'update' else 'delete' end || ' to ' ||
                    (select string_agg(r::regrole::text, ', ') from unnest(polroles) r) ||
                    coalesce(' using ' || pg_get_expr(polqual, polrelid), '') ||
                    coalesce(' with check ' || pg_get_expr(polwithcheck, polrelid), '') as line
                  from pg_policy where polrelid = $1 order by polname collate "C"`),
    ],
    [
      'grants',
      await list(`select grantee::regrole || ': ' || string_agg(lower(privilege_type), ', ' order by privilege_type) as line
                  from pg_class c, aclexplode(c.relacl) where c.oid = $1 and grantee <> c.relowner group by grantee order by 1`),
    ],
    [
      'definition',
      await list(`select pg_get_viewdef($1::oid) as line from pg_class where oid = $1 and relkind = 'v'`),
    ],
  ];
}

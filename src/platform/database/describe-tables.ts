import type { Column, Relation } from './describe.ts';

const TYPES: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  bytea: 'Buffer',
  date: 'PlainDate',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  'double precision': 'number',
  real: 'number',
  text: 'string',
  uuid: 'string',
  'timestamp with time zone': 'Date',
};

/** The TypeScript of every table and view, from the catalogue: what Kysely checks each query against. */
export function tablesSource(relations: readonly Relation[]): string {
  const interfaces = relations.map((relation) => {
    const columns = relation.columns.map(
      (column) => `  ${column.name}: ${columnType(column, relation.view)};`,
    );
    return `export type ${typeName(relation.name)} = {\n${columns.join('\n')}\n};`;
  });
  const entries = relations.map((relation) => `  ${relation.name}: ${typeName(relation.name)};`);
  return [
    '// Generated from the migrated database by `node bootstrap.mjs schema`; a test keeps it fresh.',
    "import type { ColumnType, Generated } from 'kysely';",
    "import type { PlainDate } from '../../shared/plain-date.ts';",
    '',
    'export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };',
    '',
    interfaces.join('\n\n'),
    '',
    `export type Tables = {\n${entries.join('\n')}\n};`,
    '',
  ].join('\n');
}

function typeName(table: string): string {
  return `${table
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Row`;
}

function columnType(column: Column, view: boolean): string {
  const array = column.type.endsWith('[]');
  const element = array ? column.type.slice(0, -2) : column.type;
  // JSON is written as text: the driver would otherwise take an array for a PostgreSQL one.
  const json = element === 'jsonb' || element === 'json';
  const base = json ? 'Json' : element.startsWith('numeric') ? 'string' : (TYPES[element] ?? 'unknown');
  const list = array ? `${base}[]` : base;
  if (view) return `${list} | null`;
  if (json) {
    const nil = column.notNull ? '' : ' | null';
    return `ColumnType<Json${nil}, string${nil}${column.hasDefault || !column.notNull ? ' | undefined' : ''}, string${nil}>`;
  }
  const nullable = column.notNull ? list : `${list} | null`;
  return column.hasDefault ? `Generated<${nullable}>` : nullable;
}

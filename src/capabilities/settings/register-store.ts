import type pg from 'pg';
import { AUTHORITIES } from '../../platform/reference/authorities.ts';
import { writeAdded } from './added/added-store.ts';
import type { Row } from './cells.ts';
import type { Layout } from './layouts.ts';
import { hashOf } from './row-hash-store.ts';

export type Written = { added: number; changed: number; unknown: number };

/** Writes rows of one layout, each of another setting or link. Only as the owner of the schema: the service reads alone. */
export function writeRows(
  client: pg.Client,
  makes: Exclude<Layout['makes'], 'approvals'>,
  rows: readonly Row[],
): Promise<Written> {
  switch (makes) {
    case 'settings':
      return writeSettings(client, rows);
    case 'links':
      return writeLinks(client, rows);
    case 'added':
      return writeAdded(client, rows);
    case 'changes':
      return writeChanges(client, rows, (column) => `coalesce(given.${column}, s.${column})`);
    case 'fillings':
      return writeChanges(client, rows, (column) => `coalesce(s.${column}, given.${column})`);
  }
}

/** The 153 authorities of England, so that a setting's area has a name. One already there keeps its own. */
export async function addAuthorities(client: pg.Client): Promise<void> {
  await client.query(
    `insert into authorities (code, name, region, ons_code)
     select code, name, region, "onsCode"
     from jsonb_to_recordset($1) as given (code integer, name text, region text, "onsCode" text)
     on conflict (code) do update set region = excluded.region, ons_code = excluded.ons_code
     where not authorities.fictional and (authorities.region, authorities.ons_code) is distinct from (excluded.region, excluded.ons_code)`,
    [JSON.stringify(AUTHORITIES)],
  );
}

// What other files say too: where the extract leaves it blank, what is already known stays.
const KEPT = new Set([
  'postcode',
  'easting',
  'northing',
  'pupils',
  'pupils_with_plan',
  'pupils_with_sen_support',
  'resourced_provision',
  'resourced_provision_capacity',
  'resourced_provision_on_roll',
  'sen_unit_capacity',
  'sen_unit_on_roll',
]);

async function writeSettings(client: pg.Client, rows: readonly Row[]): Promise<Written> {
  const columns = columnsOf(rows).concat('content_hash');
  const set = columns.map((column) => `${column} = ${newValue(column)}`).join(', ');
  await adopt(client, rows);
  const { rows: written } = await client.query<{ added: boolean }>(
    `insert into settings (${columns.join(', ')})
     select ${columns.join(', ')} from jsonb_populate_recordset(null::settings, $1)
     on conflict (urn) do update set ${set}, imported_at = clock_timestamp()
     where settings.content_hash <> excluded.content_hash
     returning (xmax = 0) as added`,
    [JSON.stringify(rows.map((row) => ({ ...row, content_hash: hashOf(row) })))],
  );
  const added = written.filter((row) => row.added).length;
  return { added, changed: written.length - added, unknown: 0 };
}

// A setting that was here without a URN, under a UKPRN which only one row of the extract has, is that one: it is given its URN.
async function adopt(client: pg.Client, rows: readonly Row[]): Promise<void> {
  const numbers = rows.flatMap(({ urn, ukprn }) => (ukprn === null ? [] : [{ urn, ukprn }]));
  await client.query(
    `with given as (
       select (array_agg(urn))[1] as urn, ukprn from jsonb_to_recordset($1) as given (urn integer, ukprn text)
       group by ukprn having count(*) = 1)
     update settings s set urn = given.urn, content_hash = 'given its URN' from given
     where s.urn is null and s.ukprn = given.ukprn
       and not exists (select from settings other where other.urn = given.urn)`,
    [JSON.stringify(numbers)],
  );
}

function newValue(column: string): string {
  // Once there is a list of section 41, it says which are approved, and the extract no longer does.
  if (column === 'section_41')
    return 'case when exists (select from section_41_lists) then settings.section_41 else excluded.section_41 end';
  if (column === 'need_types') {
    return 'case when cardinality(excluded.need_types) = 0 then settings.need_types else excluded.need_types end';
  }
  return KEPT.has(column) ? `coalesce(excluded.${column}, settings.${column})` : `excluded.${column}`;
}

async function writeLinks(client: pg.Client, rows: readonly Row[]): Promise<Written> {
  const { rows: written } = await client.query<{ added: boolean }>(
    `insert into setting_links as old (urn, link_urn, link_type, established_on, link_name)
     select urn, link_urn, link_type, established_on, link_name
     from jsonb_populate_recordset(null::setting_links, $1)
     on conflict (urn, link_urn, link_type) do update
       set established_on = coalesce(excluded.established_on, old.established_on), link_name = excluded.link_name
     where old.link_name is distinct from excluded.link_name
       or old.established_on is distinct from coalesce(excluded.established_on, old.established_on)
     returning (xmax = 0) as added`,
    [JSON.stringify(rows)],
  );
  const added = written.filter((row) => row.added).length;
  return { added, changed: written.length - added, unknown: 0 };
}

// `value` says which stands where both the register and the file say something. An empty list says nothing.
async function writeChanges(
  client: pg.Client,
  rows: readonly Row[],
  value: (column: string) => string,
): Promise<Written> {
  const columns = columnsOf(rows).filter((column) => column !== 'urn');
  const saying = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, said]) => [
        column,
        Array.isArray(said) && said.length === 0 ? null : said,
      ]),
    ),
  );
  const { rows: found } = await client.query<{ known: number; changed: number }>(
    `with given as (select * from jsonb_populate_recordset(null::settings, $1)),
     written as (
       update settings s set ${columns.map((column) => `${column} = ${value(column)}`).join(', ')}, imported_at = clock_timestamp()
       from given where s.urn = given.urn
         and (${columns.map((column) => `s.${column} is distinct from ${value(column)}`).join(' or ')})
       returning s.urn)
     select (select count(*)::int from written) as changed,
       (select count(*)::int from given join settings using (urn)) as known`,
    [JSON.stringify(saying)],
  );
  const { known = 0, changed = 0 } = found[0] ?? {};
  return { added: 0, changed, unknown: rows.length - known };
}

function columnsOf(rows: readonly Row[]): string[] {
  return Object.keys(rows[0] ?? {});
}

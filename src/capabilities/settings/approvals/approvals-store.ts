import type pg from 'pg';
import type { Row } from '../cells.ts';

/**
 * Makes room for a list published that day; what an earlier file of the same day said is taken back, since the newer file is a
 * correction of it. Answers false where this very file was imported before, and then there is nothing to do.
 */
export async function beginList(
  client: pg.Client,
  publishedOn: string,
  contentHash: string,
): Promise<boolean> {
  const { rows } = await client.query<{ same: boolean }>(
    'select content_hash = $2 as same from section_41_lists where published_on = $1',
    [publishedOn, contentHash],
  );
  if (rows[0]?.same === true) return false;
  await client.query('delete from section_41_entries where published_on = $1', [publishedOn]);
  await client.query(
    `insert into section_41_lists (published_on, content_hash) values ($1, $2)
     on conflict (published_on) do update set content_hash = excluded.content_hash, imported_at = clock_timestamp()`,
    [publishedOn, contentHash],
  );
  return true;
}

export async function insertEntries(
  client: pg.Client,
  publishedOn: string,
  rows: readonly Row[],
): Promise<void> {
  await client.query(
    `insert into section_41_entries (published_on, place, urn, ukprn, name, type, postcode, approved_on)
     select $1, place, urn, ukprn, name, type, postcode, approved_on
     from jsonb_populate_recordset(null::section_41_entries, $2)`,
    [publishedOn, JSON.stringify(rows)],
  );
}

// Several settings may share a UKPRN: then the one of the same name, or none.
const MATCH = `
  update section_41_entries entry set setting_id = coalesce(
    (select id from settings where urn = entry.urn),
    (select (array_agg(id))[1] from settings
     where ukprn = entry.ukprn and status is distinct from 'Closed' having count(*) = 1),
    (select (array_agg(id))[1] from settings
     where ukprn = entry.ukprn and search_form(name) = search_form(entry.name) having count(*) = 1))
  where setting_id is null`;

// A specialist post-16 institution is in no extract: the list itself says that there is one.
const ADD = `
  with unknown as (
    select distinct on (coalesce(ukprn, urn::text)) * from section_41_entries entry
    where setting_id is null and published_on = (select max(published_on) from section_41_lists)
      and not exists (select from settings where ukprn = entry.ukprn)
    order by coalesce(ukprn, urn::text), place)
  insert into settings (urn, ukprn, name, type, status, postcode, phase, content_hash)
  select urn, ukprn, name, type, 'Open', postcode, case type when 'Special post 16 institution' then '16 plus' end, 'section 41 list'
  from unknown on conflict do nothing`;

const DERIVE = `
  with newest as (select max(published_on) as published_on from section_41_lists),
  approved as (select distinct setting_id from section_41_entries join newest using (published_on) where setting_id is not null)
  update settings s set section_41 = (approved.setting_id is not null), imported_at = clock_timestamp()
  from settings other left join approved on approved.setting_id = other.id
  where other.id = s.id and exists (select from section_41_lists)
    and s.section_41 is distinct from (approved.setting_id is not null)
    and (approved.setting_id is not null or s.section_41 is not null or s.type = any ($1))
  returning s.section_41 as approved`;

/**
 * Finds the setting of each entry, adds those the newest list names and no file had, and says of each setting whether it is on
 * the newest list. Answers how many became approved, how many ceased to be, and how many of the newest list are of no setting.
 */
export async function applyLists(
  client: pg.Client,
): Promise<{ approved: number; ended: number; unmatched: number }> {
  await client.query(MATCH);
  await client.query(ADD);
  await client.query(MATCH);
  const { rows } = await client.query<{ approved: boolean }>(DERIVE, [APPROVABLE]);
  const { rows: left } = await client.query<{ count: number }>(
    `select count(*)::int as count from section_41_entries
     where setting_id is null and published_on = (select max(published_on) from section_41_lists)`,
  );
  const approved = rows.filter((row) => row.approved).length;
  return { approved, ended: rows.length - approved, unmatched: left[0]?.count ?? 0 };
}

/** The types of setting that are approved or not, of which no list's silence would mean nothing. */
const APPROVABLE = [
  'Other independent school',
  'Other independent special school',
  'Special post 16 institution',
];

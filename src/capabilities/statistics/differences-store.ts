import type pg from 'pg';
import type { PlainDate } from '../../shared/plain-date.ts';
import { type Asks, ask } from './ask-store.ts';

/** One figure that two revisions have otherwise; `null` with no mark where one of them has no such row. */
export type Difference = {
  dataset: string;
  area: string;
  periodKind: string;
  year: number;
  topic: string;
  breakdown: string;
  indicator: string;
  was: number | string | null;
  is: number | string | null;
};

/** A release that corrects an earlier one of the same year, and how much it has otherwise. */
export type Revision = {
  id: string;
  title: string;
  publisher: string;
  address: string;
  revision: number;
  /** The revision it was compared with. */
  before: number;
  /** The day it was published, where whoever imported it said so. */
  publishedOn: PlainDate | null;
  importedAt: Date;
  differences: number;
};

/** A difference as it stands in the list of all: its place, and the release that has it. */
export type Listed = Difference & { place: number; releaseId: string };

/**
 * Every figure that a revision has otherwise than the one before it of the same source and reporting year: none where it is the
 * first. The release by its id or how that begins; null for none or several.
 */
export async function readDifferences(from: Asks, release: string): Promise<Difference[] | null> {
  const rows = await ask<{ id: string }>(
    from,
    'select id from statistics_releases where starts_with(id::text, $1)',
    [release],
  );
  const [found, another] = rows;
  if (found === undefined || another !== undefined) return null;
  const listed = await listDifferences(from, { releaseId: found.id });
  return listed.map(({ place: _place, releaseId: _release, ...difference }) => difference);
}

/**
 * Figures that revisions have otherwise, of the newest release first, each release's by table and the newest year first; of one
 * release alone where it is given. Those after a place, at most so many, where the list is read a page at a time.
 */
export async function listDifferences(
  from: Asks,
  asked: { releaseId?: string; after?: number | null; most?: number } = {},
): Promise<Listed[]> {
  const { releaseId = null, after = null, most = null } = asked;
  const rows = await ask<Row>(
    from,
    `select place::float8 as place, release_id as "releaseId", dataset, area, period_kind as "periodKind", year, topic, breakdown, indicator,
       was_value as "wasValue", was_mark as "wasMark", is_value as "isValue", is_mark as "isMark"
     from statistics_differences
     where ($1::uuid is null or release_id = $1) and ($2::bigint is null or place < $2)
     order by place desc limit $3`,
    [releaseId, after, most],
  );
  return rows.map(({ wasValue, wasMark, isValue, isMark, ...row }) => ({
    ...row,
    was: wasValue ?? wasMark,
    is: isValue ?? isMark,
  }));
}

/** Every release that corrects an earlier one, the last imported first, also those that have nothing otherwise. */
export function listRevisions(from: Asks): Promise<Revision[]> {
  return ask<Revision>(
    from,
    `select s.id, s.title, s.publisher, s.address, s.revision, o.revision as before, s.published_on::text as "publishedOn",
       s.imported_at as "importedAt",
       (select count(*)::int from statistics_differences d where d.release_id = s.id) as differences
     from statistics_releases s cross join lateral (${EARLIER}) o
     order by s.imported_at desc, s.id`,
    [],
  );
}

/** The revision before `s` that has one of its tables. */
const EARLIER = `select o.id, o.revision from statistics_releases o
  where o.source = s.source and o.reporting_year = s.reporting_year and o.revision < s.revision and exists
    (select from statistics_datasets a join statistics_datasets b using (dataset) where a.release_id = s.id and b.release_id = o.id)
  order by o.revision desc limit 1`;

/**
 * Writes down every figure that the later of two releases has otherwise than the earlier, in the tables both have: once. A row that
 * only one has is a difference where it has a number; a mark that comes or goes with its row is none.
 */
export async function recordDifferences(
  client: pg.ClientBase,
  earlier: string,
  later: string,
): Promise<void> {
  await client.query(
    `insert into statistics_differences
       (release_id, earlier_id, dataset, area, period_kind, year, topic, breakdown, indicator, was_value, was_mark, is_value, is_mark)
     with tables as (
       select was.dataset, was.indicators as old_names, now.indicators as new_names
       from statistics_datasets was join statistics_datasets now using (dataset)
       where was.release_id = $1 and now.release_id = $2),
     changed as (
       select dataset, area, period_kind, year, topic, breakdown, b.old_names, b.new_names,
         o."values" as old_values, o.marks as old_marks, n."values" as new_values, n.marks as new_marks
       from (select * from statistics_rows where release_id = $1) o
       full join (select * from statistics_rows where release_id = $2) n
         using (dataset, area, period_kind, year, topic, breakdown)
       join tables b using (dataset)
       where (o."values", o.marks, b.old_names) is distinct from (n."values", n.marks, b.new_names))
     select distinct $2::uuid, $1::uuid, dataset, area, period_kind, year, topic, breakdown, name,
       old_values[o.at], old_marks[o.at], new_values[n.at], new_marks[n.at]
     from changed cross join lateral (select unnest(old_names || new_names) as name) names
       cross join lateral (select array_position(old_names, name) as at) o
       cross join lateral (select array_position(new_names, name) as at) n
     where (old_values[o.at], old_marks[o.at]) is distinct from (new_values[n.at], new_marks[n.at])
       and (coalesce(old_values[o.at], new_values[n.at]) is not null or (old_marks[o.at] is not null and new_marks[n.at] is not null))
     order by dataset desc, year, area desc, topic desc, breakdown desc, name desc`,
    [earlier, later],
  );
}

type Row = Omit<Listed, 'was' | 'is'> & {
  wasValue: number | null;
  wasMark: string | null;
  isValue: number | null;
  isMark: string | null;
};

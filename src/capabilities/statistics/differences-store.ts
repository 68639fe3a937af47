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

/**
 * Every figure that a revision has otherwise than the one before it of the same source and reporting year: none where it is the
 * first. The release by its id or how that begins; null for none or several.
 */
export async function readDifferences(from: Asks, release: string): Promise<Difference[] | null> {
  const rows = await ask<{ later: string; earlier: string | null }>(
    from,
    `select s.id as later, (select o.id from statistics_releases o where o.source = s.source and o.reporting_year = s.reporting_year
       and o.revision < s.revision and exists (select from statistics_datasets a join statistics_datasets b using (dataset)
         where a.release_id = s.id and b.release_id = o.id) order by o.revision desc limit 1) as earlier
     from statistics_releases s where starts_with(s.id::text, $1)`,
    [release],
  );
  const [found, another] = rows;
  if (found === undefined || another !== undefined) return null;
  return found.earlier === null ? [] : listDifferences(from, found.earlier, found.later);
}

/** Every figure that the later of two releases has otherwise than the earlier, in the tables both have. */
export async function listDifferences(from: Asks, earlier: string, later: string): Promise<Difference[]> {
  const rows = await ask<Row>(
    from,
    `with tables as (
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
     select distinct dataset, area, period_kind, year, topic, breakdown, name as indicator,
       old_values[o.at] as "wasValue", old_marks[o.at] as "wasMark", new_values[n.at] as "isValue", new_marks[n.at] as "isMark"
     from changed cross join lateral (select unnest(old_names || new_names) as name) names
       cross join lateral (select array_position(old_names, name) as at) o
       cross join lateral (select array_position(new_names, name) as at) n
     where (old_values[o.at], old_marks[o.at]) is distinct from (new_values[n.at], new_marks[n.at])
     order by dataset, year, area, topic, breakdown, indicator`,
    [earlier, later],
  );
  return rows.map(({ wasValue, wasMark, isValue, isMark, period_kind, ...row }) => ({
    ...row,
    periodKind: period_kind,
    was: wasValue ?? wasMark,
    is: isValue ?? isMark,
  }));
}

type Row = Omit<Difference, 'was' | 'is' | 'periodKind'> & {
  period_kind: string;
  wasValue: number | null;
  wasMark: string | null;
  isValue: number | null;
  isMark: string | null;
};

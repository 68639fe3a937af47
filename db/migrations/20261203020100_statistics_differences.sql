-- What each revision has otherwise than the one before it, written down once as it is imported: a page of corrections is a read, and not
-- a comparison of two releases of 600,000 rows.
create table statistics_differences (
  place bigint generated always as identity primary key,
  release_id uuid not null references statistics_releases (id) deferrable initially deferred,
  earlier_id uuid not null references statistics_releases (id) deferrable initially deferred,
  dataset text not null,
  area text not null,
  period_kind text not null,
  year integer not null,
  topic text not null,
  breakdown text not null,
  indicator text not null,
  was_value double precision,
  was_mark text,
  is_value double precision,
  is_mark text
);
create index statistics_differences_release on statistics_differences (release_id, place);
create index statistics_differences_figure on statistics_differences (area, dataset, topic, breakdown, year);
comment on table statistics_differences is 'Every figure that a revision has otherwise than the revision before it, in the tables both have. The newest release has the highest places; within it the highest place is read first.';
comment on column statistics_differences.was_value is 'Null with a mark where a mark was printed, and without one where there was no such row.';

insert into statistics_differences
  (release_id, earlier_id, dataset, area, period_kind, year, topic, breakdown, indicator, was_value, was_mark, is_value, is_mark)
with pairs as (
  select s.id as later, o.id as earlier, s.imported_at from statistics_releases s cross join lateral
    (select o.id from statistics_releases o where o.source = s.source and o.reporting_year = s.reporting_year and o.revision < s.revision
       and exists (select from statistics_datasets a join statistics_datasets b using (dataset) where a.release_id = s.id and b.release_id = o.id)
     order by o.revision desc limit 1) o),
tables as (
  select later, earlier, imported_at, was.dataset, was.indicators as old_names, now.indicators as new_names
  from pairs join statistics_datasets was on was.release_id = earlier
    join statistics_datasets now on now.release_id = later and now.dataset = was.dataset),
changed as (
  select b.later, b.earlier, b.imported_at, b.old_names, b.new_names, c.*
  from tables b cross join lateral (
    select area, period_kind, year, topic, breakdown, b.dataset as in_dataset,
      o."values" as old_values, o.marks as old_marks, n."values" as new_values, n.marks as new_marks
    from (select * from statistics_rows where release_id = b.earlier and dataset = b.dataset) o
    full join (select * from statistics_rows where release_id = b.later and dataset = b.dataset) n
      using (area, period_kind, year, topic, breakdown)
    where (o."values", o.marks, b.old_names) is distinct from (n."values", n.marks, b.new_names)) c)
select later, earlier, in_dataset, area, period_kind, year, topic, breakdown, name, old_values[o.at], old_marks[o.at], new_values[n.at], new_marks[n.at]
from changed cross join lateral (select distinct unnest(old_names || new_names) as name) names
  cross join lateral (select array_position(old_names, name) as at) o
  cross join lateral (select array_position(new_names, name) as at) n
where (old_values[o.at], old_marks[o.at]) is distinct from (new_values[n.at], new_marks[n.at])
  and (coalesce(old_values[o.at], new_values[n.at]) is not null or (old_marks[o.at] is not null and new_marks[n.at] is not null))
order by imported_at, in_dataset desc, year, area desc, topic desc, breakdown desc, name desc;

grant select on statistics_differences to app, reporting;

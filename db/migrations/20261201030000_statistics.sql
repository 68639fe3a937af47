-- Official statistics, row for row as their publishers print them: reference data, without a child and without an authority's own.
create table statistics_releases (
  id uuid primary key,
  source text not null check (source in
    ('ees-ehc-plans', 'hmcts-appeals', 'lait', 'neighbours', 'population', 'inclusion-dashboard', 'headline')),
  title text not null,
  publisher text not null,
  address text not null,
  licence text not null,
  published_on date,
  reporting_year integer not null check (reporting_year between 2000 and 2100),
  revision integer not null check (revision > 0),
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  imported_at timestamptz not null default now(),
  notes jsonb not null default '[]'
);
comment on table statistics_releases is 'Each file of official statistics that was imported, by its bytes: the same again is nothing new, others of the same year are a further revision, and both are kept.';
comment on column statistics_releases.source is 'What publishes it; headline is the few figures that come with OpenSEND itself.';
comment on column statistics_releases.published_on is 'The day it was published, where whoever imported it said so: no file says it.';
comment on column statistics_releases.reporting_year is 'The year of its newest figures: the January of stock, and the year after the newest calendar year of flow.';
comment on column statistics_releases.notes is 'What was noticed while it was read, in one sentence each: a column given twice, an area not known here.';

create table statistics_datasets (
  release_id uuid not null references statistics_releases (id) deferrable initially deferred,
  dataset text not null check (dataset ~ '^[a-z0-9_]+$'),
  indicators text[] not null,
  rates text[] not null default '{}',
  primary key (release_id, dataset)
);
comment on table statistics_datasets is 'The tables of each release, and what their columns of figures are called, in small letters and in order.';
comment on column statistics_datasets.rates is 'Those of the indicators that are percentages, rates or words: what no sum of areas is to be compared with.';

create table statistics_rows (
  release_id uuid not null,
  dataset text not null,
  area text not null check (area ~ '^(E92000001|E12\d{6}|\d{3})$'),
  period_kind text not null check (period_kind in
    ('January', 'calendar year', 'academic year', 'financial year', 'mid-year')),
  year integer not null check (year between 1990 and 2100),
  topic text not null,
  breakdown text not null,
  "values" double precision[] not null,
  marks text[],
  primary key (dataset, topic, breakdown, area, period_kind, year, release_id),
  foreign key (release_id, dataset) references statistics_datasets (release_id, dataset) deferrable initially deferred
);
comment on table statistics_rows is 'One published row: one area, period and group, with a value for each indicator of its dataset.';
comment on column statistics_rows.area is 'England, a region by its GSS code, or an authority by the Department''s three digits, also of authorities that are no more: so no key to authorities.';
comment on column statistics_rows.year is 'Of an academic or financial year, the one it ends in.';
comment on column statistics_rows.topic is 'What the row is broken down by, in small letters; empty for the total.';
comment on column statistics_rows.marks is 'What was printed in place of each value that is not there (x: not available; z: not applicable); null where every value is.';

create view statistics_current as
select distinct on (r.dataset, r.topic, r.breakdown, r.area, r.period_kind, r.year)
  s.source, r.release_id, r.dataset, r.area, r.period_kind, r.year, r.topic, r.breakdown, r."values", r.marks
from statistics_rows r join statistics_releases s on s.id = r.release_id
order by r.dataset, r.topic, r.breakdown, r.area, r.period_kind, r.year,
  (s.source = 'headline'), s.reporting_year desc, s.revision desc;
comment on view statistics_current is 'Of each published row the newest: the later reporting year, then the later revision; a figure that came with OpenSEND only where nothing was imported. A published contract: dashboards and sufficiency read it.';

grant select on statistics_releases, statistics_datasets, statistics_rows, statistics_current to app, reporting;

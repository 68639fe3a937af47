-- What the pages of official statistics show: each measure of the catalogue worked out once from the published rows.
create table dashboard_figures (
  measure text not null check (measure ~ '^[a-z0-9-]+$'),
  area text not null check (area ~ '^(E92000001|E12\d{6}|\d{3})$'),
  period_kind text not null,
  year integer not null check (year between 1990 and 2100),
  topic text not null,
  breakdown text not null,
  value double precision,
  numerator double precision,
  denominator double precision,
  mark text,
  release_id uuid not null references statistics_releases (id),
  primary key (measure, topic, area, year, breakdown)
);
comment on table dashboard_figures is 'Each measure of the catalogue for each area and year, worked out from the newest published rows whenever a release is imported. Reference data: all of it can be made anew.';
comment on column dashboard_figures.topic is 'What it is broken down by, as the publisher names it in small letters; empty for the whole.';
comment on column dashboard_figures.value is 'The figure as published, or worked out from the two beside it where the publisher prints none; null where there is none.';
comment on column dashboard_figures.mark is 'What the publisher printed in its place.';

create table dashboard_builds (
  one boolean primary key default true check (one),
  version text not null,
  built_at timestamptz not null
);
comment on table dashboard_builds is 'What the figures were last made from: the catalogue and the releases, as one fingerprint. A page kept in memory is thrown away when it changes.';

grant select on dashboard_figures, dashboard_builds to app, reporting;

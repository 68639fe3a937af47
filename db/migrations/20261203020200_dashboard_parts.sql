-- What the figures of each table were made from, so that an import makes anew what rests on the tables it brought and nothing else.
create table dashboard_parts (
  dataset text primary key,
  version text not null,
  notes jsonb not null default '[]'
);
comment on table dashboard_parts is 'For each table of statistics that measures rest on: what their figures were last made from (its measures and its releases), as one fingerprint.';
comment on column dashboard_parts.notes is 'Where the publisher''s own totals in it are not the sums of their parts: what dashboard_builds has of it.';

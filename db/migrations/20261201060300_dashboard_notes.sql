alter table dashboard_builds add column notes jsonb not null default '[]';
comment on column dashboard_builds.notes is 'Where the publisher''s own totals are not the sums of their parts, in a sentence each: shown with the methodology.';

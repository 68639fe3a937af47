create extension if not exists pg_trgm;

create table settings (
  id uuid primary key default gen_random_uuid(),
  urn integer unique,
  ukprn text,
  name text not null check (length(name) between 1 and 300),
  la_code integer,
  la_name text,
  establishment_number text,
  type text,
  type_group text,
  status text,
  phase text,
  age_from integer,
  age_to integer,
  gender text,
  address_lines text[] not null default '{}',
  postcode text,
  easting integer,
  northing integer,
  website text,
  phone text,
  capacity integer,
  pupils integer,
  pupils_with_plan integer,
  pupils_with_sen_support integer,
  boarding text,
  section_41 boolean,
  need_types text[] not null default '{}',
  resourced_provision text,
  resourced_provision_capacity integer,
  resourced_provision_on_roll integer,
  sen_unit_capacity integer,
  sen_unit_on_roll integer,
  fictional boolean not null default false,
  content_hash text not null,
  imported_at timestamptz not null default now()
);
create index settings_by_name on settings using gin (lower(name) gin_trgm_ops);
create index settings_by_area on settings (la_code, lower(name));
comment on table settings is 'The national register of nurseries, schools and colleges, from the GIAS extract (Open Government Licence v3.0). Reference data; head teachers'' names are never kept.';
comment on column settings.section_41 is 'On the Secretary of State''s list of approved independent institutions (Children and Families Act 2014, s41). Null where the extract does not say.';
comment on column settings.content_hash is 'Of the row as imported, so that importing the same file again changes nothing.';
grant select on settings to app;

create table setting_links (
  urn integer not null,
  link_urn integer not null,
  link_type text not null,
  established_on date,
  primary key (urn, link_urn, link_type)
);
comment on table setting_links is 'Predecessors and successors of a setting: a placement survives its setting''s change of URN.';
grant select on setting_links to app;

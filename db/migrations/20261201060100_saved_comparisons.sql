-- Comparisons of areas that an authority's leaders keep: addresses of public pages, by a name.
create table saved_comparisons (
  authority_id integer not null references authorities (code),
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  chosen text not null check (length(chosen) between 1 and 2000),
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (authority_id, id)
);
comment on table saved_comparisons is 'Areas and a measure that leaders of an authority look at together, kept under a name for all of them.';
comment on column saved_comparisons.chosen is 'The measure and areas as the address of the public page has them.';
create unique index saved_comparisons_named on saved_comparisons (authority_id, lower(name));
alter table saved_comparisons enable row level security;
alter table saved_comparisons force row level security;
create policy authority on saved_comparisons to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert, delete on saved_comparisons to app;

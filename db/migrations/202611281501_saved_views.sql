-- What a person's list of cases is narrowed to, and what they searched it for: theirs wherever they sign in, and never in
-- an address.
create table saved_views (
  authority_id integer not null references authorities (code),
  id uuid not null,
  account_id uuid not null references accounts (id),
  name text check (length(name) between 1 and 60),
  shared boolean not null default false,
  chosen jsonb not null,
  saved_at timestamptz not null,
  primary key (authority_id, id),
  check (name is not null or not shared)
);
comment on table saved_views is 'What the list of cases is narrowed to, kept for a person: what stays, and what they gave a name.';
comment on column saved_views.name is 'Null for the one that stays: what the list is narrowed to when it is opened.';
comment on column saved_views.shared is 'Everybody on the authority''s staff may use it.';
comment on column saved_views.chosen is 'As an address has it: no name of a child, and nothing typed.';
create unique index saved_views_that_stay on saved_views (authority_id, account_id) where name is null;
create unique index saved_views_named on saved_views (authority_id, account_id, lower(name)) where name is not null;
create index saved_views_shared on saved_views (authority_id) where shared;

create table case_searches (
  authority_id integer not null references authorities (code),
  id uuid not null,
  account_id uuid not null references accounts (id),
  words text not null check (length(words) between 1 and 100),
  searched_at timestamptz not null,
  primary key (authority_id, id)
);
comment on table case_searches is 'What somebody typed to find a case, so that an address, a log or a browser''s history has an identifier and no name. Let go of within a day.';
create index case_searches_by_age on case_searches (authority_id, searched_at);

alter table saved_views enable row level security;
alter table saved_views force row level security;
create policy own on saved_views to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int)
    and account_id = (select nullif(current_setting('opensend.actor', true), '')::uuid));
create policy shared on saved_views for select to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int) and shared);
grant select, insert, update, delete on saved_views to app;

alter table case_searches enable row level security;
alter table case_searches force row level security;
create policy own on case_searches to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int)
    and account_id = (select nullif(current_setting('opensend.actor', true), '')::uuid));
-- The service by itself, for nobody: it lets go of them.
create policy service on case_searches to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int)
    and (select nullif(current_setting('opensend.actor', true), '')) is null);
grant select, insert, delete on case_searches to app;

create index case_rows_of_step on case_rows (authority_id, is_over, step, due_on, request_id);

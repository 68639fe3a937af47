create table organisation_members (
  organisation_id uuid not null references organisations (id),
  account_id uuid not null references accounts (id),
  name text not null,
  email text not null,
  administrator boolean not null default false,
  added_by uuid references accounts (id),
  added_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (organisation_id, account_id)
);
comment on table organisation_members is 'Who acts for a school, college, service or provider. Its own administrators add and remove colleagues.';
alter table organisation_members enable row level security;
alter table organisation_members force row level security;
create policy organisation on organisation_members to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy platform on organisation_members to app using ((select current_setting('opensend.platform', true)) = 'on');
grant select, insert, update on organisation_members to app;

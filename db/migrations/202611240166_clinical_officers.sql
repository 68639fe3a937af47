create table organisation_officers (
  organisation_id uuid not null references organisations (id),
  id uuid not null,
  account_id uuid not null references accounts (id),
  role text not null check (role in ('designated clinical officer')),
  holds boolean not null,
  said_by uuid not null references accounts (id),
  said_at timestamptz not null default clock_timestamp(),
  primary key (organisation_id, id)
);
create index organisation_officers_last on organisation_officers (organisation_id, account_id, said_at);
comment on table organisation_officers is 'Each time a health body''s administrators said that a colleague is, or is no longer, its designated clinical officer. The last holds, while they are there.';
alter table organisation_officers enable row level security;
alter table organisation_officers force row level security;
create policy organisation on organisation_officers to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
grant select, insert on organisation_officers to app;

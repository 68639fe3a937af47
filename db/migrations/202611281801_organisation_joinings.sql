-- Whoever came to an organisation by themself: their sign-in said that they act for it, as DfE Sign-in says of a school's
-- people. Each is let in at once, or waits for the organisation's own administrators.
create table organisation_joinings (
  organisation_id uuid not null references organisations (id),
  id uuid not null,
  account_id uuid not null references accounts (id),
  through_authority integer not null references authorities (code),
  name text not null check (length(name) between 1 and 200),
  email text not null check (length(email) between 3 and 254),
  asked_at timestamptz not null,
  let_in boolean,
  answered_at timestamptz,
  answered_by uuid references accounts (id),
  told_at timestamptz,
  primary key (organisation_id, id),
  check ((let_in is null) = (answered_at is null)),
  check (answered_by is null or answered_at is not null),
  check (let_in is distinct from false or answered_by is not null)
);
create unique index organisation_joinings_waiting on organisation_joinings (organisation_id, account_id) where answered_at is null;
comment on table organisation_joinings is 'Whoever came to an organisation by themself, since their sign-in said that they act for it: let in at once, or by its administrators, or not.';
comment on column organisation_joinings.through_authority is 'The authority whose service they came to, which tells whoever is to be told.';
comment on column organisation_joinings.let_in is 'Null while they wait.';
comment on column organisation_joinings.answered_by is 'The administrator there who answered; null where nobody had to.';
comment on column organisation_joinings.told_at is 'When the last of it was told: that somebody came to the administrators, what they answered to whoever came.';
comment on column organisation_members.added_by is 'Who let them in; themself where they joined by their own sign-in.';

alter table organisation_joinings enable row level security;
alter table organisation_joinings force row level security;
create policy organisation on organisation_joinings to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy platform on organisation_joinings to app using ((select current_setting('opensend.platform', true)) = 'on');
-- The service by itself, for nobody: it tells whoever is to be told. An authority's staff do not see who came.
create policy service on organisation_joinings to app
  using (through_authority = (select nullif(current_setting('opensend.authority', true), '')::int)
    and (select nullif(current_setting('opensend.actor', true), '')) is null);
grant select, insert, update on organisation_joinings to app;

-- Teams of an authority's staff, and how much each thing that makes a caseload heavier weighs there.
create table teams (
  authority_id integer not null references authorities (code),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  made_by text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (authority_id, id)
);
comment on table teams is 'Teams of an authority''s staff, as its managers made them: for whose work a list or a report shows, and for nothing anybody may see or do.';
create unique index teams_once on teams (authority_id, lower(name)) where ended_at is null;

create table team_members (
  authority_id integer not null,
  team_id uuid not null,
  account_id uuid not null references accounts (id),
  primary key (authority_id, team_id, account_id),
  foreign key (authority_id, team_id) references teams (authority_id, id)
);
comment on table team_members is 'Who is in a team now.';
create index team_members_of_account on team_members (authority_id, account_id);

create table complexity_weights (
  authority_id integer not null references authorities (code),
  factor text not null check (length(factor) between 1 and 60),
  weight integer not null check (weight between 0 and 100),
  set_by text not null,
  set_at timestamptz not null,
  primary key (authority_id, factor)
);
comment on table complexity_weights is 'How much each thing counted in a caseload weighs, as the authority says: no source gives any. While there is none, nothing is added up.';

alter table teams enable row level security;
alter table teams force row level security;
create policy authority on teams to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on teams to app;
grant update (ended_at) on teams to app;
alter table team_members enable row level security;
alter table team_members force row level security;
create policy authority on team_members to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert, delete on team_members to app;
alter table complexity_weights enable row level security;
alter table complexity_weights force row level security;
create policy authority on complexity_weights to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert, update on complexity_weights to app;

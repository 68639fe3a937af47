-- What came of an audit: the grades agreed where two gradings differ, and what authors say to what was found.
create table audit_moderations (
  authority_id integer not null,
  id uuid not null,
  audit_plan_id uuid not null,
  present text not null check (length(present) between 1 and 500),
  met_on date not null,
  recorded_by text not null check (length(recorded_by) between 1 and 200),
  recorded_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, audit_plan_id) references audit_plans (authority_id, id),
  unique (authority_id, audit_plan_id)
);
comment on table audit_moderations is 'That the two gradings of a plan were talked through, once, by whom and when. Never altered.';
comment on column audit_moderations.present is 'Who was there, each with their agency.';

create table audit_agreed_grades (
  authority_id integer not null,
  moderation_id uuid not null,
  question text not null check (length(question) between 1 and 60),
  grade text not null check (grade in ('not met', 'partly met', 'mostly met', 'fully met', 'does not apply')),
  reason text not null check (length(reason) <= 2000),
  primary key (authority_id, moderation_id, question),
  foreign key (authority_id, moderation_id) references audit_moderations (authority_id, id),
  check (grade not in ('not met', 'does not apply') or length(reason) > 0)
);
comment on table audit_agreed_grades is 'The grade agreed on each question the two gradings differed on. Never altered.';

create table audit_replies (
  authority_id integer not null,
  id uuid not null,
  audit_plan_id uuid not null,
  body text not null check (length(body) between 1 and 4000),
  written_by uuid not null references accounts (id),
  written_by_name text not null check (length(written_by_name) between 1 and 200),
  written_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, audit_plan_id) references audit_plans (authority_id, id)
);
create index audit_replies_of_plan on audit_replies (authority_id, audit_plan_id);
comment on table audit_replies is 'What the author of a plan, or whoever has the case now, says to what an audit found. Added, never altered.';

alter table audit_moderations enable row level security;
alter table audit_moderations force row level security;
create policy authority on audit_moderations to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on audit_moderations to app;
alter table audit_agreed_grades enable row level security;
alter table audit_agreed_grades force row level security;
create policy authority on audit_agreed_grades to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on audit_agreed_grades to app;
alter table audit_replies enable row level security;
alter table audit_replies force row level security;
create policy authority on audit_replies to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on audit_replies to app;

-- Auditing how good issued plans are: the authority's form, rounds drawn at random, and what each auditor graded.
create table audit_forms (
  authority_id integer not null references authorities (code),
  id uuid not null,
  number integer not null check (number >= 1),
  questions jsonb not null check (jsonb_typeof(questions) = 'array' and jsonb_array_length(questions) between 1 and 40),
  made_by text not null check (length(made_by) between 1 and 200),
  made_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, number)
);
comment on table audit_forms is 'Each version of an authority''s form for auditing plans. Added, never altered; while there is none, the form is the one the service comes with.';
comment on column audit_forms.questions is 'Each question with its weight, what good looks like and where it comes from. No source gives weights: the authority does.';

create table audit_rounds (
  authority_id integer not null references authorities (code),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  issued_from date not null,
  issued_to date not null check (issued_to >= issued_from),
  team text check (length(team) between 1 and 100),
  need text check (length(need) between 1 and 100),
  setting_type text check (length(setting_type) between 1 and 100),
  wanted integer not null check (wanted between 1 and 200),
  second_share integer not null check (second_share between 0 and 100),
  seed text not null check (length(seed) between 16 and 64),
  eligible_ids uuid[] not null check (array_position(eligible_ids, null) is null),
  form_number integer not null check (form_number >= 0),
  questions jsonb not null check (jsonb_typeof(questions) = 'array' and jsonb_array_length(questions) between 1 and 40),
  made_by text not null check (length(made_by) between 1 and 200),
  made_at timestamptz not null,
  primary key (authority_id, id)
);
comment on table audit_rounds is 'A round of audit: which plans it drew from, how, and what it asks of each. Never altered.';
comment on column audit_rounds.team is 'Only plans of cases that were with this team on the day of issue; null for every team. So with need and setting_type.';
comment on column audit_rounds.wanted is 'How many plans were to be drawn; fewer were, where fewer were eligible.';
comment on column audit_rounds.second_share is 'Out of a hundred drawn plans, how many are graded a second time by somebody else.';
comment on column audit_rounds.seed is 'What the drawing began from, made by the service: with eligible_ids it draws the same plans again.';
comment on column audit_rounds.eligible_ids is 'Every version the plans were drawn from, as they were that day.';
comment on column audit_rounds.form_number is 'Which version of the authority''s form; 0 for the one the service comes with.';
comment on column audit_rounds.questions is 'The questions and weights as they were when the round was made.';

create table audit_plans (
  authority_id integer not null,
  id uuid not null,
  round_id uuid not null,
  plan_id uuid not null,
  version_id uuid not null,
  place integer not null check (place >= 1),
  twice boolean not null,
  author_id uuid references accounts (id),
  author_name text check (length(author_name) between 1 and 200),
  teams text[] not null check (array_position(teams, null) is null),
  needs text[] not null check (array_position(needs, null) is null),
  setting_type text not null check (length(setting_type) between 1 and 100),
  issued_on date not null,
  primary key (authority_id, id),
  foreign key (authority_id, round_id) references audit_rounds (authority_id, id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, version_id) references plan_versions (authority_id, id),
  unique (authority_id, round_id, place),
  unique (authority_id, round_id, version_id),
  check ((author_id is null) = (author_name is null))
);
create index audit_plans_of_plan on audit_plans (authority_id, plan_id);
comment on table audit_plans is 'A plan drawn in a round of audit, with what held of it that day. Never altered.';
comment on column audit_plans.place is 'Its place in the order of the drawing.';
comment on column audit_plans.twice is 'It is graded a second time, by somebody who has not seen the first grading.';
comment on column audit_plans.author_id is 'Whose case it was on the day of issue; null where it was nobody''s.';
comment on column audit_plans.teams is 'The teams that person was in when it was drawn.';

create table audit_gradings (
  authority_id integer not null,
  id uuid not null,
  audit_plan_id uuid not null,
  turn integer not null check (turn in (1, 2)),
  auditor_id uuid not null references accounts (id),
  auditor_name text not null check (length(auditor_name) between 1 and 200),
  agency text not null check (agency in ('local authority', 'health', 'social care', 'school or college', 'another agency')),
  graded_by text not null check (length(graded_by) between 1 and 200),
  begun_at timestamptz not null,
  given_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, audit_plan_id) references audit_plans (authority_id, id),
  unique (authority_id, audit_plan_id, turn)
);
comment on table audit_gradings is 'One grading of one drawn plan: the first, or the second, which is blind to the first. Ended once, by being given.';
comment on column audit_gradings.auditor_id is 'Who writes it in the service. One person grades a plan once.';
comment on column audit_gradings.graded_by is 'Whose judgement it is: the auditor, or somebody of another agency who sat with them.';
create unique index audit_gradings_by_two_people on audit_gradings (authority_id, audit_plan_id, auditor_id);

create table audit_grades (
  authority_id integer not null,
  grading_id uuid not null,
  question text not null check (length(question) between 1 and 60),
  grade text check (grade in ('not met', 'partly met', 'mostly met', 'fully met', 'does not apply')),
  reason text not null check (length(reason) <= 2000),
  version integer not null check (version >= 1),
  saved_at timestamptz not null,
  primary key (authority_id, grading_id, question),
  foreign key (authority_id, grading_id) references audit_gradings (authority_id, id)
);
comment on table audit_grades is 'What an auditor says to one question, as saved so far: it may be unfinished until the grading is given.';
comment on column audit_grades.version is 'Goes up at each saving, so that one made from an older page is told.';

alter table audit_forms enable row level security;
alter table audit_forms force row level security;
create policy authority on audit_forms to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on audit_forms to app;
alter table audit_rounds enable row level security;
alter table audit_rounds force row level security;
create policy authority on audit_rounds to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on audit_rounds to app;
alter table audit_plans enable row level security;
alter table audit_plans force row level security;
create policy authority on audit_plans to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on audit_plans to app;
alter table audit_gradings enable row level security;
alter table audit_gradings force row level security;
create policy authority on audit_gradings to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on audit_gradings to app;
grant update (given_at) on audit_gradings to app;
alter table audit_grades enable row level security;
alter table audit_grades force row level security;
create policy authority on audit_grades to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on audit_grades to app;
grant update (grade, reason, version, saved_at) on audit_grades to app;

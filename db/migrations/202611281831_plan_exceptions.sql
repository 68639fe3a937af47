-- A draft or final plan that goes out though a check stops it: which finding, in which words, why, and who decided it.
create table plan_exceptions (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  rule text not null check (length(rule) between 1 and 100),
  section text not null check (length(section) between 1 and 100),
  row_id uuid,
  words text not null check (length(words) <= 200000),
  why text not null check (length(why) between 1 and 1000),
  reason text not null check (length(trim(reason)) > 0 and length(reason) <= 2000),
  recorded_by text not null check (length(recorded_by) between 1 and 200),
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index plan_exceptions_of_plan on plan_exceptions (authority_id, plan_id);
create index plan_exceptions_of_child on plan_exceptions (authority_id, child_id);
comment on table plan_exceptions is 'What a check stopped and staff let go out all the same, one row a finding. Added, never altered. The authority alone sees it.';
comment on column plan_exceptions.rule is 'The check that stopped it, by its name in the service and on the public rulebook.';
comment on column plan_exceptions.words is 'The words it was recorded for: it holds for no others.';
comment on column plan_exceptions.why is 'What the check said was wrong, as it was read.';
alter table plan_exceptions enable row level security;
alter table plan_exceptions force row level security;
create policy authority on plan_exceptions to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on plan_exceptions to app;

-- Other words that somebody suggests for a statement of a draft, a new one, or one taken out, and what became of it.
create table plan_suggestions (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  at text not null check (length(at) between 1 and 200),
  section text not null check (length(section) between 1 and 100),
  base jsonb,
  proposed jsonb,
  why text not null check (length(why) <= 2000),
  proposer text not null check (proposer in ('family', 'contributor', 'colleague')),
  by_name text not null check (length(by_name) between 1 and 200),
  representation_id uuid,
  suggested_on date not null,
  answered_on date,
  outcome text check (outcome in ('taken', 'taken in part', 'declined')),
  reasons text check (length(reasons) between 1 and 20000),
  answered_by text check (length(answered_by) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  unique (authority_id, representation_id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, representation_id) references plan_acts (authority_id, id),
  check (base is distinct from proposed),
  check ((proposer = 'family') = (representation_id is not null)),
  check (num_nonnulls(answered_on, outcome, reasons, answered_by) in (0, 4)),
  check (proposer <> 'family' or answered_on is null),
  check (answered_on >= suggested_on)
);
create index plan_suggestions_of_plan on plan_suggestions (authority_id, plan_id, recorded_at);
comment on table plan_suggestions is 'Words somebody suggests for one statement of a draft. It changes nothing by itself: whoever writes the draft takes it, takes part of it, or declines it with a reason, once. A family''s is a representation, and is answered as one.';
comment on column plan_suggestions.at is 'The statement, as plan_changes names it; of a new one, the name it has once it is taken.';
comment on column plan_suggestions.base is 'What the statement said when other words were suggested; null for a new one. Where it says something else by now, the suggestion is stale and is not taken as it is.';
comment on column plan_suggestions.proposed is 'What it would say; null where it would be taken out.';
comment on column plan_suggestions.representation_id is 'The family''s representation it is part of, whose answer is its answer; null of anybody else''s.';
alter table plan_suggestions enable row level security;
alter table plan_suggestions force row level security;
create policy authority on plan_suggestions to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on plan_suggestions for select to app
  using (proposer = 'family' and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy family_suggests on plan_suggestions for insert to app
  with check (proposer = 'family' and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy invited_reads_only on plan_suggestions as restrictive for insert to app
  with check (child_id <> all (coalesce((select nullif(current_setting('opensend.invited', true), '')::uuid[]), '{}')));
grant select, insert on plan_suggestions to app;
grant update (answered_on, outcome, reasons, answered_by) on plan_suggestions to app;

-- Every change of a draft as a fact: who, when, what it said before and what it says since. Undoing is a change like any other.
create table plan_changes (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  act_id uuid not null,
  at text not null check (length(at) between 1 and 200),
  section text not null check (length(section) between 1 and 100),
  how text not null check (how in ('written', 'undone', 'put back', 'suggestion taken')),
  about uuid,
  place integer check (place >= 0),
  before jsonb,
  after jsonb,
  actor_id uuid,
  by_name text not null check (length(by_name) between 1 and 200),
  proposed_by text check (length(proposed_by) between 1 and 200),
  changed_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (before is distinct from after),
  check ((how = 'written') = (about is null)),
  check ((how = 'suggestion taken') = (proposed_by is not null))
);
create index plan_changes_of_plan on plan_changes (authority_id, plan_id, recorded_at);
create index plan_changes_of_statement on plan_changes (authority_id, plan_id, at, recorded_at);
create index plan_changes_of_act on plan_changes (authority_id, act_id);
create unique index plan_changes_undone_once on plan_changes (authority_id, about, at) where how = 'undone';
comment on table plan_changes is 'Each statement of a draft that was put in, changed or taken away: what it said before and after, and who did it. Added, never altered; the authority''s alone, as the draft is.';
comment on column plan_changes.act_id is 'What was changed by pressing one button: a need taken away, and the links to it, are one act.';
comment on column plan_changes.at is 'Which statement: a row by its area and identity, the strengths of an area, or a whole section.';
comment on column plan_changes.about is 'The act that is undone, the change whose earlier words are put back, or the suggestion that is taken.';
comment on column plan_changes.place is 'Which of the rows of its kind it was, from 0, so that one taken away goes back where it stood.';
comment on column plan_changes.before is 'The statement as it was; null where there was none.';
comment on column plan_changes.after is 'The statement as it is since; null where it was taken away.';
comment on column plan_changes.actor_id is 'Whose last change it may be: the account that acted; null where the service did.';
comment on column plan_changes.proposed_by is 'Whose words they are, where somebody else''s suggestion was taken.';
alter table plan_changes enable row level security;
alter table plan_changes force row level security;
create policy authority on plan_changes to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on plan_changes to app;

-- What follows once a setting has been asked: it is chased, given more time, or told that it is no longer asked; and the other
-- authority that maintains it is told as well.
create table consultation_acts (
  authority_id integer not null,
  id uuid not null,
  consultation_id uuid not null,
  child_id uuid not null,
  organisation_id uuid not null references organisations (id),
  kind text not null check (kind in ('chased', 'extended', 'withdrawn', 'authority to tell', 'authority told')),
  on_day date not null,
  due_on date,
  words text not null check (length(words) <= 20000),
  by_name text not null check (length(by_name) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, consultation_id) references consultations (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check ((kind = 'extended') = (due_on is not null)),
  check (kind = 'chased' or words <> '')
);
create unique index consultation_withdrawn_once on consultation_acts (authority_id, consultation_id) where kind = 'withdrawn';
create index consultation_acts_of_consultation on consultation_acts (authority_id, consultation_id, recorded_at);
create index consultation_acts_of_child on consultation_acts (authority_id, child_id);
create index consultation_acts_of_organisation on consultation_acts (organisation_id);
comment on table consultation_acts is 'What the authority did about a setting''s answer after asking for it, with why; the setting and the family read it. Added, never altered.';
comment on column consultation_acts.due_on is 'The later day an answer is asked for by. No limit of the plan''s moves with it.';
alter table consultation_acts enable row level security;
alter table consultation_acts force row level security;
create policy authority on consultation_acts to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy organisation on consultation_acts for select to app_organisation
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy family on consultation_acts for select to app_family
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
grant select, insert on consultation_acts to app;

comment on column consultations.due_on is 'The day its answer is asked for by: 15 days (Code 9.83), or the later one it was last given.';
comment on column consultations.answered_on is 'The day it was answered, or no longer asked: from then on nothing waits for it. What was answered, and when, is in consultation_answers.';
alter table consultations add column reviewed_by text check (length(reviewed_by) between 1 and 200);
comment on column consultations.reviewed_by is 'Who read through what it was sent before it went; null where it went at once, because the family asked.';
-- Asked again about the same draft once it was withdrawn; never twice at a time.
alter table consultations drop constraint consultations_authority_id_version_id_setting_id_key;
create unique index consultations_open_once on consultations (authority_id, version_id, setting_id) where answered_on is null;
create policy authority_goes_on on consultations for update to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int) and answered_on is null)
  with check (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant update (due_on) on consultations to app;

-- When it was answered, kept with the answer: one that comes after the consultation was withdrawn is kept as well.
alter table consultation_answers add column answered_on date;
alter table consultation_answers no force row level security;
alter table consultations no force row level security;
update consultation_answers given set answered_on = asked.answered_on
from consultations asked where asked.authority_id = given.authority_id and asked.id = given.consultation_id;
alter table consultations force row level security;
alter table consultation_answers force row level security;
alter table consultation_answers alter column answered_on set not null;
comment on column consultation_answers.answered_on is 'The day it was answered, which may be after the day it was due, after the plan was decided, or after it was withdrawn.';

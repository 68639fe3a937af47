-- What is marked as a change is made: which comments of the family's each change since the served draft answers.
alter table plan_drafts add column answers jsonb not null default '[]';
comment on column plan_drafts.answers is 'Each change from the draft that was served, with the family''s comments it answers: a final plan may differ from its draft for nothing else (Code of Practice 9.125).';
comment on column plan_drafts.versions is 'How often each section has been saved, so that two people saving one section at once are both shown.';
alter table plan_drafts drop constraint section_i_is_empty_in_a_draft;
alter table plan_drafts add constraint section_i_is_empty_in_a_draft check (content -> 'sectionI' is not distinct from 'null'::jsonb);
grant update (answers) on plan_drafts to app;

alter table plan_versions add constraint section_i_is_empty_in_a_served_draft
  check (kind <> 'draft' or content -> 'sectionI' is not distinct from 'null'::jsonb);
alter table plan_versions add constraint section_i_is_complete_in_a_final_plan
  check (kind <> 'final' or coalesce(content -> 'sectionI' ->> 'kind', '') in ('named', 'type only', 'otherwise than in a school'));

alter table plan_acts drop constraint plan_acts_kind_check;
alter table plan_acts add constraint plan_acts_kind_check check (kind in (
  'representation', 'answer', 'meeting asked for', 'meeting settled', 'preference', 'finished', 'new draft begun', 'health agreement'));
alter table plan_acts drop constraint plan_acts_check;
alter table plan_acts add constraint plan_acts_check check ((kind in ('answer', 'meeting settled')) = (about is not null));
drop index plan_acts_answered_once;
create unique index plan_acts_answered_once on plan_acts (authority_id, about) where about is not null;
comment on column plan_acts.about is 'The comment answered, or the meeting asked for that is settled: each once.';
comment on column plan_acts.body is 'What was said or decided, by kind; read back through one schema for each.';

-- A family acts on its own child's plan, and on no other that happens to have a number.
drop policy family_acts on plan_acts;
create policy family_acts on plan_acts for insert to app
  with check (kind in ('representation', 'meeting asked for', 'preference', 'finished')
    and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
    and exists (select 1 from plans p
      where p.authority_id = plan_acts.authority_id and p.id = plan_acts.plan_id and p.child_id = plan_acts.child_id));

alter table consultations add column opened_on date check (opened_on >= sent_on);
comment on column consultations.opened_on is 'The day somebody at the setting first read what was sent.';
comment on column consultations.version_id is 'The draft it was sent, by which its answer is to be read. A later draft is another consultation.';
grant update (opened_on) on consultations to app;

create table plan_recipients (
  authority_id integer not null,
  id uuid not null,
  version_id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('person', 'setting', 'commissioning body')),
  name text not null check (length(name) between 1 and 300),
  reason text not null,
  contact_id uuid,
  organisation_id uuid references organisations (id),
  letter_id uuid,
  chosen_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, version_id) references plan_versions (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, contact_id) references children_contacts (authority_id, id),
  foreign key (authority_id, letter_id) references letters (authority_id, id),
  check (kind <> 'person' or organisation_id is null)
);
create index plan_recipients_of_version on plan_recipients (authority_id, version_id);
create index plan_recipients_of_organisation on plan_recipients (organisation_id) where organisation_id is not null;
comment on table plan_recipients is 'Everyone a final plan was sent to, each chosen by name with the reason (SEND Regulations 2014, reg. 13(2)). Added, never altered.';
comment on column plan_recipients.letter_id is 'The letter it went with; null when it has to be sent by hand.';
alter table plan_recipients enable row level security;
alter table plan_recipients force row level security;
create policy authority on plan_recipients to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy organisation on plan_recipients for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
grant select, insert on plan_recipients to app;

-- An organisation reads the draft it was asked about, and the final plan it was sent.
drop policy organisation on plan_versions;
create policy organisation on plan_versions for select to app
  using ((select nullif(current_setting('opensend.organisation', true), '')::uuid) is not null and (
    exists (
      select 1 from consultations asked
      where asked.authority_id = plan_versions.authority_id and asked.version_id = plan_versions.id
        and asked.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid))
    or exists (
      select 1 from plan_recipients sent
      where sent.authority_id = plan_versions.authority_id and sent.version_id = plan_versions.id
        and sent.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid))));

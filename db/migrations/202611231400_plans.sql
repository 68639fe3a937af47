create table plans (
  authority_id integer not null references authorities (code),
  id uuid not null,
  child_id uuid not null,
  request_id uuid not null,
  assessment_id uuid not null,
  opened_on date not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, assessment_id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, request_id) references requests (authority_id, id),
  foreign key (authority_id, assessment_id) references assessments (authority_id, id)
);
create index plans_of_child on plans (authority_id, child_id);
comment on table plans is 'An education, health and care plan (Children and Families Act 2014, s37), from the decision to issue one.';

create table plan_drafts (
  authority_id integer not null,
  plan_id uuid not null,
  child_id uuid not null,
  content jsonb not null,
  versions jsonb not null,
  saved_at timestamptz not null default now(),
  primary key (authority_id, plan_id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  constraint section_i_is_empty_in_a_draft check (content -> 'sectionI' = 'null'::jsonb)
);
comment on table plan_drafts is 'The draft being written: seen by the authority alone, edited section by section. Section I is empty and cannot be otherwise (s38(5)).';

create table plan_versions (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('draft', 'final')),
  number integer not null check (number >= 1),
  content jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  sent_on date not null,
  served_on date not null,
  last_day_for_views date,
  officer text,
  changes jsonb not null default '[]',
  preference_not_followed jsonb,
  document_id uuid,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, plan_id, kind, number),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, document_id) references documents (authority_id, id),
  check ((kind = 'draft') = (last_day_for_views is not null)),
  check ((kind = 'final') = (officer is not null)),
  check (kind <> 'draft' or content -> 'sectionI' = 'null'::jsonb),
  check (kind <> 'final' or content -> 'sectionI' <> 'null'::jsonb),
  check (served_on >= sent_on)
);
comment on table plan_versions is 'Each draft as it was served and each final plan as it was issued, with its hash: added, never altered, never removed.';

create table plan_acts (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('representation', 'answer', 'preference', 'finished', 'new draft begun', 'health agreement')),
  on_day date not null,
  by_name text not null check (length(by_name) between 1 and 200),
  about uuid,
  body jsonb not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  check ((kind = 'answer') = (about is not null))
);
create unique index plan_acts_answered_once on plan_acts (authority_id, about) where kind = 'answer';
create index plan_acts_of_plan on plan_acts (authority_id, plan_id, recorded_at);
comment on table plan_acts is 'What the family and the authority did about a draft, in order: representations and their answers, preferences for a setting, having finished, a new draft begun, health provision agreed. Added, never altered.';

create table consultations (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  version_id uuid not null,
  setting_id uuid not null references settings (id),
  organisation_id uuid not null references organisations (id),
  why text not null check (why in ('the family asked for it', 'the authority is considering it')),
  sent_on date not null,
  due_on date not null,
  answered_on date,
  answered_by text,
  answer jsonb,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, version_id, setting_id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, version_id) references plan_versions (authority_id, id),
  check (num_nonnulls(answered_on, answered_by, answer) in (0, 3)),
  check (answered_on >= sent_on)
);
create index consultations_of_organisation on consultations (organisation_id, due_on);
comment on table consultations is 'A setting asked, about one version of the draft, before it is named (s39(2), s40(3)). Its answer is given once.';

grant insert on organisations to app;
grant select on plans, plan_drafts, plan_versions, plan_acts, consultations to app;
grant insert on plans, plan_drafts, plan_versions, plan_acts, consultations to app;
grant update (content, versions, saved_at) on plan_drafts to app;
grant update (answered_on, answered_by, answer) on consultations to app;

do $$
declare t text;
begin
  foreach t in array array['plans', 'plan_drafts', 'plan_versions', 'plan_acts', 'consultations'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    if t <> 'consultations' then
      execute format($p$create policy authority on %I to app
        using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int))$p$, t);
    end if;
    if t <> 'plan_drafts' then
      execute format($p$create policy family on %I for select to app
        using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]))$p$, t);
    end if;
  end loop;
end $$;
create policy family_acts on plan_acts for insert to app
  with check (kind in ('representation', 'preference', 'finished')
    and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy authority on consultations for select to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy authority_asks on consultations for insert to app
  with check (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int) and answer is null);
create policy organisation on consultations for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
-- Answered once: after that no row is there to change.
create policy organisation_answers on consultations for update to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid) and answer is null)
  with check (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy organisation on plan_versions for select to app
  using ((select nullif(current_setting('opensend.organisation', true), '')::uuid) is not null and exists (
    select 1 from consultations asked
    where asked.authority_id = plan_versions.authority_id and asked.version_id = plan_versions.id
      and asked.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)));

create view plans_with_stage with (security_invoker = true) as
select p.authority_id, p.id, p.child_id, p.request_id, p.assessment_id,
  final.sent_on as issued_on, draft.number as draft_number, draft.last_day_for_views,
  case
    when final.id is not null then 'final'
    when redraft.id is not null then 'redrafting'
    when draft.id is null then 'drafting'
    when finished.id is null then 'views awaited'
    else 'views in'
  end as stage
from plans p
left join lateral (select * from plan_versions v where v.authority_id = p.authority_id and v.plan_id = p.id and v.kind = 'final' order by number desc limit 1) final on true
left join lateral (select * from plan_versions v where v.authority_id = p.authority_id and v.plan_id = p.id and v.kind = 'draft' order by number desc limit 1) draft on true
left join lateral (select * from plan_acts a where a.authority_id = p.authority_id and a.plan_id = p.id and a.kind = 'new draft begun' and a.recorded_at > draft.recorded_at limit 1) redraft on true
left join lateral (select * from plan_acts a where a.authority_id = p.authority_id and a.plan_id = p.id and a.kind = 'finished' and a.recorded_at > draft.recorded_at limit 1) finished on true;
comment on view plans_with_stage is 'Each plan with the stage its facts come to; agrees with stageOf by test. A published contract.';
grant select on plans_with_stage to app;

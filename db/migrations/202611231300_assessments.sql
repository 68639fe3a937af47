create table assessments (
  authority_id integer not null references authorities (code),
  id uuid not null,
  request_id uuid not null,
  child_id uuid not null,
  opened_on date not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, request_id),
  foreign key (authority_id, request_id) references requests (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index assessments_of_child on assessments (authority_id, child_id);
comment on table assessments is 'An EHC needs assessment (Children and Families Act 2014, s36), opened by the decision to secure one.';
comment on column assessments.opened_on is 'The day the family was notified that there would be an assessment.';

create table advice_requests (
  authority_id integer not null,
  id uuid not null,
  assessment_id uuid not null,
  child_id uuid not null,
  paragraph text not null check (paragraph in ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')),
  organisation_id uuid references organisations (id),
  contact_id uuid,
  adviser_name text not null check (length(adviser_name) between 1 and 200),
  questions text not null check (length(questions) <= 5000),
  asked_on date not null,
  received_on date not null,
  already_provided boolean not null default false,
  asked_by text not null,
  withdrawn_on date,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 2000),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, assessment_id) references assessments (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, contact_id) references children_contacts (authority_id, id),
  check (received_on >= asked_on),
  check ((paragraph = 'a') = (contact_id is not null)),
  check (contact_id is null or organisation_id is null),
  check ((withdrawn_on is null) = (withdrawn_reason is null))
);
create index advice_requests_of_assessment on advice_requests (authority_id, assessment_id);
create index advice_requests_of_organisation on advice_requests (organisation_id, received_on) where organisation_id is not null;
comment on table advice_requests is 'Advice sought for an assessment under one paragraph of SEND Regulations 2014, reg. 6(1), of one named person.';
comment on column advice_requests.paragraph is 'Of reg. 6(1): (a) the parent or young person; (b) education; (c) medical; (d) psychological; (e) social care; (f) anyone else thought appropriate; (g) preparation for adulthood; (h) anyone the family reasonably asks for.';
comment on column advice_requests.organisation_id is 'Where the person works, and whose inbox shows it; null for the family, and for a person outside any organisation here.';
comment on column advice_requests.received_on is 'The day the advice-giver received the request: their six weeks start here (reg. 8(1)).';
comment on column advice_requests.already_provided is 'Not asked anew: advice given before for any purpose, which its giver, the authority and the family all find sufficient (reg. 6(4)).';

create table advice (
  authority_id integer not null,
  id uuid not null,
  advice_request_id uuid not null,
  child_id uuid not null,
  organisation_id uuid references organisations (id),
  number integer not null check (number >= 1),
  correction_reason text check (length(correction_reason) between 1 and 2000),
  content jsonb not null,
  version integer not null default 1,
  recorded_by text,
  recorded_at timestamptz not null default now(),
  signed_on date,
  signed_name text check (length(signed_name) between 1 and 200),
  signed_role text check (length(signed_role) between 1 and 200),
  signed_by uuid,
  returned_on date,
  primary key (authority_id, id),
  unique (authority_id, advice_request_id, number),
  foreign key (authority_id, advice_request_id) references advice_requests (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check ((number = 1) = (correction_reason is null)),
  check (num_nonnulls(signed_on, signed_name, signed_role, returned_on) in (0, 4)),
  check (returned_on >= signed_on),
  check (signed_by is null or signed_on is not null),
  check (recorded_by is null or signed_on is not null)
);
create unique index advice_drafts on advice (authority_id, advice_request_id) where signed_on is null;
create index advice_of_child on advice (authority_id, child_id);
comment on table advice is 'Advice and information as its author wrote it: a draft until it is signed, and after that never altered. A correction is another row, with the next number and why.';
comment on column advice.content is 'The needs, each with its evidence, its outcomes and the provision for each, as linked rows; and a statement in the author''s own words.';
comment on column advice.recorded_by is 'Who at the authority wrote down advice that came by other means; null where its author wrote it here.';
comment on column advice.returned_on is 'The day the authority had it: the day it was signed here, or the day the paper or email came.';

create table assessment_decisions (
  authority_id integer not null,
  assessment_id uuid not null,
  child_id uuid not null,
  outcome text not null check (outcome in ('issue', 'do not issue')),
  evidence text not null check (length(evidence) > 0),
  reasons text not null check (length(reasons) > 0),
  what_would_change text not null check (length(what_would_change) > 0),
  decided_on date not null,
  notified_on date not null,
  decided_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, assessment_id),
  foreign key (authority_id, assessment_id) references assessments (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (notified_on >= decided_on)
);
comment on table assessment_decisions is 'Whether it is necessary for special educational provision to be made in accordance with an EHC plan: the test of s37(1) and no other.';

create table assessment_missing_advice (
  authority_id integer not null,
  assessment_id uuid not null,
  paragraph text not null check (paragraph in ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')),
  missing uuid not null,
  child_id uuid not null,
  advice_request_id uuid,
  reason text not null check (length(reason) between 1 and 2000),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, assessment_id, paragraph, missing),
  foreign key (authority_id, assessment_id) references assessment_decisions (authority_id, assessment_id),
  foreign key (authority_id, advice_request_id) references advice_requests (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (missing = coalesce(advice_request_id, assessment_id))
);
comment on table assessment_missing_advice is 'Advice the decision was taken without, and why. An assessment is not complete without each piece reg. 6(1) requires; a family is not kept waiting for it.';
comment on column assessment_missing_advice.missing is 'The request for advice that was not answered; the assessment itself where nobody was asked under the paragraph.';

do $$
declare t text;
begin
  foreach t in array array['assessments', 'advice_requests', 'advice', 'assessment_decisions', 'assessment_missing_advice'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['assessments', 'advice_requests', 'assessment_decisions', 'assessment_missing_advice'] loop
    execute format($p$create policy authority on %I to app
      using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int))$p$, t);
    execute format($p$create policy family on %I for select to app
      using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]))$p$, t);
    execute format('grant select, insert on %I to app', t);
  end loop;
end $$;
-- Only what withdrawing a request for advice changes; nothing else of any of these is ever rewritten.
grant update (withdrawn_on, withdrawn_reason) on advice_requests to app;
-- A decision is locked while it is made, through its assessment; locking takes the right to update something.
grant update (opened_on) on assessments to app;

create policy organisation on advice_requests for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and withdrawn_on is null);

-- What its author has not signed is theirs alone; what is signed, nobody can alter, the service itself included.
create policy authority on advice for select to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int) and signed_on is not null);
create policy authority_records on advice for insert to app
  with check (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int)
    and recorded_by is not null and signed_on is not null);
create policy family on advice for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
    and signed_on is not null);
create policy organisation on advice for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy organisation_begins on advice for insert to app
  with check (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and recorded_by is null and signed_on is null
    and exists (select 1 from advice_requests asked
      where asked.authority_id = advice.authority_id and asked.id = advice.advice_request_id
        and asked.child_id = advice.child_id and asked.organisation_id = advice.organisation_id));
create policy organisation_writes on advice for update to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and signed_on is null
    and exists (select 1 from advice_requests asked
      where asked.authority_id = advice.authority_id and asked.id = advice.advice_request_id))
  with check (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
grant select, insert on advice to app;
grant update (content, version, signed_on, signed_name, signed_role, signed_by, returned_on) on advice to app;

create view assessments_with_stage with (security_invoker = true) as
select
  a.authority_id, a.id, a.request_id, r.reference, a.child_id, r.received_on, a.opened_on,
  asked.asked, asked.returned, d.outcome, d.decided_on, d.notified_on,
  case
    when d.outcome = 'issue' then 'issuing'
    when d.outcome = 'do not issue' then 'not issuing'
    -- Paragraphs (a) to (e) always; (g) in or beyond year 9, by age on the 31 August before the assessment opened.
    when asked.always < 5 or (not asked.adulthood and extract(year from age(
      make_date(extract(year from a.opened_on)::int - case when extract(month from a.opened_on) >= 9 then 0 else 1 end, 8, 31),
      c.born_on)) >= 13) then 'advice to ask'
    when asked.returned < asked.asked then 'awaiting advice'
    else 'awaiting decision'
  end as stage
from assessments a
join requests_with_stage r on r.authority_id = a.authority_id and r.id = a.request_id
join children c on c.authority_id = a.authority_id and c.id = a.child_id
left join assessment_decisions d on d.authority_id = a.authority_id and d.assessment_id = a.id
cross join lateral (
  select
    count(*)::int as asked,
    count(*) filter (where exists (
      select 1 from advice given where given.authority_id = q.authority_id and given.advice_request_id = q.id
        and given.signed_on is not null))::int as returned,
    count(distinct q.paragraph) filter (where q.paragraph in ('a', 'b', 'c', 'd', 'e'))::int as always,
    coalesce(bool_or(q.paragraph = 'g'), false) as adulthood
  from advice_requests q
  where q.authority_id = a.authority_id and q.assessment_id = a.id and q.withdrawn_on is null
) asked;
comment on view assessments_with_stage is 'Each assessment with the stage its facts come to; agrees with stageOf by test. A published contract: dashboards and lists read this.';
grant select on assessments_with_stage to app;

-- Who knows a child: before advice is asked for, the family and the child's setting say who does, so that nobody is left out.
-- Asking for advice never waits for them.
create table known_professionals (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  name text not null check (length(name) <= 200),
  role text not null check (length(role) <= 200),
  workplace text not null check (length(workplace) <= 200),
  how_known text not null check (length(how_known) <= 2000),
  known_since text not null check (length(known_since) <= 100),
  paragraph text check (paragraph in ('b', 'c', 'd', 'e', 'f', 'g', 'h')),
  may_contact boolean,
  consent_note text not null check (length(consent_note) <= 2000),
  said_by text not null check (said_by in ('family', 'setting', 'authority')),
  said_by_name text not null check (length(said_by_name) between 1 and 200),
  organisation_id uuid references organisations (id),
  recorded_by text,
  said_on date not null,
  removed_on date,
  removed_by text check (length(removed_by) between 1 and 200),
  removed_reason text check (length(removed_reason) between 1 and 2000),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (length(name) + length(role) > 0),
  check (said_by = 'setting' or organisation_id is null),
  check (num_nonnulls(removed_on, removed_by, removed_reason) in (0, 3)),
  check (removed_on >= said_on)
);
create index known_professionals_of_child on known_professionals (authority_id, child_id);
create index known_professionals_of_organisation on known_professionals (organisation_id) where organisation_id is not null;
comment on table known_professionals is 'The professionals who know a child, each with who said so. An entry is added, and taken off with a reason; it is never rewritten.';
comment on column known_professionals.paragraph is 'The paragraph of SEND Regulations 2014, reg. 6(1), they would advise under; null where whoever said so was not sure.';
comment on column known_professionals.may_contact is 'Whether whoever said so says they may be contacted; null where they did not say. It is shown to staff, and decides nothing.';
comment on column known_professionals.organisation_id is 'The setting whose people said so; null for the family, the authority, and a setting that told staff by telephone.';
comment on column known_professionals.recorded_by is 'Who at the authority wrote it down for them; null where they did so here.';

create table known_questions (
  authority_id integer not null,
  id uuid not null,
  assessment_id uuid not null,
  child_id uuid not null,
  party text not null check (party in ('family', 'setting')),
  organisation_id uuid references organisations (id),
  answer_by date not null,
  asked_on date not null,
  asked_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique nulls not distinct (authority_id, assessment_id, party, organisation_id),
  foreign key (authority_id, assessment_id) references assessments (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check ((party = 'setting') = (organisation_id is not null)),
  check (answer_by >= asked_on)
);
create index known_questions_of_child on known_questions (authority_id, child_id);
create index known_questions_of_organisation on known_questions (organisation_id) where organisation_id is not null;
comment on table known_questions is 'The family, or a setting, was asked who knows the child, by a day the staff chose. Advice is asked for then whether or not they answer.';

create table known_answers (
  authority_id integer not null,
  question_id uuid not null,
  child_id uuid not null,
  organisation_id uuid references organisations (id),
  answered_on date not null,
  answered_by text not null check (length(answered_by) between 1 and 200),
  recorded_by text,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, question_id),
  foreign key (authority_id, question_id) references known_questions (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index known_answers_of_child on known_answers (authority_id, child_id);
comment on table known_answers is 'They say that the list is whole as far as they know. They may add to it, or take off what they said, afterwards too.';
comment on column known_answers.recorded_by is 'Who at the authority wrote it down for them; null where they answered here.';

alter table advice_requests add column unconfirmed text[] check (unconfirmed <@ array['family', 'setting']);
comment on column advice_requests.unconfirmed is 'Who had not yet said who knows the child when this was asked for: asking never waits for them. Null for what was asked before that was recorded.';

do $$
declare t text;
begin
  foreach t in array array['known_professionals', 'known_questions', 'known_answers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy authority on %I to app
      using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int))$p$, t);
    execute format('grant select, insert on %I to app', t);
  end loop;
end $$;
grant update (removed_on, removed_by, removed_reason) on known_professionals to app;

create policy family on known_professionals for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy family_says on known_professionals for insert to app
  with check (said_by = 'family' and recorded_by is null
    and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy family_takes_off on known_professionals for update to app
  using (said_by = 'family' and removed_on is null
    and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]))
  with check (said_by = 'family' and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy family on known_questions for select to app
  using (party = 'family' and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy family on known_answers for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy family_answers on known_answers for insert to app
  with check (organisation_id is null and recorded_by is null
    and exists (select from known_questions q where q.authority_id = known_answers.authority_id and q.id = known_answers.question_id
      and q.child_id = known_answers.child_id and q.party = 'family')
    and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));

-- A setting sees what its own people said: who treats a child is not for everybody who knows the child to read.
create policy organisation on known_questions for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select from children c where c.authority_id = known_questions.authority_id and c.id = known_questions.child_id));
create policy organisation on known_professionals for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy organisation_says on known_professionals for insert to app
  with check (said_by = 'setting' and recorded_by is null
    and organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select from known_questions q where q.authority_id = known_professionals.authority_id
      and q.child_id = known_professionals.child_id and q.organisation_id = known_professionals.organisation_id));
create policy organisation_takes_off on known_professionals for update to app
  using (removed_on is null and organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid))
  with check (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy organisation on known_answers for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy organisation_answers on known_answers for insert to app
  with check (recorded_by is null
    and organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select from known_questions q where q.authority_id = known_answers.authority_id and q.id = known_answers.question_id
      and q.child_id = known_answers.child_id and q.organisation_id = known_answers.organisation_id));

create or replace view inbox_items with (security_invoker = true) as
select item.authority_id, item.organisation_id, item.kind, item.id, item.child_id, item.detail, item.waiting_since, item.due_on,
  item.answered_on, item.allocated, item.holder_id, item.holder_name, authority.name as authority_name,
  coalesce(child.preferred_name, child.given_names) || ' ' || child.family_name as child_name,
  child.names_form || name_form(' ' || authority.name) as search_form
from (
  select asked.authority_id, asked.organisation_id, case when back.is_so then 'question about advice' else 'advice' end as kind,
    asked.id, asked.child_id, asked.paragraph as detail, asked.received_on as waiting_since,
    -- Six weeks (reg. 8(1)); no law says by when a question about signed advice is answered.
    case when back.is_so then null else asked.received_on + 42 end as due_on,
    case when back.is_so then null else given.returned_on end as answered_on,
    true as allocated, held.holder_id, held.holder_name
  from advice_requests asked
  left join advice given on given.authority_id = asked.authority_id and given.advice_request_id = asked.id and given.number = 1
  left join advice_held held on held.authority_id = asked.authority_id and held.advice_request_id = asked.id
  cross join lateral (select given.signed_on is not null and exists (
    select from advice_questions q
    join advice about on about.authority_id = q.authority_id and about.id = q.advice_id
    where q.authority_id = asked.authority_id and q.advice_request_id = asked.id and not exists (
      select from advice later where later.authority_id = q.authority_id
        and later.advice_request_id = q.advice_request_id and later.number > about.number
        and later.signed_on is not null)) as is_so) back
  where asked.organisation_id is not null
  union all
  select authority_id, organisation_id, 'consultation', id, child_id, '', sent_on, due_on, answered_on, false, null, null
  from consultations
  union all
  -- Nothing to answer, but to be found.
  select sent.authority_id, sent.organisation_id, 'plan', version.id, sent.child_id, sent.kind, version.sent_on, version.sent_on,
    version.sent_on, false, null, null
  from plan_recipients sent
  join plan_versions version on version.authority_id = sent.authority_id and version.id = sent.version_id
  where sent.organisation_id is not null
  union all
  -- What is written between them about one child is one thing: to be read while the team has written what nobody there has opened.
  select authority_id, organisation_id, 'messages', child_id, child_id, '',
    coalesce(min((sent_at at time zone 'Europe/London')::date) filter (where from_kind = 'staff' and seen_at is null),
      max((sent_at at time zone 'Europe/London')::date)),
    null, case when bool_or(from_kind = 'staff' and seen_at is null) then null
      else max((sent_at at time zone 'Europe/London')::date) end, false, null, null
  from organisation_messages group by authority_id, organisation_id, child_id
  union all
  select q.authority_id, q.organisation_id, 'who knows', q.id, q.child_id, '', q.asked_on, q.answer_by, a.answered_on, false, null, null
  from known_questions q left join known_answers a on a.authority_id = q.authority_id and a.question_id = q.id
  where q.organisation_id is not null
  union all
  -- Whoever the child is before may read it: it was sent to nobody there in particular.
  select authority_id, (select nullif(current_setting('opensend.organisation', true), '')::uuid), 'rights', child_id, child_id, kind,
    sent_on, sent_on, sent_on, false, null, null
  from rights_notices
) item
join authorities authority on authority.code = item.authority_id
join children child on child.authority_id = item.authority_id and child.id = item.child_id;

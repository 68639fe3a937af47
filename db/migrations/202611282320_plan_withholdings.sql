-- What a plan says and some readers are not shown: by a rule that says what, from whom, why, by whom and until when, and the
-- copy of each version that such a reader has in place of it.

create table plan_withholdings (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  row_id uuid,
  words text check (length(words) between 8 and 4000),
  readers text[] not null check (cardinality(readers) > 0 and readers <@ array['settings consulted', 'settings named', 'commissioning body']),
  ground text check (length(ground) between 1 and 300),
  reason text not null check (length(reason) between 1 and 2000),
  review_by date not null,
  withheld_on date not null,
  withheld_by uuid not null,
  withheld_by_name text not null check (length(withheld_by_name) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  unique (authority_id, plan_id, id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (num_nonnulls(row_id, words) = 1),
  check (review_by > withheld_on)
);
create index plan_withholdings_of_child on plan_withholdings (authority_id, child_id);
comment on table plan_withholdings is 'A statement of a plan, or words wherever they stand in it and its advice, that some organisations are not shown. Never from the family. Added, never altered; plan_withholding_reviews says how it stands.';
comment on column plan_withholdings.row_id is 'The need, provision or outcome that is withheld whole; null where words are.';
comment on column plan_withholdings.ground is 'In the authority''s own words, from the list it configures; null where it configures none.';

create table plan_withholding_reviews (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  withholding_id uuid not null,
  outcome text not null check (outcome in ('kept', 'ended')),
  reason text not null check (length(reason) between 1 and 2000),
  review_by date,
  reviewed_on date not null,
  reviewed_by uuid not null,
  reviewed_by_name text not null check (length(reviewed_by_name) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, plan_id, withholding_id) references plan_withholdings (authority_id, plan_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check ((review_by is null) = (outcome = 'ended')),
  check (review_by > reviewed_on)
);
create index plan_withholding_reviews_of on plan_withholding_reviews (authority_id, withholding_id, recorded_at desc);
create index plan_withholding_reviews_of_child on plan_withholding_reviews (authority_id, child_id);
create unique index plan_withholding_ended_once on plan_withholding_reviews (authority_id, withholding_id) where outcome = 'ended';
comment on table plan_withholding_reviews is 'Somebody looked again at what is withheld in a plan: kept to another day, or ended, after which readers are shown it. Added, never altered.';

create table plan_version_copies (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  version_id uuid not null,
  reader text not null check (reader in ('settings consulted', 'settings named', 'commissioning body')),
  kind text not null check (kind in ('draft', 'final')),
  number integer not null check (number >= 1),
  content jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  sent_on date not null,
  served_on date not null,
  officer text,
  document_id uuid,
  all_shown boolean not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, version_id) references plan_versions (authority_id, id),
  foreign key (authority_id, document_id) references documents (authority_id, id),
  check ((kind = 'draft') = (reader = 'settings consulted')),
  check ((kind = 'final') = (officer is not null))
);
create index plan_version_copies_of_version on plan_version_copies (authority_id, version_id, reader, recorded_at desc);
create index plan_version_copies_of_child on plan_version_copies (authority_id, child_id);
create index plan_version_copies_of_plan on plan_version_copies (authority_id, plan_id);
comment on table plan_version_copies is 'A version as one class of reader has it, without what is withheld from them: the latest of each class stands in place of the version. Added, never altered.';
comment on column plan_version_copies.document_id is 'Its paper; null where it was made without one, because a rule changed after the version was sent.';
comment on column plan_version_copies.all_shown is 'Nothing is withheld from this class any longer: the copy says all that the version says.';

alter table plan_withholdings enable row level security;
alter table plan_withholdings force row level security;
create policy authority on plan_withholdings to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on plan_withholdings to app;

alter table plan_withholding_reviews enable row level security;
alter table plan_withholding_reviews force row level security;
create policy authority on plan_withholding_reviews to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on plan_withholding_reviews to app;

alter table plan_version_copies enable row level security;
alter table plan_version_copies force row level security;
create policy authority on plan_version_copies to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
-- An organisation has the copy of its own class, of a version it was asked about or sent.
create policy organisation on plan_version_copies for select to app_organisation
  using ((select nullif(current_setting('opensend.organisation', true), '')::uuid) is not null and (
    (reader = 'settings consulted' and exists (
      select from consultations asked
      where asked.authority_id = plan_version_copies.authority_id and asked.version_id = plan_version_copies.version_id
        and asked.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)))
    or exists (
      select from plan_recipients sent
      where sent.authority_id = plan_version_copies.authority_id and sent.version_id = plan_version_copies.version_id
        and sent.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
        and case sent.kind when 'setting' then 'settings named' else sent.kind end = plan_version_copies.reader)));
grant select, insert on plan_version_copies to app;

-- Whoever has a copy has it in place of the version.
create policy copy_in_its_place on plan_versions as restrictive for select to app_organisation
  using ((select nullif(current_setting('opensend.organisation', true), '')::uuid) is null
    or not exists (
      select from plan_version_copies copy
      where copy.authority_id = plan_versions.authority_id and copy.version_id = plan_versions.id));

drop policy organisation on plan_version_citations;
create policy organisation on plan_version_citations for select to app_organisation
  using ((select nullif(current_setting('opensend.organisation', true), '')::uuid) is not null
    and (exists (select from plan_versions v
        where v.authority_id = plan_version_citations.authority_id and v.id = plan_version_citations.version_id)
      or exists (select from plan_version_copies c
        where c.authority_id = plan_version_citations.authority_id and c.version_id = plan_version_citations.version_id)));
drop policy organisation on my_plans;
create policy organisation on my_plans for select to app_organisation
  using ((select nullif(current_setting('opensend.organisation', true), '')) is not null and confirmed_on is not null
    and (exists (select from plan_versions v
        where v.authority_id = my_plans.authority_id and v.plan_id = my_plans.plan_id and v.kind = 'final')
      or exists (select from plan_version_copies c
        where c.authority_id = my_plans.authority_id and c.plan_id = my_plans.plan_id and c.kind = 'final')));

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
  select sent.authority_id, sent.organisation_id, 'plan', sent.version_id, sent.child_id, sent.kind, version.sent_on, version.sent_on,
    version.sent_on, false, null, null
  from plan_recipients sent
  -- The version itself, or the copy that its reader has in its place.
  join lateral (
    select whole.sent_on from plan_versions whole
    where whole.authority_id = sent.authority_id and whole.id = sent.version_id
    union
    select copy.sent_on from plan_version_copies copy
    where copy.authority_id = sent.authority_id and copy.version_id = sent.version_id) version on true
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

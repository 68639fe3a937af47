-- What of a draft is shown to an organisation whose signed advice it rests on: by an act of staff, until another takes it back.
-- And what is said about lines of a draft and answered, by either side, as often as it takes.

create table plan_showings (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  organisation_id uuid not null references organisations (id),
  words text not null check (length(words) <= 2000),
  shown_on date not null,
  shown_by text not null check (length(shown_by) between 1 and 200),
  looked_at timestamptz,
  looked_by text check (length(looked_by) between 1 and 200),
  plan_issued_on date,
  ended_on date,
  ended_by text check (length(ended_by) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check ((looked_at is null) = (looked_by is null)),
  check ((ended_on is null) = (ended_by is null)),
  check (ended_on >= shown_on and plan_issued_on >= shown_on)
);
create unique index plan_shown_to_each_once on plan_showings (authority_id, plan_id, organisation_id) where ended_on is null;
create index plan_showings_of_child on plan_showings (authority_id, child_id);
create index plan_showings_of_organisation on plan_showings (organisation_id) where ended_on is null;
comment on table plan_showings is 'That staff showed an organisation the lines of a draft that rest on its signed advice, until they took that back. No law gives it them: the authority decides.';
comment on column plan_showings.words is 'What staff ask of whoever reads them; may be empty.';
comment on column plan_showings.looked_at is 'When somebody there last said that they had looked.';
comment on column plan_showings.plan_issued_on is 'The day the plan became final: from then on they read what came of what they said, and say no more.';

create table plan_shown_lines (
  authority_id integer not null,
  showing_id uuid not null,
  row_id uuid not null,
  child_id uuid not null,
  place integer not null check (place >= 0),
  section text not null check (length(section) between 1 and 100),
  name text not null check (length(name) between 1 and 20),
  line jsonb not null,
  taken_back_on date,
  primary key (authority_id, showing_id, row_id),
  foreign key (authority_id, showing_id) references plan_showings (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index plan_shown_lines_of_child on plan_shown_lines (authority_id, child_id);
comment on table plan_shown_lines is 'The words of each line as they were shown: without what it is linked to, and without the other advice it rests on.';
comment on column plan_shown_lines.taken_back_on is 'The day it was withheld from organisations, though shown before: from then on they do not read it.';

create table plan_remarks (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('comment', 'reply', 'settled')),
  side text not null check (side in ('family', 'contributor', 'staff')),
  by_name text not null check (length(by_name) between 1 and 200),
  organisation_id uuid references organisations (id),
  row_id uuid,
  representation_id uuid,
  comment_id uuid,
  words text not null check (length(words) <= 20000),
  said_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  unique (authority_id, id, organisation_id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, representation_id) references plan_acts (authority_id, id),
  foreign key (authority_id, comment_id, organisation_id) references plan_remarks (authority_id, id, organisation_id),
  check (num_nonnulls(representation_id, comment_id) = case kind when 'comment' then 0 else 1 end),
  check ((kind = 'comment') = (row_id is not null)),
  check (kind <> 'comment' or side = 'contributor'),
  check ((organisation_id is null) = (representation_id is not null)),
  check (side <> 'contributor' or organisation_id is not null),
  check (side <> 'family' or representation_id is not null),
  check (kind = 'settled' or words <> '')
);
create index plan_remarks_of_plan on plan_remarks (authority_id, plan_id, recorded_at);
create index plan_remarks_of_child on plan_remarks (authority_id, child_id);
comment on table plan_remarks is 'What a contributor said about a line, and what anybody said after that or after a comment of the family''s, in order, until one of them says that it is settled. Added, never altered.';
comment on column plan_remarks.organisation_id is 'The organisation whose comment it is, or is about; null of what follows a comment of the family''s.';
comment on column plan_remarks.representation_id is 'The comment of the family''s that it follows.';
comment on column plan_remarks.comment_id is 'The contributor''s comment that it follows.';

alter table plan_suggestions add column organisation_id uuid references organisations (id),
  add constraint from_a_contributor check (organisation_id is null or proposer = 'contributor');
comment on column plan_suggestions.organisation_id is 'The organisation that suggested it by its own sign-in; null where staff wrote it down, and of anybody else''s.';

alter table plan_showings enable row level security;
alter table plan_showings force row level security;
create policy authority on plan_showings to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy organisation on plan_showings for select to app_organisation
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid) and ended_on is null);
create policy organisation_looks on plan_showings for update to app_organisation
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid) and ended_on is null)
  with check (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and ended_on is null and looked_at is not null);
grant select, insert on plan_showings to app;
grant update (looked_at, looked_by, plan_issued_on, ended_on, ended_by) on plan_showings to app;

alter table plan_shown_lines enable row level security;
alter table plan_shown_lines force row level security;
create policy authority on plan_shown_lines to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy organisation on plan_shown_lines for select to app_organisation
  using (taken_back_on is null and exists (
    select from plan_showings shown
    where shown.authority_id = plan_shown_lines.authority_id and shown.id = plan_shown_lines.showing_id
      and shown.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)));
grant select, insert on plan_shown_lines to app;
grant update (taken_back_on) on plan_shown_lines to app;

alter table plan_remarks enable row level security;
alter table plan_remarks force row level security;
create policy authority on plan_remarks to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on plan_remarks for select to app_family
  using (representation_id is not null
    and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy family_says on plan_remarks for insert to app_family
  with check (side = 'family' and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
    and exists (select from plan_acts said where said.authority_id = plan_remarks.authority_id
      and said.id = plan_remarks.representation_id and said.plan_id = plan_remarks.plan_id
      and said.child_id = plan_remarks.child_id and said.kind = 'representation'));
create policy invited_reads_only on plan_remarks as restrictive for insert to app_family
  with check (child_id <> all (coalesce((select nullif(current_setting('opensend.invited', true), '')::uuid[]), '{}'::uuid[])));
create policy organisation on plan_remarks for select to app_organisation
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy organisation_says on plan_remarks for insert to app_organisation
  with check (side = 'contributor' and organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select from plan_showings shown where shown.authority_id = plan_remarks.authority_id
      and shown.plan_id = plan_remarks.plan_id and shown.child_id = plan_remarks.child_id
      and shown.organisation_id = plan_remarks.organisation_id and shown.plan_issued_on is null));
grant select, insert on plan_remarks to app;

create policy organisation on plan_suggestions for select to app_organisation
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy organisation_suggests on plan_suggestions for insert to app_organisation
  with check (proposer = 'contributor' and answered_on is null
    and organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select from plan_showings shown where shown.authority_id = plan_suggestions.authority_id
      and shown.plan_id = plan_suggestions.plan_id and shown.child_id = plan_suggestions.child_id
      and shown.organisation_id = plan_suggestions.organisation_id and shown.plan_issued_on is null));

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
  union all
  -- Lines of a draft that rest on its advice: waiting until somebody says they have looked, and again once staff answer.
  select shown.authority_id, shown.organisation_id, 'draft lines', shown.id, shown.child_id, '', shown.shown_on, null,
    coalesce(shown.plan_issued_on, case when exists (select from plan_remarks said where said.authority_id = shown.authority_id
        and said.plan_id = shown.plan_id and said.organisation_id = shown.organisation_id
        and said.side = 'staff' and said.kind = 'reply' and said.recorded_at > shown.looked_at) then null
      else (shown.looked_at at time zone 'Europe/London')::date end), false, null, null
  from plan_showings shown where shown.ended_on is null
) item
join authorities authority on authority.code = item.authority_id
join children child on child.authority_id = item.authority_id and child.id = item.child_id;

-- What an organisation and the SEND team write to each other about a child the organisation has been shown. The family's own
-- messages are in another table, so that neither is ever read as the other.
create table organisation_messages (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  organisation_id uuid not null references organisations (id),
  from_kind text not null check (from_kind in ('organisation', 'staff')),
  from_name text not null check (length(from_name) between 1 and 200),
  from_account uuid references accounts (id),
  body text not null check (length(body) between 1 and 20000),
  sent_at timestamptz not null,
  promised_on date,
  answered_at timestamptz,
  closed_reason text check (length(closed_reason) between 1 and 2000),
  seen_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  -- An organisation is promised an answer; the team is not.
  check ((from_kind = 'organisation') = (promised_on is not null)),
  check (closed_reason is null or answered_at is not null)
);
comment on table organisation_messages is 'What an organisation a child has been put before and the SEND team wrote to each other about that child. Its words are never altered; the family''s messages are another table.';
comment on column organisation_messages.promised_on is 'The day the organisation was told it would have an answer by: the authority''s promise, no limit of the law.';
comment on column organisation_messages.answered_at is 'When the team answered, or said that no answer is needed.';
comment on column organisation_messages.closed_reason is 'Why no answer is needed, as the organisation reads it.';
comment on column organisation_messages.seen_at is 'When the other side first opened it.';
create index organisation_messages_of_child on organisation_messages (authority_id, child_id, organisation_id, sent_at);
create index organisation_messages_of_organisation on organisation_messages (organisation_id, authority_id, child_id);
create index organisation_messages_waiting on organisation_messages (authority_id, promised_on, id)
  where promised_on is not null and answered_at is null;

alter table organisation_messages enable row level security;
alter table organisation_messages force row level security;
create policy authority on organisation_messages to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
-- Only while the child is before it: children shows an organisation no other.
create policy organisation on organisation_messages for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select from children c where c.authority_id = organisation_messages.authority_id and c.id = organisation_messages.child_id));
create policy organisation_writes on organisation_messages for insert to app
  with check (from_kind = 'organisation'
    and organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select from children c where c.authority_id = organisation_messages.authority_id and c.id = organisation_messages.child_id));
create policy organisation_reads on organisation_messages for update to app
  using (from_kind = 'staff' and organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
grant select, insert on organisation_messages to app;
grant update (answered_at, closed_reason, seen_at) on organisation_messages to app;

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
  -- Whoever the child is before may read it: it was sent to nobody there in particular.
  select authority_id, (select nullif(current_setting('opensend.organisation', true), '')::uuid), 'rights', child_id, child_id, kind,
    sent_on, sent_on, sent_on, false, null, null
  from rights_notices
) item
join authorities authority on authority.code = item.authority_id
join children child on child.authority_id = item.authority_id and child.id = item.child_id;

-- A colleague who leaves and comes back has none of what they had before.
alter table organisation_members add column rejoined_at timestamptz;
comment on column organisation_members.rejoined_at is 'When they were last let back after being removed: what was said of them before then, what they had and what they were, no longer holds.';

create view advice_held with (security_invoker = true) as
select said.authority_id, said.advice_request_id, said.number, said.organisation_id, member.account_id as holder_id, member.name as holder_name
from advice_allocations said
left join organisation_members member on member.organisation_id = said.organisation_id
  and member.account_id = said.account_id and member.removed_at is null
  and (member.rejoined_at is null or said.allocated_at >= member.rejoined_at)
where not exists (select from advice_allocations later
  where later.authority_id = said.authority_id and later.advice_request_id = said.advice_request_id and later.number > said.number);
comment on view advice_held is 'Who has each request for advice that was ever allocated, as was said last; nobody where that colleague has left since, though they came back.';
grant select on advice_held to app;

-- All that authorities have put before organisations, whichever capability put it there: in an organisation's lens, its own.
create view inbox_items with (security_invoker = true) as
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
  -- Whoever the child is before may read it: it was sent to nobody there in particular.
  select authority_id, (select nullif(current_setting('opensend.organisation', true), '')::uuid), 'rights', child_id, child_id, kind,
    sent_on, sent_on, sent_on, false, null, null
  from rights_notices
) item
join authorities authority on authority.code = item.authority_id
join children child on child.authority_id = item.authority_id and child.id = item.child_id;
comment on view inbox_items is 'Everything put before organisations to be answered or read, from every authority; agrees with the law''s own clocks by test. due_on is null where no law gives a day.';
comment on column inbox_items.allocated is 'It is given to one colleague or another; otherwise it is everybody''s.';
grant select on inbox_items to app;

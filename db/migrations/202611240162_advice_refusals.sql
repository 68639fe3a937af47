-- An organisation says that it will not give advice it was asked for, and why. Whom to ask instead is for the authority.
create table advice_refusals (
  authority_id integer not null,
  advice_request_id uuid not null,
  child_id uuid not null,
  organisation_id uuid not null references organisations (id),
  reason text not null check (length(reason) between 1 and 2000),
  refused_on date not null,
  refused_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, advice_request_id),
  foreign key (authority_id, advice_request_id) references advice_requests (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
comment on table advice_refusals is 'An organisation that was asked for advice said that it will not give it, and why. The advice is still to be had (SEND Regulations 2014, reg. 6(1)): of somebody else.';
alter table advice_refusals enable row level security;
alter table advice_refusals force row level security;
create policy authority on advice_refusals to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on advice_refusals for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy organisation on advice_refusals for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
grant select, insert on advice_refusals to app;

alter table advice_requests add column instead_of uuid,
  add foreign key (authority_id, instead_of) references advice_requests (authority_id, id);
comment on column advice_requests.instead_of is 'The request somebody else refused, which this one stands in for; the family was told.';

-- What an organisation refused leaves its lens, as what was taken back does.
drop policy organisation on advice_requests;
create policy organisation on advice_requests for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and withdrawn_on is null
    and not exists (select 1 from advice_refusals refused
      where refused.authority_id = advice_requests.authority_id and refused.advice_request_id = advice_requests.id));

create or replace view assessments_with_stage with (security_invoker = true) as
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
    and not exists (select 1 from advice_refusals refused
      where refused.authority_id = q.authority_id and refused.advice_request_id = q.id)
) asked;

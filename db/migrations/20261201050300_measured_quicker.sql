-- The file that stands is joined so that a question which does not ask whose it is can leave the join out.

create or replace view requests_measured with (security_invoker = true) as
select r.authority_id, r.id as request_id, coalesce(c.joined_to, r.child_id) as child_id, r.received_on,
  d.outcome, d.notified_on, w.withdrawn_on as ended_on, w.kind as ended_how
from requests r
left join children c on c.authority_id = r.authority_id and c.id = r.child_id
left join request_decisions d on d.authority_id = r.authority_id and d.request_id = r.id
left join request_withdrawals w on w.authority_id = r.authority_id and w.request_id = r.id;

create or replace view assessments_measured with (security_invoker = true) as
select a.authority_id, a.id as assessment_id, a.request_id, coalesce(c.joined_to, a.child_id) as child_id, a.opened_on,
  d.outcome, d.notified_on
from assessments a
left join children c on c.authority_id = a.authority_id and c.id = a.child_id
left join assessment_decisions d on d.authority_id = a.authority_id and d.assessment_id = a.id;

create or replace view plans_measured with (security_invoker = true) as
select p.authority_id, p.id as plan_id, coalesce(c.joined_to, p.child_id) as child_id, p.request_id, p.assessment_id, first.issued_on, first.is_first
from plans p
left join children c on c.authority_id = p.authority_id and c.id = p.child_id
join (select authority_id, plan_id, min(sent_on) as issued_on, min(number) = 1 as is_first from plan_versions where kind = 'final' group by authority_id, plan_id) first
  on first.authority_id = p.authority_id and first.plan_id = p.id;

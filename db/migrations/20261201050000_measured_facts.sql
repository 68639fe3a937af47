-- What the dashboards count, as each capability publishes it: dated facts, without a name, a word or a number of any child.
-- The child is the file that stands, for those that were recorded twice.

create view requests_measured with (security_invoker = true) as
select r.authority_id, r.id as request_id, coalesce(c.joined_to, r.child_id) as child_id, r.received_on,
  d.outcome, d.notified_on, w.withdrawn_on as ended_on, w.kind as ended_how
from requests r
join children c on c.authority_id = r.authority_id and c.id = r.child_id
left join request_decisions d on d.authority_id = r.authority_id and d.request_id = r.id
left join request_withdrawals w on w.authority_id = r.authority_id and w.request_id = r.id;
comment on view requests_measured is 'Each request by its days and its outcome. A published contract of requests: the dashboards read it.';

create view requests_excepted with (security_invoker = true) as
select distinct e.authority_id, e.request_id
from request_exceptions e
join requests r on r.authority_id = e.authority_id and r.id = e.request_id
cross join lateral (select r.received_on as start_on, r.received_on + 140 as due_on, coalesce(e.until_on, r.received_on + 140) as last_on) d
where e.advice_request_id is null and e.withdrawn_on is null and case e.ground
  when 'exceptional personal circumstances' then greatest(e.from_on, d.start_on) <= least(d.last_on, d.due_on)
  when 'absent from the area' then least(d.last_on, d.due_on) - greatest(e.from_on, d.start_on) + 1 >= 28
  -- Closed for four weeks or more, and advice asked from a week before it closed to a week before it opens again.
  else d.last_on + 1 - e.from_on >= 28 and e.advice_asked_on between e.from_on - 7 and d.last_on - 6 end;
comment on view requests_excepted is 'Requests with a lawful exception to the 20 weeks (SEND Regulations 2014, reg. 13(3) by reg. 10(4)): as law/exceptions.ts says, which a test holds it to. A published contract of requests.';

create view assessments_measured with (security_invoker = true) as
select a.authority_id, a.id as assessment_id, a.request_id, coalesce(c.joined_to, a.child_id) as child_id, a.opened_on,
  d.outcome, d.notified_on
from assessments a
join children c on c.authority_id = a.authority_id and c.id = a.child_id
left join assessment_decisions d on d.authority_id = a.authority_id and d.assessment_id = a.id;
comment on view assessments_measured is 'Each assessment by its days and its outcome. A published contract of assessments.';

create view advice_measured with (security_invoker = true) as
select q.authority_id, q.id as advice_request_id, q.paragraph, q.received_on, given.returned_on,
  least(q.withdrawn_on, refused.refused_on) as ended_on
from advice_requests q
left join advice given on given.authority_id = q.authority_id and given.advice_request_id = q.id and given.number = 1 and given.signed_on is not null
left join advice_refusals refused on refused.authority_id = q.authority_id and refused.advice_request_id = q.id
where not q.already_provided and not q.independent;
comment on view advice_measured is 'Each piece of advice that was asked for anew: when its giver had the request, and when the authority had the advice. A published contract of assessments.';

create view plans_measured with (security_invoker = true) as
select p.authority_id, p.id as plan_id, coalesce(c.joined_to, p.child_id) as child_id, p.request_id, p.assessment_id, first.issued_on, first.is_first
from plans p
join children c on c.authority_id = p.authority_id and c.id = p.child_id
join (select authority_id, plan_id, min(sent_on) as issued_on, min(number) = 1 as is_first from plan_versions where kind = 'final' group by authority_id, plan_id) first
  on first.authority_id = p.authority_id and first.plan_id = p.id;
comment on view plans_measured is 'Each plan that was issued, and the day of its first version here; without a request where it was written elsewhere and brought in. A published contract of plans.';
comment on column plans_measured.is_first is 'That version is the plan''s first of all, so that the day is the day the plan began.';

create view representations_measured with (security_invoker = true) as
select said.authority_id, said.id, said.on_day as said_on, answer.on_day as answered_on
from plan_acts said
left join plan_acts answer on answer.authority_id = said.authority_id and answer.about = said.id and answer.kind = 'answer'
where said.kind = 'representation';
comment on view representations_measured is 'Each representation on a draft, and the day it was answered. A published contract of plans.';

create view consultations_measured with (security_invoker = true) as
select c.authority_id, c.id, c.sent_on, given.answered_on, case when given.answered_on is null then c.answered_on end as ended_on
from consultations c
left join consultation_answers given on given.authority_id = c.authority_id and given.consultation_id = c.id;
comment on view consultations_measured is 'Each setting consulted, when it answered, or when it was no longer asked. A published contract of plans.';

create view messages_measured with (security_invoker = true) as
select authority_id, id, coalesce(heard_on, (sent_at at time zone 'Europe/London')::date) as said_on, promised_on,
  (answered_at at time zone 'Europe/London')::date as answered_on
from messages where from_kind = 'family' and promised_on is not null;
comment on view messages_measured is 'Each message of a family''s, the day it was promised an answer by, and the day it was answered. A published contract of messages.';

create view children_measured with (security_invoker = true) as
select authority_id, id as child_id, born_on from children where joined_to is null;
comment on view children_measured is 'The files that stand, each with the day of birth that ages are counted from. A published contract of children.';

create view needs_measured with (security_invoker = true) as
select f.authority_id, coalesce(c.joined_to, f.child_id) as child_id, f.need, f.from_on, f.until_on, f.recorded_at
from children_circumstances f
join children c on c.authority_id = f.authority_id and c.id = f.child_id
where f.need is not null and not f.struck and not exists (select from children_circumstances later
  where later.authority_id = f.authority_id and later.corrects = f.id);
comment on view needs_measured is 'The primary needs of each file as they stand, from one day to another. A published contract of children.';

grant select on requests_measured, requests_excepted, assessments_measured, advice_measured, plans_measured, representations_measured,
  consultations_measured, messages_measured, children_measured, needs_measured to app;

-- Of advice given before, whoever has not answered is waited for still when the other has; until now the condition compared a
-- column with itself, and both waits went at the first answer. And what a notice of amendment asks of settings and of the family
-- is waited for as what the first draft asks is: until the amended plan goes, or the amendment ends without one.
create or replace view case_waits with (security_invoker = true) as
select
  a.authority_id, a.request_id, q.child_id, q.id as subject_id,
  case q.paragraph when 'a' then 'family’s views' else 'advice' end as what,
  q.paragraph, q.adviser_name as who, organisation.name as organisation, q.received_on as since,
  -- SEND Regulations 2014, reg. 8(1): six weeks. A test holds it to the law's own clock.
  q.received_on + 42 as due_on,
  (select p.ready_on from advice_promises p where p.authority_id = q.authority_id and p.advice_request_id = q.id
    order by p.recorded_at desc limit 1) as promised_on
from advice_requests q
join assessments a on a.authority_id = q.authority_id and a.id = q.assessment_id
left join organisations organisation on organisation.id = q.organisation_id
where q.withdrawn_on is null
  and not exists (select from advice given where given.authority_id = q.authority_id
    and given.advice_request_id = q.id and given.signed_on is not null)
  and not exists (select from advice_refusals refused where refused.authority_id = q.authority_id
    and refused.advice_request_id = q.id)
  and not exists (select from assessment_decisions decided where decided.authority_id = a.authority_id
    and decided.assessment_id = a.id)
union all
select
  a.authority_id, a.request_id, q.child_id, q.id, 'answer about advice', q.paragraph, q.adviser_name, organisation.name,
  max(asked.asked_on), null, null
from advice_questions asked
join advice_requests q on q.authority_id = asked.authority_id and q.id = asked.advice_request_id
join assessments a on a.authority_id = q.authority_id and a.id = q.assessment_id
left join organisations organisation on organisation.id = q.organisation_id
where not exists (select from advice then_signed join advice later on later.authority_id = then_signed.authority_id
    and later.advice_request_id = then_signed.advice_request_id and later.number > then_signed.number
    and later.signed_on is not null
    where then_signed.authority_id = asked.authority_id and then_signed.id = asked.advice_id)
  and not exists (select from assessment_decisions decided where decided.authority_id = a.authority_id
    and decided.assessment_id = a.id)
group by a.authority_id, a.request_id, q.child_id, q.id, q.paragraph, q.adviser_name, organisation.name
union all
select
  a.authority_id, a.request_id, before.child_id, before.id, 'agreement that advice is enough', before.paragraph,
  case either.party when 'author' then before.author_name else 'The family' end, null, before.proposed_on, null, null
from existing_advice before
join assessments a on a.authority_id = before.authority_id and a.id = before.assessment_id
cross join unnest('{author,family}'::text[]) as either (party)
where not exists (select from existing_advice_agreements said where said.authority_id = before.authority_id
    and said.existing_advice_id = before.id and (said.party = either.party or not said.satisfied))
  and not exists (select from assessment_decisions decided where decided.authority_id = a.authority_id
    and decided.assessment_id = a.id)
union all
select
  a.authority_id, a.request_id, c.child_id, c.id, 'setting’s answer', null, setting.name, null, c.copy_sent_on, c.due_on, null
from consultations c
join plan_versions about on about.authority_id = c.authority_id and about.id = c.version_id
join plans p on p.authority_id = c.authority_id and p.id = c.plan_id
join assessments a on a.authority_id = p.authority_id and a.id = p.assessment_id
join settings setting on setting.id = c.setting_id
where c.answered_on is null and c.copy_sent_on is not null
  and not exists (select from plan_versions final where final.authority_id = p.authority_id
    and final.plan_id = p.id and final.kind = 'final' and final.amendment_id is not distinct from about.amendment_id)
  and not exists (select from plan_amendment_ends ended where ended.authority_id = p.authority_id
    and ended.amendment_id = about.amendment_id)
union all
select
  a.authority_id, a.request_id, v.child_id, v.id, 'family’s comments', null, 'The family', null, v.served_on, v.last_day_for_views, null
from plan_versions v
join plans p on p.authority_id = v.authority_id and p.id = v.plan_id
join assessments a on a.authority_id = p.authority_id and a.id = p.assessment_id
where v.kind = 'draft'
  and not exists (select from plan_versions later where later.authority_id = v.authority_id and later.plan_id = v.plan_id
    and case later.kind when 'final' then later.amendment_id is not distinct from v.amendment_id else later.number > v.number end)
  and not exists (select from plan_amendment_ends ended where ended.authority_id = v.authority_id
    and ended.amendment_id = v.amendment_id)
  and not exists (select from plan_acts act where act.authority_id = v.authority_id and act.plan_id = v.plan_id
    and act.kind in ('finished', 'new draft begun') and act.recorded_at > v.recorded_at);

-- The rows of the list say what is waited for: they are written anew.
alter table case_changes no force row level security;
alter table existing_advice no force row level security;
alter table plan_amendments no force row level security;
insert into case_changes (authority_id, child_id)
select authority_id, child_id from existing_advice union select authority_id, child_id from plan_amendments;
alter table case_changes force row level security;
alter table existing_advice force row level security;
alter table plan_amendments force row level security;

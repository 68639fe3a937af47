create or replace view case_steps with (security_invoker = true) as
select
  r.authority_id, r.child_id, r.id as request_id, r.reference, r.received_on,
  case
    when w.request_id is not null or d.outcome = 'do not assess' or ad.outcome = 'do not issue' then 'closed'
    when d.outcome is null and r.file_opened_at is null then 'file to open'
    when d.outcome is null then 'decide whether to assess'
    when ad.outcome is null then 'assess'
    when final.plan_id is null then 'make the plan'
    else 'plan issued'
  end as step,
  -- SEND Regulations 2014, reg. 5(1): six weeks to decide; reg. 13(2): twenty to the final plan. A test holds these to the law's own clocks.
  case when d.outcome is null then r.received_on + 42 else r.received_on + 140 end as due_on,
  a.id as assessment_id, p.id as plan_id, final.sent_on as issued_on, ad.notified_on as issue_decided_on
from requests r
left join request_withdrawals w on w.authority_id = r.authority_id and w.request_id = r.id
left join request_decisions d on d.authority_id = r.authority_id and d.request_id = r.id
left join assessments a on a.authority_id = r.authority_id and a.request_id = r.id
left join assessment_decisions ad on ad.authority_id = a.authority_id and ad.assessment_id = a.id
left join plans p on p.authority_id = a.authority_id and p.assessment_id = a.id
left join plan_versions final on final.authority_id = p.authority_id and final.plan_id = p.id
  and final.kind = 'final' and final.number = 1;

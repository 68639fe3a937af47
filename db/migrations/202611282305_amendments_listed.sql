-- A case whose plan is being amended is open again from the day of the notice, and due when the law says the outcome is.
create or replace view case_steps with (security_invoker = true) as
select
  r.authority_id, r.child_id, r.id as request_id, r.reference, r.received_on,
  case
    when w.request_id is not null or d.outcome = 'do not assess' or ad.outcome = 'do not issue' then 'closed'
    when d.outcome is null and r.file_opened_at is null then 'file to open'
    when d.outcome is null then 'decide whether to assess'
    when ad.outcome is null then 'assess'
    when final.plan_id is null then 'make the plan'
    when noticed.sent_on is not null then 'amend the plan'
    else 'plan issued'
  end as step,
  -- SEND Regulations 2014, reg. 5(1): six weeks to decide; reg. 13(2): twenty to the final plan. A test holds these to the law's own clocks.
  -- Reg. 22(3) to (4): eight weeks from an amendment notice to the amended plan, or to notice of none.
  case when noticed.sent_on is not null then noticed.sent_on + 56 when d.outcome is null then r.received_on + 42 else r.received_on + 140 end as due_on,
  a.id as assessment_id, p.id as plan_id, final.sent_on as issued_on, ad.notified_on as issue_decided_on,
  d.notified_on as decided_on, worker.account_id as caseworker_id, worker.name as caseworker
from requests r
left join request_withdrawals w on w.authority_id = r.authority_id and w.request_id = r.id
left join request_decisions d on d.authority_id = r.authority_id and d.request_id = r.id
left join assessments a on a.authority_id = r.authority_id and a.request_id = r.id
left join assessment_decisions ad on ad.authority_id = a.authority_id and ad.assessment_id = a.id
left join plans p on p.authority_id = a.authority_id and p.assessment_id = a.id
left join plan_versions final on final.authority_id = p.authority_id and final.plan_id = p.id
  and final.kind = 'final' and final.number = 1
left join lateral (
  select (select min(v.sent_on) from plan_versions v where v.authority_id = a.authority_id and v.amendment_id = a.id) as sent_on
  from plan_amendments a
  where a.authority_id = p.authority_id and a.plan_id = p.id
    and not exists (select from plan_amendment_ends e where e.authority_id = a.authority_id and e.amendment_id = a.id)
    and not exists (select from plan_versions v where v.authority_id = a.authority_id and v.amendment_id = a.id and v.kind = 'final')
  order by a.number desc limit 1) noticed on final.plan_id is not null
left join case_allocations worker on worker.authority_id = r.authority_id and worker.child_id = r.child_id
  and worker.ended_at is null;

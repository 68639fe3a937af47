create view case_steps with (security_invoker = true) as
select
  r.authority_id, r.child_id, r.id as request_id, r.reference, r.received_on,
  case
    when w.request_id is not null or d.outcome = 'do not assess' or ad.outcome = 'do not issue' then 'closed'
    when d.outcome is null and r.file_opened_at is null then 'file to open'
    when d.outcome is null then 'decide whether to assess'
    when ad.outcome is null then 'assess'
    else 'make the plan'
  end as step,
  -- SEND Regulations 2014, reg. 5(1): six weeks to decide; reg. 13(2): twenty to the final plan. A test holds these to the law's own clocks.
  case when d.outcome is null then r.received_on + 42 else r.received_on + 140 end as due_on
from requests r
left join request_withdrawals w on w.authority_id = r.authority_id and w.request_id = r.id
left join request_decisions d on d.authority_id = r.authority_id and d.request_id = r.id
left join assessments a on a.authority_id = r.authority_id and a.request_id = r.id
left join assessment_decisions ad on ad.authority_id = a.authority_id and ad.assessment_id = a.id;
comment on view case_steps is 'Each request as a case: the step it has come to and when that is due, from facts alone. Without the child, so that counting thousands reads no names.';
grant select on case_steps to app;

create index children_by_family_name on children (authority_id, lower(family_name) text_pattern_ops);

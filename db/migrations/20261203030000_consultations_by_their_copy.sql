-- The 15 days of a setting begin when it has its copy of the draft; what it says once it is asked no longer answers nothing.
create or replace view consultations_measured with (security_invoker = true) as
select c.authority_id, c.id, c.copy_sent_on as sent_on, case when gone.on_day is null then given.answered_on end as answered_on,
  gone.on_day as ended_on
from consultations c
left join consultation_answers given on given.authority_id = c.authority_id and given.consultation_id = c.id
left join consultation_acts gone on gone.authority_id = c.authority_id and gone.consultation_id = c.id and gone.kind = 'withdrawn'
where c.copy_sent_on is not null;
comment on view consultations_measured is 'Each setting consulted, from the day it had its copy of the draft: when it answered, or when it was no longer asked. A published contract of plans.';

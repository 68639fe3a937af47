-- What experience comes to, for whoever counts it; and what a group is told apart by, as children publishes it.
create view experience_measured with (security_invoker = true) as
select i.authority_id, date_trunc('quarter', i.asked_on::timestamp)::date as quarter_on, i.stage, i.kind, 'answered' as question,
  count(*) filter (where r.how = 'answered') as agreed, count(*) as answered, count(*) filter (where r.how = 'answered' and r.written_down) as written_down
from experience_replies r
join experience_invitations i on i.authority_id = r.authority_id and i.id = r.invitation_id
group by 1, 2, 3, 4
union all
select authority_id, quarter_on, stage, kind, question, count(*) filter (where answer >= 4), count(*), 0
from experience_answers group by authority_id, quarter_on, stage, kind, question;
comment on view experience_measured is 'Counts by the quarter people were asked in: of the question ''answered'', how many answered of those whose invitation has ended; of each statement, how many agreed of those who gave an answer to it. A published contract of experience: the dashboards read it.';
grant select on experience_measured to app;

create view languages_measured with (security_invoker = true) as
select distinct on (authority_id, child_id) authority_id, child_id, first_language
from children_particulars order by authority_id, child_id, version desc;
comment on view languages_measured is 'The first language of each record as it was last recorded. A published contract of children: experience reads it, to see whom it does not hear.';

create view care_measured with (security_invoker = true) as
select f.authority_id, coalesce(c.joined_to, f.child_id) as child_id, f.from_on, f.until_on
from children_circumstances f
join children c on c.authority_id = f.authority_id and c.id = f.child_id
where f.kind = 'looked after' and not f.struck and not exists (select from children_circumstances later
  where later.authority_id = f.authority_id and later.corrects = f.id);
comment on view care_measured is 'When each child was looked after, from one day to another. A published contract of children.';
grant select on languages_measured, care_measured to app;

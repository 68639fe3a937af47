-- A setting is consulted on the day it is asked for, whatever the state of its copy of the plan: where words withheld from it were
-- nowhere in that version, the copy alone waits. It is told at once that it is consulted; its 15 days begin when the copy goes.
alter table consultations add column copy_sent_on date check (copy_sent_on >= sent_on);
alter table consultations no force row level security;
update consultations set copy_sent_on = sent_on;
alter table consultations force row level security;
alter table consultations alter column due_on drop not null;
alter table consultations add check ((due_on is null) = (copy_sent_on is null));
comment on column consultations.sent_on is 'The day it was asked, and told so: it is consulted from then on.';
comment on column consultations.copy_sent_on is 'The day the copy of the draft went to it; null while that waits, when it may read nothing of the plan.';
comment on column consultations.due_on is 'The day its answer is asked for by: 15 days from the copy of the draft (Code 9.83), or the later one it was last given; null until the copy goes.';
comment on column consultations.version_id is 'The draft it was sent, by which its answer is to be read; until its copy goes, the one the family had when it was asked. A later draft is another consultation.';

-- What is sent is the authority's alone to say: no other lens may let a copy out.
grant update (copy_sent_on, version_id) on consultations to app_authority;
alter policy authority_goes_on on consultations
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int)
    and (answered_on is null or copy_sent_on is null));

-- An organisation reads the draft it was sent, and not one it is only asked about.
alter policy organisation on plan_versions
  using ((select nullif(current_setting('opensend.organisation', true), '')::uuid) is not null and (
    exists (
      select 1 from consultations asked
      where asked.authority_id = plan_versions.authority_id and asked.version_id = plan_versions.id
        and asked.copy_sent_on is not null
        and asked.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid))
    or exists (
      select 1 from plan_recipients sent
      where sent.authority_id = plan_versions.authority_id and sent.version_id = plan_versions.id
        and sent.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid))));
alter policy organisation on plan_version_copies
  using ((select nullif(current_setting('opensend.organisation', true), '')::uuid) is not null and (
    (reader = 'settings consulted' and exists (
      select from consultations asked
      where asked.authority_id = plan_version_copies.authority_id and asked.version_id = plan_version_copies.version_id
        and asked.copy_sent_on is not null
        and asked.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)))
    or exists (
      select from plan_recipients sent
      where sent.authority_id = plan_version_copies.authority_id and sent.version_id = plan_version_copies.version_id
        and sent.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
        and case sent.kind when 'setting' then 'settings named' else sent.kind end = plan_version_copies.reader)));

-- The reports a copy cites, by the names it shows them by: a name may say what is withheld.
alter table plan_version_copies add column citations jsonb;
comment on column plan_version_copies.citations is 'The reports it cites as it names them, without what is withheld; null of a copy that says all, or was made before they were kept.';
alter policy organisation on plan_version_citations
  using ((select nullif(current_setting('opensend.organisation', true), '')::uuid) is not null and (
    exists (select from plan_versions v
      where v.authority_id = plan_version_citations.authority_id and v.id = plan_version_citations.version_id)
    or exists (select from plan_version_copies c
      where c.authority_id = plan_version_citations.authority_id and c.version_id = plan_version_citations.version_id
        and c.citations is null
        and not exists (select from plan_version_copies later
          where later.authority_id = c.authority_id and later.version_id = c.version_id and later.reader = c.reader
            and later.recorded_at > c.recorded_at))));

-- Whole passages left out, so that a copy can go at once: parts of the plan, and statements by their identity.
alter table plan_withholdings add column left_out text[] check (cardinality(left_out) between 1 and 400);
alter table plan_withholdings drop constraint plan_withholdings_check;
alter table plan_withholdings add constraint plan_withholdings_check check (num_nonnulls(row_id, words, left_out) = 1);
comment on column plan_withholdings.left_out is 'Parts of the plan, and statements by their identity, left out whole so that a copy that was held could go at once.';

-- A setting waits for its copy, or (held before consultations were opened whatever its state) to be asked.
create or replace view plan_sendings_waiting with (security_invoker = true) as
select distinct on (held.authority_id, held.plan_id, held.reader, held.organisation_id) held.*, version.kind, version.number
from plan_sendings_held held
join plan_versions version on version.authority_id = held.authority_id and version.id = held.version_id
where case held.reader
    when 'settings consulted' then not exists (select from plan_versions final where final.authority_id = held.authority_id
        and final.plan_id = held.plan_id and final.kind = 'final' and final.amendment_id is not distinct from version.amendment_id)
      and not exists (select from plan_amendment_ends ended where ended.authority_id = held.authority_id
        and ended.amendment_id = version.amendment_id)
      and (exists (select from consultations asked
          where asked.authority_id = held.authority_id and asked.plan_id = held.plan_id and asked.setting_id = held.setting_id
            and asked.copy_sent_on is null
            and not exists (select from consultation_acts ended where ended.authority_id = asked.authority_id
              and ended.consultation_id = asked.id and ended.kind = 'withdrawn'))
        or not exists (select from consultations asked
          join plan_versions about on about.authority_id = asked.authority_id and about.id = asked.version_id
          where asked.authority_id = held.authority_id and asked.plan_id = held.plan_id and asked.setting_id = held.setting_id
            and about.number >= version.number))
    else not exists (select from plan_versions later where later.authority_id = held.authority_id
        and later.plan_id = held.plan_id and later.kind = 'final' and later.number > version.number)
      and not exists (select from plan_recipients sent where sent.authority_id = held.authority_id
      and sent.version_id = held.version_id and sent.organisation_id = held.organisation_id
      and sent.kind = case held.reader when 'settings named' then 'setting' else held.reader end)
    end
order by held.authority_id, held.plan_id, held.reader, held.organisation_id, held.recorded_at desc;
comment on view plan_sendings_waiting is 'Each organisation whose copy of a version is held from it still: not sent since, and no final plan or end of the amendment since. The latest time it was held.';
comment on table plan_sendings_held is 'An organisation whose copy of a draft, or of a final plan, was held, because words withheld from it were nowhere in that version. That it was sent since is in consultations and plan_recipients. Added, never altered.';

-- Nobody waits for a setting's answer while its copy waits here: that is the team's own to do.
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
  case party when 'author' then before.author_name else 'The family' end, null, before.proposed_on, null, null
from existing_advice before
join assessments a on a.authority_id = before.authority_id and a.id = before.assessment_id
cross join unnest('{author,family}'::text[]) party
where not exists (select from existing_advice_agreements said where said.authority_id = before.authority_id
    and said.existing_advice_id = before.id and (said.party = party or not said.satisfied))
  and not exists (select from assessment_decisions decided where decided.authority_id = a.authority_id
    and decided.assessment_id = a.id)
union all
select
  a.authority_id, a.request_id, c.child_id, c.id, 'setting’s answer', null, setting.name, null, c.copy_sent_on, c.due_on, null
from consultations c
join plans p on p.authority_id = c.authority_id and p.id = c.plan_id
join assessments a on a.authority_id = p.authority_id and a.id = p.assessment_id
join settings setting on setting.id = c.setting_id
where c.answered_on is null and c.copy_sent_on is not null
  and not exists (select from plan_versions final where final.authority_id = p.authority_id
    and final.plan_id = p.id and final.kind = 'final')
union all
select
  a.authority_id, a.request_id, v.child_id, v.id, 'family’s comments', null, 'The family', null, v.served_on, v.last_day_for_views, null
from plan_versions v
join plans p on p.authority_id = v.authority_id and p.id = v.plan_id
join assessments a on a.authority_id = p.authority_id and a.id = p.assessment_id
where v.kind = 'draft'
  and not exists (select from plan_versions later where later.authority_id = v.authority_id and later.plan_id = v.plan_id
    and (later.kind = 'final' or later.number > v.number))
  and not exists (select from plan_acts act where act.authority_id = v.authority_id and act.plan_id = v.plan_id
    and act.kind in ('finished', 'new draft begun') and act.recorded_at > v.recorded_at);

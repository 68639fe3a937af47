-- How a stage went, as those say who were part of it. That somebody was asked, and what was answered, are kept apart: no row of
-- an answer has a child, a person, an organisation, a question sheet or a moment.

-- Whose advice and whose answer a row of what is measured is, so that they can be asked.
create view advice_asked with (security_invoker = true) as
select authority_id, id as advice_request_id, child_id, organisation_id from advice_requests;
comment on view advice_asked is 'Of whom each piece of advice was asked, and about which child, beside advice_measured. A published contract of assessments.';

create view consultations_asked with (security_invoker = true) as
select authority_id, id, child_id, organisation_id from consultations;
comment on view consultations_asked is 'Who acts for each setting consulted, and about which child, beside consultations_measured. A published contract of plans.';
grant select on advice_asked, consultations_asked to app;

create view experience_stages with (security_invoker = true) as
select r.authority_id, 'deciding' as stage, r.request_id as subject_id, r.child_id, null::uuid as organisation_id, r.notified_on as ended_on
from requests_measured r where r.notified_on is not null and r.ended_how is distinct from 'referred'
union all
select a.authority_id, 'assessing', a.assessment_id, a.child_id, null, a.notified_on
from assessments_measured a where a.notified_on is not null
union all
select p.authority_id, 'planning', p.plan_id, p.child_id, null, p.issued_on
from plans_measured p where p.request_id is not null and p.is_first
union all
-- Six weeks at the main place, where the authority arranges it; a place that ended before is not asked about.
select s.authority_id, 'placing', s.id, s.child_id, null, s.from_on + 42
from placement_spells s where s.rank = 1 and s.kind in ('setting', 'package', 'otherwise than in a school')
  and (s.until_on is null or s.until_on >= s.from_on + 42)
union all
select q.authority_id, 'advising', q.advice_request_id, coalesce(c.joined_to, q.child_id), q.organisation_id, m.returned_on
from advice_measured m join advice_asked q on q.authority_id = m.authority_id and q.advice_request_id = m.advice_request_id
join children c on c.authority_id = q.authority_id and c.id = q.child_id
where q.organisation_id is not null and m.returned_on is not null
union all
select k.authority_id, 'consulting', k.id, coalesce(c.joined_to, k.child_id), k.organisation_id, m.answered_on
from consultations_measured m join consultations_asked k on k.authority_id = m.authority_id and k.id = m.id
join children c on c.authority_id = k.authority_id and c.id = k.child_id
where k.organisation_id is not null and m.answered_on is not null;
comment on view experience_stages is 'Each stage that somebody can be asked about, from the day it ended: of the views that the capabilities whose stages they are publish, and of no table. A place''s is six weeks after it began.';
grant select on experience_stages to app;

create table experience_invitations (
  authority_id integer not null references authorities (code),
  id uuid not null,
  child_id uuid not null,
  contact_id uuid,
  organisation_id uuid references organisations (id),
  stage text not null check (stage in ('deciding', 'assessing', 'planning', 'placing', 'advising', 'consulting')),
  kind text not null check (kind in ('family', 'young person', 'school', 'professional')),
  subject_id uuid not null,
  ended_on date not null,
  asked_on date not null check (asked_on >= ended_on),
  closes_on date not null check (closes_on > asked_on),
  letter_id uuid,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, contact_id) references children_contacts (authority_id, id),
  foreign key (authority_id, letter_id) references letters (authority_id, id),
  check (num_nonnulls(contact_id, organisation_id) = 1),
  check ((contact_id is not null) = (kind in ('family', 'young person'))),
  check (letter_id is null or contact_id is not null)
);
create unique index experience_invitations_once on experience_invitations (authority_id, stage, subject_id, coalesce(contact_id, organisation_id));
create index experience_invitations_of_child on experience_invitations (authority_id, child_id);
create index experience_invitations_of_contact on experience_invitations (authority_id, contact_id) where contact_id is not null;
create index experience_invitations_of_organisation on experience_invitations (organisation_id) where organisation_id is not null;
create index experience_invitations_closing on experience_invitations (authority_id, closes_on);
comment on table experience_invitations is 'That somebody was asked how a stage went: each person on the file, or an organisation, once a stage. Never altered. What was answered is nowhere beside it.';
comment on column experience_invitations.subject_id is 'What ended the stage: the request, the assessment, the plan, the placement, the advice asked for, the consultation.';
comment on column experience_invitations.letter_id is 'The message that asked; null where it stands on their page or in their inbox alone.';

create table experience_replies (
  authority_id integer not null,
  invitation_id uuid not null,
  how text not null check (how in ('answered', 'declined', 'closed')),
  written_down boolean not null default false,
  primary key (authority_id, invitation_id),
  foreign key (authority_id, invitation_id) references experience_invitations (authority_id, id),
  check (not written_down or how <> 'closed')
);
comment on table experience_replies is 'How an invitation ended, once: answered, declined, or closed with neither. No day, so that it tells nothing of which answers are whose. Whoever signs in as staff cannot read it: the service alone counts it.';
comment on column experience_replies.written_down is 'Staff typed in what was said by telephone or on paper.';

create table experience_answers (
  authority_id integer not null references authorities (code),
  id uuid not null default gen_random_uuid(),
  stage text not null check (stage in ('deciding', 'assessing', 'planning', 'placing', 'advising', 'consulting')),
  kind text not null check (kind in ('family', 'young person', 'school', 'professional')),
  quarter_on date not null check (extract(day from quarter_on) = 1 and extract(month from quarter_on) in (1, 4, 7, 10)),
  question text not null check (length(question) between 1 and 40),
  answer smallint not null check (answer between 1 and 5),
  primary key (authority_id, id)
);
create index experience_answers_by_quarter on experience_answers (authority_id, quarter_on, kind, question);
comment on table experience_answers is 'One answer to one question of a survey: no child, no person, no organisation, no sheet and no moment. Whoever signs in as staff cannot read it: the service alone counts it.';
comment on column experience_answers.id is 'At random, and nowhere else.';
comment on column experience_answers.quarter_on is 'The first day of the quarter they were asked in.';
comment on column experience_answers.answer is 'From 5, agrees a lot, to 1, disagrees a lot. Whoever would rather not say, or to whom it does not apply, has no row.';

create table experience_words (
  authority_id integer not null references authorities (code),
  id uuid not null default gen_random_uuid(),
  stage text not null check (stage in ('deciding', 'assessing', 'planning', 'placing', 'advising', 'consulting')),
  kind text not null check (kind in ('family', 'young person', 'school', 'professional')),
  quarter_on date not null check (extract(day from quarter_on) = 1 and extract(month from quarter_on) in (1, 4, 7, 10)),
  words text not null check (length(words) between 1 and 2000),
  primary key (authority_id, id)
);
create index experience_words_by_quarter on experience_words (authority_id, quarter_on, kind);
comment on table experience_words is 'What somebody wrote beside their answers and agreed that a manager may read: kept apart as the answers are.';

create table experience_choices (
  authority_id integer not null references authorities (code),
  id uuid not null,
  child_id uuid,
  contact_id uuid,
  organisation_id uuid references organisations (id),
  asks boolean not null,
  said_by text not null check (length(said_by) between 1 and 200),
  said_how text not null check (said_how in ('online', 'telephone', 'letter', 'email', 'in person')),
  said_on date not null,
  recorded_by text check (length(recorded_by) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, contact_id) references children_contacts (authority_id, id),
  check (num_nonnulls(contact_id, organisation_id) = 1),
  check ((child_id is null) = (contact_id is null)),
  check ((said_how = 'online') = (recorded_by is null))
);
create index experience_choices_of_child on experience_choices (authority_id, child_id, contact_id, recorded_at desc) where child_id is not null;
create index experience_choices_of_contact on experience_choices (authority_id, contact_id) where contact_id is not null;
create index experience_choices_of_organisation on experience_choices (organisation_id) where organisation_id is not null;
comment on table experience_choices is 'Whether somebody on a file, or an organisation, wants to be asked how things went; the last said holds, and whoever has said nothing is asked.';
comment on column experience_choices.recorded_by is 'Who at the authority wrote down what was said; null where they said it here.';

do $$
declare t text;
begin
  foreach t in array array['experience_invitations', 'experience_replies', 'experience_answers', 'experience_words', 'experience_choices'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to app', t);
  end loop;
  foreach t in array array['experience_invitations', 'experience_choices'] loop
    execute format($p$create policy authority on %I to app_authority
      using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int))$p$, t);
    execute format($p$create policy family on %I for select to app_family
      using (contact_id = any ((select nullif(current_setting('opensend.contacts', true), '')::uuid[])::uuid[])
        and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
        and child_id <> all (coalesce((select nullif(current_setting('opensend.invited', true), '')::uuid[]), '{}')))$p$, t);
    execute format($p$create policy organisation on %I for select to app_organisation
      using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid))$p$, t);
  end loop;
  -- Somebody who signs in acts in their own name; the service, counting or keeping an answer, acts in nobody's.
  foreach t in array array['experience_replies', 'experience_answers', 'experience_words'] loop
    execute format($p$create policy authority_unseen_by_staff on %I to app_authority
      using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int)
        and (select nullif(current_setting('opensend.actor', true), '')) is null)$p$, t);
  end loop;
end $$;
create policy family on experience_replies for select to app_family
  using (exists (select from experience_invitations i where i.authority_id = experience_replies.authority_id and i.id = experience_replies.invitation_id));
create policy organisation on experience_replies for select to app_organisation
  using (exists (select from experience_invitations i where i.authority_id = experience_replies.authority_id and i.id = experience_replies.invitation_id));

-- What an organisation is asked joins what is put before it: without a day the law gives, so below all that has one.
do $$
declare
  before text := pg_get_viewdef('inbox_items'::regclass);
  asked text := $v$
  union all
  select i.authority_id, i.organisation_id, 'experience', i.id, i.child_id, i.stage, i.asked_on, null, null, false, null, null
  from experience_invitations i where i.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and not exists (select from experience_replies r where r.authority_id = i.authority_id and r.invitation_id = i.id)
  $v$;
  joined text := regexp_replace(before, '\) item\s+JOIN authorities', asked || ') item JOIN authorities');
begin
  if joined = before then raise exception 'inbox_items is not as it was'; end if;
  execute 'create or replace view inbox_items with (security_invoker = true) as ' || joined;
end $$;

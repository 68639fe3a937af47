-- What a setting answered is between it and the authority until the authority discloses it: a policy hides rows, not
-- columns, so the answer's own words stand in a table the family's lens has no policy on. That a setting was asked and
-- answered, and when, stays where the family reads it.
create table consultation_answers (
  authority_id integer not null,
  consultation_id uuid not null,
  organisation_id uuid not null references organisations (id),
  answered_by text not null check (length(answered_by) between 1 and 200),
  answer jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, consultation_id),
  foreign key (authority_id, consultation_id) references consultations (authority_id, id)
);
comment on table consultation_answers is 'What a setting answered to a consultation, and who for it: once, never altered. Not in the family''s lens: disclosing it is the authority''s decision.';

-- Forced row-level security would hide every row from an owner who is no superuser, and lose what is moved here.
alter table consultations no force row level security;
insert into consultation_answers (authority_id, consultation_id, organisation_id, answered_by, answer)
select authority_id, id, organisation_id, coalesce(nullif(answered_by, ''), 'Not recorded'), answer
from consultations where answer is not null;
alter table consultations force row level security;
-- The family reads what happened, too: that it was answered, and not what.
alter table events no force row level security;
update events set data = data - 'canMeetNeeds' where kind = 'consultation answered';
alter table events force row level security;

drop policy authority_asks on consultations;
drop policy organisation_answers on consultations;
alter table consultations drop column answer, drop column answered_by;
comment on column consultations.answered_on is 'The day it was answered; what was said is in consultation_answers.';
create policy authority_asks on consultations for insert to app
  with check (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int) and answered_on is null);
-- Answered once: after that no row is there to change.
create policy organisation_answers on consultations for update to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid) and answered_on is null)
  with check (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));

alter table consultation_answers enable row level security;
alter table consultation_answers force row level security;
create policy authority on consultation_answers for select to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy organisation on consultation_answers for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy organisation_answers on consultation_answers for insert to app
  with check (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select 1 from consultations asked
      where asked.authority_id = consultation_answers.authority_id and asked.id = consultation_answers.consultation_id
        and asked.organisation_id = consultation_answers.organisation_id));
grant select, insert on consultation_answers to app;

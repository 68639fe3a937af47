-- What the authority sends back to an author about one line of signed advice. Signed advice is never altered: the answer
-- is a correction, and the question stays beside what it was about.
create table advice_questions (
  authority_id integer not null,
  id uuid not null,
  advice_request_id uuid not null,
  child_id uuid not null,
  organisation_id uuid not null references organisations (id),
  advice_id uuid not null,
  row_id uuid,
  question text not null check (length(question) between 1 and 2000),
  asked_on date not null,
  asked_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, advice_request_id) references advice_requests (authority_id, id),
  foreign key (authority_id, advice_id) references advice (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index advice_questions_of_request on advice_questions (authority_id, advice_request_id);
comment on table advice_questions is 'A question sent back to the author of signed advice. Answered by the first correction signed after it: that is worked out, not stored.';
comment on column advice_questions.advice_id is 'The advice as it was signed when the question was asked.';
comment on column advice_questions.row_id is 'The line of that advice it is about; null for the advice as a whole.';
comment on column advice_questions.organisation_id is 'Whose advice it is, and so who is asked.';
alter table advice_questions enable row level security;
alter table advice_questions force row level security;
create policy authority on advice_questions to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on advice_questions for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy organisation on advice_questions for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select 1 from advice_requests asked
      where asked.authority_id = advice_questions.authority_id and asked.id = advice_questions.advice_request_id));
grant select, insert on advice_questions to app;

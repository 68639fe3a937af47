-- A lawful exception may be to the authority's own time limits or to that of one piece of advice, and may turn out to be none.
alter table request_exceptions
  add column advice_request_id uuid,
  add column organisation_id uuid references organisations (id),
  add column advice_asked_on date,
  add column withdrawn_on date,
  add column withdrawn_reason text check (length(withdrawn_reason) between 1 and 2000),
  add column withdrawn_by text,
  add foreign key (authority_id, advice_request_id) references advice_requests (authority_id, id),
  add check (organisation_id is null or advice_request_id is not null),
  add check ((withdrawn_on is null) = (withdrawn_reason is null) and (withdrawn_on is null) = (withdrawn_by is null)),
  drop constraint request_exceptions_ground_check,
  add constraint request_exceptions_ground_check check (
    ground in ('exceptional personal circumstances', 'absent from the area')
    or advice_request_id is null and ground in ('school closed', 'early years provider closed')
    or advice_request_id is not null and ground = 'appointment missed'),
  add check (ground not in ('school closed', 'early years provider closed') or advice_asked_on is not null and until_on is not null);
comment on table request_exceptions is 'A lawful exception that made a time limit impractical, with its dates and evidence: to the authority''s own limits (SEND Regulations 2014, regs 5(4), 10(4), 13(3)), or to that of one piece of advice (reg. 8(2)).';
comment on column request_exceptions.advice_request_id is 'The request for advice it is about; null for the authority''s own time limits.';
comment on column request_exceptions.organisation_id is 'Who was asked for that advice, and so may read this.';
comment on column request_exceptions.advice_asked_on is 'For a closure: the day advice was asked of the head, principal or person responsible for special educational needs.';
comment on column request_exceptions.withdrawn_on is 'When it was found to be no exception: it excuses nothing from then on, and stays on the file.';
create index request_exceptions_of_request on request_exceptions (authority_id, request_id);
create policy organisation on request_exceptions for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));

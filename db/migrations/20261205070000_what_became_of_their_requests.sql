-- An organisation that asked for an assessment sees what became of it: that it was decided, which way and when it was notified
-- (SEND Regulations 2014, reg. 5(2) with reg. 4(2)), and that it ended; not the evidence, the reasons, or who said why. Of a
-- child it only brought to attention the authority tells the family, and the organisation no more than that it was received.
create policy organisation on request_decisions for select to app_organisation
  using (exists (select from requests asked where asked.authority_id = request_decisions.authority_id
    and asked.id = request_decisions.request_id and asked.source = 'school'
    and asked.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)));
create policy organisation on request_withdrawals for select to app_organisation
  using (exists (select from requests asked where asked.authority_id = request_withdrawals.authority_id
    and asked.id = request_withdrawals.request_id and asked.source = 'school'
    and asked.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)));
revoke select on request_decisions, request_withdrawals from app;
grant select on request_decisions, request_withdrawals to app_authority, app_family, app_visitor;
grant select (authority_id, request_id, outcome, notified_on) on request_decisions to app_organisation;
grant select (authority_id, request_id, withdrawn_on) on request_withdrawals to app_organisation;
create index requests_of_organisation on requests (organisation_id, received_on desc) where organisation_id is not null;

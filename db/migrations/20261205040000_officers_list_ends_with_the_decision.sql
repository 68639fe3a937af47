-- Advice that was never given is waited for no longer once the authority has decided whether to issue a plan: a designated clinical
-- officer's list ends there as the reminders do. The role reads of a decision that there is one, and of which assessment: not of
-- whom, what or when. It may ask of any, since what is before its own body comes from every authority.
create policy clinical_officer on assessment_decisions for select to clinical_officer using (true);
grant select (authority_id, assessment_id) on assessment_decisions to clinical_officer;
grant select (assessment_id) on advice_requests to clinical_officer;

alter policy clinical_officer on advice_requests
  using (withdrawn_on is null and not already_provided
    and (organisation_id = (select nullif(current_setting('opensend.officer_at', true), '')::uuid)
      or authority_id = any ((select nullif(current_setting('opensend.officer_of', true), '')::int[])::int[])
        and (paragraph = 'c' or exists (select from organisations asked where asked.id = organisation_id and asked.kind = 'health')))
    and not exists (select from advice given where given.authority_id = advice_requests.authority_id
      and given.advice_request_id = advice_requests.id and given.number = 1 and given.returned_on is not null)
    and not exists (select from advice_refusals refused where refused.authority_id = advice_requests.authority_id
      and refused.advice_request_id = advice_requests.id)
    and not exists (select from assessment_decisions decided where decided.authority_id = advice_requests.authority_id
      and decided.assessment_id = advice_requests.assessment_id));

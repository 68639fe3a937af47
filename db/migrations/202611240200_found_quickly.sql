-- What every page asks for by one column finds it without reading the authority's every row.
create index children_joined on children (authority_id, joined_to) where joined_to is not null;
create index staff_roles_of_account on staff_roles (account_id);
create index organisation_members_of_account on organisation_members (account_id);
create index advice_requests_of_child on advice_requests (authority_id, child_id);
create index consultations_of_plan on consultations (authority_id, plan_id);
create index plan_versions_of_child on plan_versions (authority_id, child_id);
create index plan_recipients_of_child on plan_recipients (authority_id, child_id);
create index request_decisions_of_child on request_decisions (authority_id, child_id);
create index assessment_decisions_of_child on assessment_decisions (authority_id, child_id);

-- A family's own cases, as they are kept: it may read their columns that say no more than the facts it sees, and whether anything
-- has happened to a child since. What a case waits for of others, and who acted, stay with the authority's own staff. See decision 5.
create policy family on case_rows for select to app_family
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy family_asks on case_changes for select to app_family
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
revoke select on case_rows, case_changes from app;
grant select on case_rows, case_changes to app_authority;
grant select (child_id) on case_changes to app_family;
grant select (authority_id, request_id, child_id, reference, received_on, step, due_on, assessment_id, plan_id, issued_on,
  issue_decided_on, decided_on, caseworker_id, caseworker) on case_rows to app_family;

-- A family asks by the child alone.
drop index case_rows_of_child;
create index case_rows_of_child on case_rows (child_id);
drop index case_changes_of_child;
create index case_changes_of_child on case_changes (child_id);

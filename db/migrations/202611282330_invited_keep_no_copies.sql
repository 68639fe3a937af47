-- Whoever was invited to a file reads it, and keeps no words there in the family's name.
create policy invited_reads_only on plan_working_copies as restrictive for insert to app_family
  with check (child_id <> all (coalesce((select nullif(current_setting('opensend.invited', true), '')::uuid[]), '{}'::uuid[])));
create policy invited_changes_nothing on plan_working_copies as restrictive for update to app_family
  using (child_id <> all (coalesce((select nullif(current_setting('opensend.invited', true), '')::uuid[]), '{}'::uuid[])));

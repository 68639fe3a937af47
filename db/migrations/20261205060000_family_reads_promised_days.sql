-- A family is told that whoever was asked for advice has said when it will be ready, and reads the day beside the law's own.
create policy family on advice_promises for select to app_family
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));

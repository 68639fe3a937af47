-- A family reads who covers for their caseworker while it lasts and no more: neither leave that is over nor leave still planned.
drop policy family on leave_cover;
create policy family on leave_cover for select to app_family
  using (ended_at is null
    and (select (now() at time zone 'Europe/London')::date) between from_on and until_on
    and exists (select from case_allocations held where held.authority_id = leave_cover.authority_id
      and held.account_id = leave_cover.away_id and held.ended_at is null
      and held.child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])));

-- A family is told who looks after their case while whoever has it is away, and until when. Of why nobody keeps anything.
alter table leave_cover add column cover_name text check (length(cover_name) between 1 and 200), add column told_at timestamptz;
alter table leave_cover no force row level security;
alter table staff_roles no force row level security;
update leave_cover c set cover_name = coalesce((select max(name) from staff_roles s
  where s.authority_id = c.authority_id and s.account_id = c.cover_id), 'Somebody who has left');
alter table leave_cover force row level security;
alter table staff_roles force row level security;
alter table leave_cover alter column cover_name set not null;
comment on column leave_cover.cover_name is 'The name of whoever covers, as it was when they were asked to.';
comment on column leave_cover.told_at is 'When the families whose cases these are were written to about it; null while they have not been, and where it is too short for that.';
create index leave_cover_of on leave_cover (authority_id, away_id) where ended_at is null;

-- A family reads of whoever has their case now, and no more than their page says.
create policy family on leave_cover for select to app_family
  using (ended_at is null and exists (select from case_allocations held where held.authority_id = leave_cover.authority_id
    and held.account_id = leave_cover.away_id and held.ended_at is null
    and held.child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])));
revoke select on leave_cover from app;
grant select on leave_cover to app_authority;
grant select (authority_id, away_id, cover_name, from_on, until_on, ended_at) on leave_cover to app_family;

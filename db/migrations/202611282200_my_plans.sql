-- The child's own plan, beside the one the authority makes: what is in it said in the child's words, and confirmed by the child.
create table my_plans (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  number integer not null check (number >= 1),
  good text not null check (length(good) <= 2000),
  hard text not null check (length(hard) <= 2000),
  helps text not null check (length(helps) <= 2000),
  hopes text not null check (length(hopes) <= 2000),
  more text not null check (length(more) <= 2000),
  how_made text not null check (length(how_made) between 1 and 2000),
  helped_by text not null check (length(helped_by) <= 200),
  made_on date not null,
  written_by text not null check (length(written_by) between 1 and 200),
  said_by text not null check (said_by in ('family', 'authority')),
  confirmed_on date,
  confirmed_how text check (length(confirmed_how) between 1 and 2000),
  confirmed_helped_by text check (length(confirmed_helped_by) <= 200),
  confirmed_by text check (length(confirmed_by) between 1 and 200),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, plan_id, number),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (length(good) + length(hard) + length(helps) + length(hopes) + length(more) > 0),
  check (num_nonnulls(confirmed_on, confirmed_how, confirmed_helped_by, confirmed_by) in (0, 4)),
  check (confirmed_on >= made_on)
);
create index my_plans_of_child on my_plans (authority_id, child_id);
comment on table my_plans is 'The child''s own plan in the child''s own words, kept beside the EHC plan and never part of it. Each writing is a version of its own, never altered; that the child confirmed it is added once.';
comment on column my_plans.good is 'What the child says is good, in their own words, as are the four columns after it.';
comment on column my_plans.helped_by is 'Who helped the child write it; empty where nobody did.';
comment on column my_plans.written_by is 'Whoever typed it: the child, or somebody for them.';
comment on column my_plans.confirmed_on is 'The day the child said that it is what they mean; null until they have, and until then no organisation reads it.';
alter table my_plans enable row level security;
alter table my_plans force row level security;
create policy authority on my_plans to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on my_plans for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy family_writes on my_plans for insert to app
  with check (said_by = 'family' and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy family_confirms on my_plans for update to app
  using (confirmed_on is null and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]))
  with check (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
-- Nobody who was invited writes or confirms for the child.
create policy invited_reads_only on my_plans as restrictive for insert to app
  with check (child_id <> all (coalesce((select nullif(current_setting('opensend.invited', true), '')::uuid[]), '{}')));
create policy invited_changes_nothing on my_plans as restrictive for update to app
  using (child_id <> all (coalesce((select nullif(current_setting('opensend.invited', true), '')::uuid[]), '{}')));
-- Whoever was sent the final plan reads beside it what the child confirmed.
create policy organisation on my_plans for select to app
  using ((select nullif(current_setting('opensend.organisation', true), '')) is not null and confirmed_on is not null
    and exists (select from plan_versions v
      where v.authority_id = my_plans.authority_id and v.plan_id = my_plans.plan_id and v.kind = 'final'));
grant select, insert on my_plans to app;
grant update (confirmed_on, confirmed_how, confirmed_helped_by, confirmed_by) on my_plans to app;

-- What an organisation was to be sent and was not, because words withheld from it were nowhere in the version as they were
-- marked; and how that was put right. The family's own paper waits for none of it.

create table plan_withholding_mends (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  withholding_id uuid not null,
  as_withholding_id uuid,
  version_id uuid,
  reason text check (length(reason) between 1 and 2000),
  mended_on date not null,
  mended_by uuid not null,
  mended_by_name text not null check (length(mended_by_name) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, plan_id, withholding_id) references plan_withholdings (authority_id, plan_id, id),
  foreign key (authority_id, plan_id, as_withholding_id) references plan_withholdings (authority_id, plan_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, version_id) references plan_versions (authority_id, id),
  check (num_nonnulls(as_withholding_id, version_id) = 1),
  check ((reason is null) = (version_id is null)),
  check (as_withholding_id <> withholding_id)
);
create index plan_withholding_mends_of_plan on plan_withholding_mends (authority_id, plan_id);
create index plan_withholding_mends_of_child on plan_withholding_mends (authority_id, child_id);
comment on table plan_withholding_mends is 'Words to be withheld that a version no longer said as they were marked: marked again as it says them, or found by somebody to be said in it in no way. Added, never altered.';
comment on column plan_withholding_mends.as_withholding_id is 'The rule that withholds the same in other words; the first goes on keeping them from whoever has an earlier version.';
comment on column plan_withholding_mends.version_id is 'The version that says it in no way, as somebody read it, with why in reason.';

create table plan_sendings_held (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  version_id uuid not null,
  reader text not null check (reader in ('settings consulted', 'settings named', 'commissioning body')),
  organisation_id uuid not null references organisations (id),
  setting_id uuid references settings (id),
  name text not null check (length(name) between 1 and 300),
  reason text not null check (length(reason) between 1 and 300),
  held_on date not null,
  chosen_by text not null check (length(chosen_by) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  unique (authority_id, version_id, reader, organisation_id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, version_id) references plan_versions (authority_id, id),
  check ((setting_id is null) = (reader = 'commissioning body'))
);
create index plan_sendings_held_of_plan on plan_sendings_held (authority_id, plan_id);
create index plan_sendings_held_of_child on plan_sendings_held (authority_id, child_id);
comment on table plan_sendings_held is 'An organisation that was to be asked about a draft, or sent a final plan, and was not, because words withheld from it were nowhere in that version. That it was sent since is in consultations and plan_recipients. Added, never altered.';
comment on column plan_sendings_held.reason is 'Why it is asked, or sent the plan.';
comment on column plan_sendings_held.chosen_by is 'Who of the staff was sending it.';

alter table plan_withholding_mends enable row level security;
alter table plan_withholding_mends force row level security;
create policy authority on plan_withholding_mends to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on plan_withholding_mends to app;

alter table plan_sendings_held enable row level security;
alter table plan_sendings_held force row level security;
create policy authority on plan_sendings_held to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
-- The family is told that a setting has not been asked yet.
create policy family on plan_sendings_held for select to app_family
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
grant select, insert on plan_sendings_held to app;

-- What still waits: not sent since, and the plan has not gone past it. A setting held about one draft is asked about the next.
create view plan_sendings_waiting with (security_invoker = true) as
select distinct on (held.authority_id, held.plan_id, held.reader, held.organisation_id) held.*, version.kind, version.number
from plan_sendings_held held
join plan_versions version on version.authority_id = held.authority_id and version.id = held.version_id
where case held.reader
    when 'settings consulted' then not exists (select from plan_versions final where final.authority_id = held.authority_id
        and final.plan_id = held.plan_id and final.kind = 'final' and final.amendment_id is not distinct from version.amendment_id)
      and not exists (select from plan_amendment_ends ended where ended.authority_id = held.authority_id
        and ended.amendment_id = version.amendment_id)
      and not exists (select from consultations asked
        join plan_versions about on about.authority_id = asked.authority_id and about.id = asked.version_id
        where asked.authority_id = held.authority_id and asked.plan_id = held.plan_id and asked.setting_id = held.setting_id
          and about.number >= version.number)
    else not exists (select from plan_versions later where later.authority_id = held.authority_id
        and later.plan_id = held.plan_id and later.kind = 'final' and later.number > version.number)
      and not exists (select from plan_recipients sent where sent.authority_id = held.authority_id
      and sent.version_id = held.version_id and sent.organisation_id = held.organisation_id
      and sent.kind = case held.reader when 'settings named' then 'setting' else held.reader end)
    end
order by held.authority_id, held.plan_id, held.reader, held.organisation_id, held.recorded_at desc;
comment on view plan_sendings_waiting is 'Each organisation that a version is held from still: not asked or sent since, and no final plan or end of the amendment since. The latest time it was held.';
grant select on plan_sendings_waiting to app;

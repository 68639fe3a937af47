-- When a setting's own people were last reminded that what it says is getting old: never twice in a week, whichever
-- authority's service reminds them.
create table setting_nudges (
  setting_id uuid not null references settings (id),
  nudged_on date not null,
  through_authority integer not null references authorities (code),
  recorded_at timestamptz not null default now(),
  primary key (setting_id, nudged_on)
);
comment on table setting_nudges is 'When the people of a setting were reminded that what it says of itself is getting old. Seen and written by the service alone.';
alter table setting_nudges enable row level security;
alter table setting_nudges force row level security;
create policy service_reads on setting_nudges for select to app_authority
  using ((select nullif(current_setting('opensend.actor', true), '')) is null);
create policy service on setting_nudges for insert to app_authority
  with check (through_authority = (select nullif(current_setting('opensend.authority', true), '')::int)
    and (select nullif(current_setting('opensend.actor', true), '')) is null);
grant select, insert on setting_nudges to app;

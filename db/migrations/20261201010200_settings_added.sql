-- An authority says, by a named member of its staff, that there is a setting that no national file has, and that one it added is
-- there no longer. Of everything else on the register the service goes on reading alone.
create table setting_additions (
  authority_id integer not null references authorities (code),
  id uuid not null,
  setting_id uuid not null references settings (id),
  kind text not null check (kind in ('added', 'closed')),
  words text not null check (length(words) <= 2000),
  on_day date not null,
  by_name text not null check (length(by_name) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  check (kind = 'added' or words <> '')
);
create unique index setting_added_once on setting_additions (setting_id, kind);
comment on table setting_additions is 'That staff put a setting without a URN on the register, or said that it is there no longer: who, when and why. Added, never altered.';
alter table setting_additions enable row level security;
alter table setting_additions force row level security;
create policy authority on setting_additions to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on setting_additions to app;

grant insert (id, name, type, phase, status, postcode, la_code, la_name, added_by, added_at, ofsted_number, ukprn, age_from,
  age_to, phone, website, easting, northing, content_hash) on settings to app_authority;
grant update (status, closed_on, imported_at) on settings to app_authority;
-- Anyone reads the register; an authority writes what it added itself, and of that only that it has closed. The owner of the
-- schema, who imports, is not held to it.
alter table settings enable row level security;
create policy anyone on settings for select to app using (true);
create policy authority_adds on settings for insert to app_authority
  with check (urn is null and added_by = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy authority_closes on settings for update to app_authority
  using (urn is null and added_by = (select nullif(current_setting('opensend.authority', true), '')::int))
  with check (status = 'Closed');

-- What a setting charges for a place, where it is not state-funded: for authorities, and for its own people. No family's lens
-- has a policy here, nor a visitor's: nobody is shown a school by its price.
create table setting_prices (
  setting_id uuid not null references settings (id),
  number integer not null check (number >= 1),
  said_on date not null,
  organisation_id uuid references organisations (id),
  told_authority integer references authorities (code),
  account_id uuid not null references accounts (id),
  said_by text not null check (length(said_by) between 1 and 200),
  recorded_at timestamptz not null,
  primary key (setting_id, number),
  check ((organisation_id is null) <> (told_authority is null))
);
comment on table setting_prices is 'Price schedules of a setting that is not state-funded, one after another; the latest stands. Read by authorities and its own people, never by a family.';

create table setting_price_lines (
  setting_id uuid not null,
  number integer not null,
  line integer not null check (line between 1 and 60),
  what text not null check (length(what) between 1 and 200),
  pence bigint not null check (pence between 0 and 100000000),
  per text not null check (per in ('year', 'term', 'week', 'day', 'hour', 'session')),
  primary key (setting_id, number, line),
  foreign key (setting_id, number) references setting_prices (setting_id, number)
);
comment on table setting_price_lines is 'What is charged for, how much and for how long, in the setting''s own order.';

alter table setting_prices enable row level security;
alter table setting_prices force row level security;
create policy authority_reads on setting_prices for select to app_authority using (true);
create policy authority on setting_prices for insert to app_authority
  with check (told_authority = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy organisation_reads on setting_prices for select to app_organisation
  using (exists (select from organisations own
    where own.id = (select nullif(current_setting('opensend.organisation', true), '')::uuid) and own.setting_id = setting_prices.setting_id));
create policy organisation on setting_prices for insert to app_organisation
  with check (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select from organisations own where own.id = organisation_id and own.setting_id = setting_prices.setting_id));
grant select, insert on setting_prices to app;

alter table setting_price_lines enable row level security;
alter table setting_price_lines force row level security;
create policy authority_reads on setting_price_lines for select to app_authority using (true);
create policy authority on setting_price_lines for insert to app_authority
  with check (exists (select from setting_prices said where said.setting_id = setting_price_lines.setting_id
    and said.number = setting_price_lines.number
    and said.told_authority = (select nullif(current_setting('opensend.authority', true), '')::int)));
create policy organisation_reads on setting_price_lines for select to app_organisation
  using (exists (select from organisations own
    where own.id = (select nullif(current_setting('opensend.organisation', true), '')::uuid) and own.setting_id = setting_price_lines.setting_id));
create policy organisation on setting_price_lines for insert to app_organisation
  with check (exists (select from setting_prices said where said.setting_id = setting_price_lines.setting_id
    and said.number = setting_price_lines.number
    and said.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)));
grant select, insert on setting_price_lines to app;

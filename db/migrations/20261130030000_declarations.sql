-- What a setting says of itself, which no national file has: dated, one statement after another. The latest of each part
-- stands, and what stood before is kept. National data as the register is, read by anyone; no person is in it.
create table setting_declarations (
  setting_id uuid not null references settings (id),
  number integer not null check (number >= 1),
  part text not null check (part in ('designation', 'ages', 'places', 'units', 'contact', 'accessibility', 'therapies', 'nothing has changed')),
  said_on date not null,
  organisation_id uuid references organisations (id),
  told_authority integer references authorities (code),
  needs text[],
  age_from integer check (age_from between 0 and 99),
  age_to integer check (age_to between 0 and 99),
  unit_places integer check (unit_places between 0 and 2000),
  resourced_places integer check (resourced_places between 0 and 2000),
  has text[],
  words text check (length(words) between 1 and 2000),
  contact_role text check (length(contact_role) between 1 and 100),
  contact_email text check (length(contact_email) between 3 and 254),
  contact_phone text check (length(contact_phone) between 1 and 40),
  recorded_at timestamptz not null,
  primary key (setting_id, number),
  check ((organisation_id is null) <> (told_authority is null)),
  check ((part = 'designation') = (needs is not null)),
  check ((part = 'ages') = (age_from is not null and age_to is not null) and age_from <= age_to),
  check ((part = 'units') = (unit_places is not null and resourced_places is not null)),
  check ((part in ('accessibility', 'therapies')) = (has is not null) and (words is null or has is not null)),
  check ((part = 'contact') = (contact_role is not null)),
  check (coalesce(contact_email, contact_phone) is null or contact_role is not null),
  check (part <> 'contact' or coalesce(contact_email, contact_phone) is not null)
);
comment on table setting_declarations is 'What a setting says of itself, part by part, with the day it said so. The latest of a part stands; "nothing has changed" renews the day of all of them. Public; no person is in it.';
comment on column setting_declarations.number is 'Counts a setting''s statements: two people saving at once cannot both have the same one.';
comment on column setting_declarations.organisation_id is 'The setting''s own organisation, where its people said so here.';
comment on column setting_declarations.told_authority is 'The authority whose staff wrote down what the setting told them, where nobody signs in for it.';
comment on column setting_declarations.needs is 'The needs it is designated for, as the register writes them; empty: it says that it is for none in particular.';
comment on column setting_declarations.has is 'Of accessibility and therapies: what it has, from the service''s own lists.';
comment on column setting_declarations.contact_role is 'Whom to ask about admissions, by their post, with an address of work.';
create index setting_declarations_of_part on setting_declarations (setting_id, part, number desc);
-- For whoever keeps them in memory: whether anything was said since.
create index setting_declarations_recorded on setting_declarations (recorded_at);

create table setting_declared_places (
  setting_id uuid not null,
  number integer not null,
  line integer not null check (line between 1 and 60),
  need text,
  band text not null check (band in ('year', 'age')),
  band_from integer not null,
  band_to integer not null,
  places integer not null check (places between 0 and 2000),
  vacancies integer not null check (vacancies between 0 and 2000),
  primary key (setting_id, number, line),
  foreign key (setting_id, number) references setting_declarations (setting_id, number),
  check (vacancies <= places),
  check (band_from <= band_to),
  check (band <> 'year' or (band_from >= -2 and band_to <= 14)),
  check (band <> 'age' or (band_from >= 0 and band_to <= 99))
);
comment on table setting_declared_places is 'Of a statement of places: how many there are and how many are free, by need and by year group or age. Public.';
comment on column setting_declared_places.need is 'As the register writes it; null: for any.';
comment on column setting_declared_places.band_from is 'A year group of the National Curriculum, reception 0 and the nursery years −1 and −2; or an age.';

create table setting_declarers (
  setting_id uuid not null,
  number integer not null,
  organisation_id uuid references organisations (id),
  told_authority integer references authorities (code),
  account_id uuid not null references accounts (id),
  name text not null check (length(name) between 1 and 200),
  primary key (setting_id, number),
  foreign key (setting_id, number) references setting_declarations (setting_id, number),
  check ((organisation_id is null) <> (told_authority is null))
);
comment on table setting_declarers is 'Which person said each thing of a setting: for its own people, or the staff of the authority it was told to, and nobody else.';

alter table setting_declarations enable row level security;
alter table setting_declarations force row level security;
create policy anyone on setting_declarations for select to app using (true);
create policy organisation on setting_declarations for insert to app_organisation
  with check (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select from organisations own where own.id = organisation_id and own.setting_id = setting_declarations.setting_id));
create policy authority on setting_declarations for insert to app_authority
  with check (told_authority = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on setting_declarations to app;

alter table setting_declared_places enable row level security;
alter table setting_declared_places force row level security;
create policy anyone on setting_declared_places for select to app using (true);
-- Only beside the statement they are of, in the transaction that makes it: whose it is has been checked there.
create policy organisation on setting_declared_places for insert to app_organisation
  with check (exists (select from setting_declarations said where said.setting_id = setting_declared_places.setting_id
    and said.number = setting_declared_places.number and said.part = 'places'
    and said.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)));
create policy authority on setting_declared_places for insert to app_authority
  with check (exists (select from setting_declarations said where said.setting_id = setting_declared_places.setting_id
    and said.number = setting_declared_places.number and said.part = 'places'
    and said.told_authority = (select nullif(current_setting('opensend.authority', true), '')::int)));
grant select, insert on setting_declared_places to app;

alter table setting_declarers enable row level security;
alter table setting_declarers force row level security;
create policy organisation on setting_declarers to app_organisation
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy authority on setting_declarers to app_authority
  using (told_authority = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on setting_declarers to app;

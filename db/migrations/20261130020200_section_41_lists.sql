-- Which independent institutions the Secretary of State approves (Children and Families Act 2014, s41), list by list: what each
-- list said is kept, and whether a setting is approved now is derived from the newest.
create table section_41_lists (
  published_on date primary key,
  content_hash text not null,
  imported_at timestamptz not null default now()
);
comment on table section_41_lists is 'The lists of institutions approved under section 41 that were imported, by the day each was published. National: no child.';
grant select on section_41_lists to app;

create table section_41_entries (
  published_on date not null references section_41_lists (published_on),
  place integer not null,
  urn integer,
  ukprn text,
  name text not null check (length(name) between 1 and 300),
  type text,
  postcode text,
  approved_on date,
  setting_id uuid references settings (id),
  primary key (published_on, place)
);
create index section_41_entries_by_setting on section_41_entries (setting_id);
comment on table section_41_entries is 'One institution on one list of section 41, as the list has it. National: no child.';
comment on column section_41_entries.place is 'Its line in the file.';
comment on column section_41_entries.approved_on is 'As the list says; null where it does not.';
comment on column section_41_entries.setting_id is 'The setting of the register it was found to be; null where none, or more than one, could be.';
grant select on section_41_entries to app;

comment on column settings.section_41 is 'Approved under section 41 (Children and Families Act 2014): whether it is on the newest list that was imported; while there is no list, what the GIAS extract says. Null where neither says.';

alter table settings
  add column ofsted_number text check (length(ofsted_number) between 2 and 20),
  add column added_by integer,
  add column added_at timestamptz;
comment on column settings.ofsted_number is 'Of a nursery or childminder without a URN, where it was given.';
comment on column settings.added_by is 'The Department''s code of the authority that says there is such a setting, where no national file does; null of the others.';
comment on column settings.added_at is 'When it was added by that authority.';
create index settings_by_ukprn on settings (ukprn);
create index settings_by_ofsted_number on settings (ofsted_number);
create index settings_by_postcode on settings (postcode);

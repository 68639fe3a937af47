-- How each person on a child's file is to be written and spoken to, and every change of how they are reached.

alter table children_contacts
  add column format text not null default 'standard' check (format in ('standard', 'large print', 'Easy Read', 'braille', 'audio')),
  add column language text check (length(language) between 1 and 100),
  add column interpreter text check (length(interpreter) between 1 and 100),
  add column bsl boolean not null default false,
  add column version integer not null default 1 check (version >= 1);
comment on column children_contacts.format is 'The format they asked for letters in.';
comment on column children_contacts.language is 'The language they asked for letters in; null for English.';
comment on column children_contacts.interpreter is 'The language an interpreter is needed for when speaking to them; null where none is.';
comment on column children_contacts.bsl is 'They use British Sign Language.';
comment on column children_contacts.version is 'Counts saved changes, so that two people saving at once are both shown.';

create table children_contact_changes (
  authority_id integer not null,
  contact_id uuid not null,
  version integer not null check (version >= 2),
  was jsonb not null,
  became jsonb not null,
  by_kind text not null check (by_kind in ('staff', 'family')),
  recorded_by text not null,
  why text check (length(why) between 1 and 2000),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, contact_id, version),
  foreign key (authority_id, contact_id) references children_contacts (authority_id, id),
  check (by_kind = 'family' or why is not null)
);
comment on table children_contact_changes is 'Each change of how somebody on a file is reached, what it was and what it became, by staff who say how they know or by the person themself. Never altered.';
comment on column children_contact_changes.version is 'That of children_contacts after the change.';

-- What one parent's address was is for the authority alone.
alter table children_contact_changes enable row level security;
alter table children_contact_changes force row level security;
create policy authority on children_contact_changes to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on children_contact_changes to app;

-- A letter goes to where its recipient is when it goes, and says so when that is not where they were when it was written.
alter table letters
  add column short boolean not null default false,
  add column written_to text[],
  add column again_of uuid,
  add foreign key (authority_id, again_of) references letters (authority_id, id),
  add constraint letters_again_of_another check (again_of <> id);
create index letters_again on letters (authority_id, again_of) where again_of is not null;
grant update (address, channel, written_to) on letters to app;
comment on column letters.address is 'The email address, the phone number, or the lines of the postal address it goes to: its recipient''s when it goes. Empty for the portal.';
comment on column letters.short is 'A notice of a line or two, which may go as a text to those who prefer it.';
comment on column letters.written_to is 'The address it was written to, where the recipient''s had changed before it went; null where it had not.';
comment on column letters.again_of is 'The letter this one repeats: the first did not go, or went to an address that was no longer theirs.';

-- Anyone can send a request in a child's name, so a contact is checked by staff before the file of a known child is theirs.
alter table children_contacts
  add column checked_how text check (length(checked_how) between 1 and 2000),
  add column checked_by text,
  add column checked_at timestamptz,
  add column restricted_by text,
  add column restricted_at timestamptz,
  add constraint children_contacts_checked_whole check (num_nonnulls(checked_how, checked_by, checked_at) in (0, 3)),
  add constraint children_contacts_restricted_by_whole check (num_nonnulls(restricted_by, restricted_at) in (0, 2)),
  add constraint children_contacts_restricted_by_when check (restricted or restricted_by is null);
comment on column children_contacts.checked_how is 'How staff know this person is who they say they are; null until somebody has checked.';
comment on column children_contacts.restricted_reason is 'Why contact is restricted, as staff wrote it: for the authority alone.';

-- Whoever holds the rights may agree online, as they already may take it back.

alter table children_consents drop constraint children_consents_given_how_check;
alter table children_consents add constraint children_consents_given_how_check
  check (given_how in ('on paper', 'by telephone', 'in person', 'online'));
comment on column children_consents.given_by is 'Who of the family said so: as staff recorded it, or as the file has whoever agreed online.';

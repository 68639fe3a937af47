-- Whoever is said to live elsewhere may have no address on the file to tell it by.
alter table children_contacts add lives_elsewhere boolean not null default false;
comment on column children_contacts.lives_elsewhere is 'They were said not to live where the child does: where that is, is kept from them, whether or not they have an address here.';

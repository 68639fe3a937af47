-- Names are compared by their trigrams. The extension is trusted: the owner of a database may make it without being superuser.
create extension if not exists pg_trgm;

-- Whom a request may be about is looked up by what row-level security lets an index answer: equality. Names are compared
-- only among those found so, since no index on likeness is used beneath a policy.
create index children_by_postcode on children (authority_id, postcode) where joined_to is null;
create index children_by_upn on children (authority_id, upn) where upn is not null;
create index children_by_uln on children (authority_id, uln) where uln is not null;
create index children_by_nhs_number on children (authority_id, nhs_number) where nhs_number is not null;

create table request_files (
  authority_id integer not null,
  request_id uuid not null,
  child_id uuid not null,
  settled text not null check (settled in ('the same child', 'a different child')),
  strength text check (strength in ('same number', 'agree', 'nearly agree', 'name and birth date', 'may be a twin', 'in part')),
  candidates integer not null check (candidates >= 0),
  reason text not null check (length(reason) between 1 and 2000),
  contact_check text check (length(contact_check) between 1 and 2000),
  settled_by text not null,
  settled_at timestamptz not null default now(),
  primary key (authority_id, request_id),
  foreign key (authority_id, request_id) references requests (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
comment on table request_files is 'How staff settled whose file a request is on, where a child already on file might be the same: once, with why.';
comment on column request_files.child_id is 'The file it is on: the one already open, or the new one.';
comment on column request_files.strength is 'How strongly what was stated matched the file it was put on; null where nothing matched, or it is a different child.';
comment on column request_files.candidates is 'How many children on file were shown as perhaps the same.';
comment on column request_files.contact_check is 'How staff checked who the contact on the request is; null where they have not.';
alter table request_files enable row level security;
alter table request_files force row level security;
create policy authority on request_files to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on request_files to app;

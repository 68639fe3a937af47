-- A file whose words show a reader how to reach somebody else on the child's file is not opened for that reader. That it was
-- not is kept, once for each reader, so that staff can give them a copy without it; and what was done.
create table document_kept_back (
  authority_id integer not null references authorities (code),
  id uuid not null,
  child_id uuid not null,
  document_id uuid not null,
  contact_id uuid,
  reader_name text not null check (length(reader_name) between 1 and 200),
  shown_contact_id uuid,
  kept_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  unique nulls not distinct (authority_id, document_id, contact_id, reader_name),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, document_id) references documents (authority_id, id),
  foreign key (authority_id, contact_id) references children_contacts (authority_id, id),
  foreign key (authority_id, shown_contact_id) references children_contacts (authority_id, id)
);
create index document_kept_back_of_child on document_kept_back (authority_id, child_id);
comment on table document_kept_back is 'That a file was not opened for one of the family, because its words show them how to reach somebody else on the child''s file: the first time for each. Others open it. Added, never altered; the authority''s alone to read.';
comment on column document_kept_back.contact_id is 'As whom on the file they asked, for somebody invited whoever invited them; null for one who is nobody on it.';
comment on column document_kept_back.reader_name is 'Who asked.';
comment on column document_kept_back.shown_contact_id is 'One of those whom it shows how to reach; null where it shows where the child lives.';

create table document_kept_back_ends (
  authority_id integer not null,
  kept_back_id uuid not null,
  done text not null check (length(done) between 1 and 2000),
  ended_on date not null,
  ended_by uuid not null,
  ended_by_name text not null check (length(ended_by_name) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, kept_back_id),
  foreign key (authority_id, kept_back_id) references document_kept_back (authority_id, id)
);
comment on table document_kept_back_ends is 'What somebody did about a file that was kept back from a reader: gave them a copy without it, or put right what the child''s file says. The file itself goes on being kept back for as long as its words show it. Added, never altered.';
comment on column document_kept_back_ends.done is 'What was done, in their words.';

alter table document_kept_back enable row level security;
alter table document_kept_back force row level security;
create policy authority on document_kept_back to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on document_kept_back to app;

alter table document_kept_back_ends enable row level security;
alter table document_kept_back_ends force row level security;
create policy authority on document_kept_back_ends to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on document_kept_back_ends to app;

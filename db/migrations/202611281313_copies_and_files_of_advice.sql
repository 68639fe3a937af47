-- What whoever is asked for advice is given of what the family has said and sent, and of others' advice: copies, as they were on
-- the day, so that it is known exactly what each adviser had, and no other lens has to be opened.
create table advice_copies (
  authority_id integer not null,
  advice_request_id uuid not null,
  kind text not null check (kind in ('request', 'advice')),
  subject_id uuid not null,
  child_id uuid not null,
  organisation_id uuid not null references organisations (id),
  title text not null check (length(title) between 1 and 300),
  said_by text not null check (length(said_by) between 1 and 500),
  said_on date not null,
  body jsonb not null,
  given_on date not null,
  given_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, advice_request_id, kind, subject_id),
  foreign key (authority_id, advice_request_id) references advice_requests (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index advice_copies_of_child on advice_copies (authority_id, child_id);
comment on table advice_copies is 'Copies given to an organisation asked for advice: of the words of the request, and of signed advice, the family''s own among it (SEND Regulations 2014, reg. 6). Never altered: a correction made later is another copy.';
comment on column advice_copies.advice_request_id is 'The request for advice it was given with, and is gone with.';
comment on column advice_copies.subject_id is 'The request for an assessment, or the version of advice, that it is a copy of.';
comment on column advice_copies.body is 'Its words, heading by heading, as they were on the day.';
alter table advice_copies enable row level security;
alter table advice_copies force row level security;
create policy authority on advice_copies to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on advice_copies for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
-- Not once the request was taken back or refused: advice_requests shows them no more.
create policy organisation on advice_copies for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select from advice_requests asked
      where asked.authority_id = advice_copies.authority_id and asked.id = advice_copies.advice_request_id));
grant select, insert on advice_copies to app;

-- A report the family had made and sent, beside the advice that was asked for.
alter table advice_requests add column independent boolean not null default false,
  add check (not independent or (paragraph = 'h' and organisation_id is null and contact_id is null));
comment on column advice_requests.independent is 'Nobody was asked: the family sent a report of its own, which stands beside the rest on equal terms.';

-- Files that belong to advice: attached by its author before signing, or what a report of the family's is.
create table advice_documents (
  authority_id integer not null,
  advice_request_id uuid not null,
  document_id uuid not null,
  child_id uuid not null,
  organisation_id uuid references organisations (id),
  attached_by text not null check (length(attached_by) between 1 and 200),
  attached_at timestamptz not null,
  primary key (authority_id, advice_request_id, document_id),
  foreign key (authority_id, advice_request_id) references advice_requests (authority_id, id),
  foreign key (authority_id, document_id) references documents (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index advice_documents_of_child on advice_documents (authority_id, child_id);
comment on table advice_documents is 'Which documents of the child''s file belong to which advice. Who may open one is the document''s own affair.';
comment on column advice_documents.organisation_id is 'The organisation whose member attached it; null where the authority recorded it.';
alter table advice_documents enable row level security;
alter table advice_documents force row level security;
create policy authority on advice_documents to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on advice_documents for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy organisation on advice_documents for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy organisation_attaches on advice_documents for insert to app
  with check (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select from advice_requests asked where asked.authority_id = advice_documents.authority_id
      and asked.id = advice_documents.advice_request_id and asked.organisation_id = advice_documents.organisation_id
      and asked.child_id = advice_documents.child_id)
    and exists (select from documents sent where sent.authority_id = advice_documents.authority_id
      and sent.id = advice_documents.document_id and sent.child_id = advice_documents.child_id
      and sent.organisation_id = advice_documents.organisation_id));
grant select, insert on advice_documents to app;

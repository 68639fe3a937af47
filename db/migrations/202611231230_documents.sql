-- Evidence, advice and letters as files: what each is and who may see it. The bytes are in the document store, never here.

create table documents (
  authority_id integer not null references authorities (code),
  id uuid not null,
  child_id uuid,
  draft_id uuid,
  organisation_id uuid,
  kind text not null check (length(kind) between 1 and 80),
  title text not null check (length(title) between 1 and 200),
  media_type text not null,
  byte_size bigint not null check (byte_size between 1 and 52428800),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text not null,
  uploaded_at timestamptz not null default now(),
  uploaded_by uuid,
  uploaded_by_name text,
  withheld_from_family boolean not null default false,
  withheld_reason text check (length(withheld_reason) between 1 and 2000),
  primary key (authority_id, id),
  unique (authority_id, storage_key),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (withheld_from_family = (withheld_reason is not null))
);
create index documents_of_child on documents (authority_id, child_id, uploaded_at desc);
create index documents_of_draft on documents (draft_id) where draft_id is not null;
create index documents_of_organisation on documents (organisation_id) where organisation_id is not null;
comment on table documents is 'A file somebody sent or the service made: what it is, how large, its hash, and where its bytes are kept. What was stored is never rewritten; a newer version is another document.';
comment on column documents.child_id is 'The child whose file it is on; null while it belongs to a request still being written.';
comment on column documents.draft_id is 'The request it was first attached to by a visitor without an account; null otherwise.';
comment on column documents.organisation_id is 'The organisation whose member sent it; null when the authority, the family or the service did.';
comment on column documents.media_type is 'What the content was found to be. The name it came with is never believed.';
comment on column documents.storage_key is 'A random name in the document store. Never shown, never in an address.';
comment on column documents.uploaded_by is 'The account, tracker session or draft that sent it; null when the service made it.';
comment on column documents.withheld_from_family is 'Lawfully withheld from the family''s view of the file, with the reason (for example serious harm, Data Protection Act 2018, schedule 3).';

create table document_shares (
  authority_id integer not null references authorities (code),
  document_id uuid not null,
  organisation_id uuid not null,
  shared_at timestamptz not null default now(),
  shared_by uuid,
  ended_at timestamptz,
  primary key (authority_id, document_id, organisation_id),
  foreign key (authority_id, document_id) references documents (authority_id, id)
);
create index document_shares_of_organisation on document_shares (organisation_id, authority_id, document_id);
comment on table document_shares is 'Which organisations an authority has put a document before.';

alter table documents enable row level security;
alter table documents force row level security;
create policy authority on documents to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy organisation on documents for select to app
  using ((select nullif(current_setting('opensend.organisation', true), '')::uuid) is not null and (
    organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid) or exists (
      select 1 from document_shares shared
      where shared.authority_id = documents.authority_id and shared.document_id = documents.id
        and shared.ended_at is null and shared.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid))));
-- An organisation may only add to the file of a child it has been shown.
create policy organisation_sends on documents for insert to app
  with check (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and not withheld_from_family and draft_id is null
    and exists (select 1 from children c where c.authority_id = documents.authority_id and c.id = documents.child_id));
create policy family on documents for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
    and not withheld_from_family);
create policy family_sends on documents for insert to app
  with check (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
    and not withheld_from_family and organisation_id is null and draft_id is null);
create policy visitor on documents for select to app
  using (draft_id = (select nullif(current_setting('opensend.draft', true), '')::uuid));
create policy visitor_sends on documents for insert to app
  with check (draft_id = (select nullif(current_setting('opensend.draft', true), '')::uuid)
    and child_id is null and organisation_id is null and not withheld_from_family);
create policy visitor_takes_back on documents for delete to app
  using (draft_id = (select nullif(current_setting('opensend.draft', true), '')::uuid) and child_id is null);
-- Once on a child's file a document never vanishes, whoever asks.
create policy only_drafts_vanish on documents as restrictive for delete to app using (child_id is null);
grant select, insert, delete on documents to app;
grant update (child_id, title, kind, withheld_from_family, withheld_reason) on documents to app;

alter table document_shares enable row level security;
alter table document_shares force row level security;
create policy authority on document_shares to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy organisation on document_shares for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
grant select, insert, update on document_shares to app;

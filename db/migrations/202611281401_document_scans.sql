-- What the scanner said of each file somebody sent. No row: it has not been scanned, or the scanner gave no plain answer yet.

alter table documents add column made_here boolean not null default false;
comment on column documents.made_here is 'Drawn by the service itself, such as a plan as it was issued: it is never held back to be scanned.';

create table document_scans (
  authority_id integer not null references authorities (code),
  document_id uuid not null,
  scanned_at timestamptz not null,
  passed boolean not null,
  finding text check (length(finding) between 1 and 200),
  primary key (authority_id, document_id),
  -- What a visitor takes back goes with what the scanner said of it.
  foreign key (authority_id, document_id) references documents (authority_id, id) on delete cascade,
  check (passed = (finding is null))
);
comment on table document_scans is 'The scanner''s one plain answer about a file: it passed, or something was found. A file with no answer is held while a scanner is configured.';
comment on column document_scans.finding is 'The scanner''s own name for what it found; null when it passed.';

alter table document_scans enable row level security;
alter table document_scans force row level security;
create policy authority on document_scans to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
-- Whoever is shown a document is shown whether it may be opened.
create policy whoever_sees_it on document_scans for select to app
  using (exists (select 1 from documents d
    where d.authority_id = document_scans.authority_id and d.id = document_scans.document_id));
grant select, insert on document_scans to app;

-- Only the authority's own lens may say that the service drew something.
create policy only_the_service_draws on documents as restrictive for insert to app
  with check (not made_here or authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));

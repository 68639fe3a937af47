-- The words of a file, page by page, so that a statement can cite report and page.

create table document_readings (
  authority_id integer not null references authorities (code),
  document_id uuid not null,
  read_at timestamptz not null,
  page_count integer check (page_count >= 0),
  problem text check (problem in ('encrypted', 'unreadable', 'too long')),
  primary key (authority_id, document_id),
  foreign key (authority_id, document_id) references documents (authority_id, id) on delete cascade
);
comment on table document_readings is 'That the service has read a file for its words, once, and what came of it.';
comment on column document_readings.page_count is 'How many pages the file says it has; null where that could not be read.';
comment on column document_readings.problem is 'Why some or all of its words are not here; null where they all are. Photographs of pages have none, and are no problem.';

create table document_pages (
  authority_id integer not null references authorities (code),
  document_id uuid not null,
  number integer not null check (number between 1 and 2000),
  text text not null check (length(text) <= 50000),
  primary key (authority_id, document_id, number),
  foreign key (authority_id, document_id) references document_readings (authority_id, document_id) on delete cascade
);
comment on table document_pages is 'The words of each page of a file, as its own text has them. A picture of words has none.';

alter table document_readings enable row level security;
alter table document_readings force row level security;
create policy authority on document_readings to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy whoever_sees_it on document_readings for select to app
  using (exists (select 1 from documents d
    where d.authority_id = document_readings.authority_id and d.id = document_readings.document_id));
grant select, insert on document_readings to app;

alter table document_pages enable row level security;
alter table document_pages force row level security;
create policy authority on document_pages to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy whoever_sees_it on document_pages for select to app
  using (exists (select 1 from documents d
    where d.authority_id = document_pages.authority_id and d.id = document_pages.document_id));
grant select, insert on document_pages to app;

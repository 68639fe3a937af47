-- The Easy Read paper that goes with a letter to somebody who asked for Easy Read, as it was when the letter went.

create table letter_easy_reads (
  authority_id integer not null,
  letter_id uuid not null,
  content jsonb not null,
  made_on date not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, letter_id),
  foreign key (authority_id, letter_id) references letters (authority_id, id)
);
comment on table letter_easy_reads is 'What is enclosed in Easy Read with a letter: where the case is, in plain words with pictures, drawn as a PDF when it is printed. Never altered. In no lens but the authority''s, as the letter.';
comment on column letter_easy_reads.content is 'Its headings, lines and pictures, as the tracker''s Easy Read had them that day.';
alter table letter_easy_reads enable row level security;
alter table letter_easy_reads force row level security;
create policy authority on letter_easy_reads to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on letter_easy_reads to app;

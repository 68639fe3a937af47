-- Files on their way to a child's file: sent, perhaps in parts, and not yet added. Each is its sender's own until it is.

alter table documents add column written_by text check (length(written_by) between 1 and 200);
alter table documents add column written_on date;
comment on column documents.written_by is 'Who wrote it, as whoever sent it says; null where they did not say.';
comment on column documents.written_on is 'The day on it, as whoever sent it says; null where they did not say.';

create table uploads (
  authority_id integer not null references authorities (code),
  id uuid not null,
  child_id uuid not null,
  actor_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  byte_size bigint not null check (byte_size between 1 and 52428800),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  begun_at timestamptz not null,
  place integer not null,
  title text check (length(title) between 1 and 200),
  media_type text,
  kept_size bigint check (kept_size between 1 and 52428800),
  kept_sha256 text check (kept_sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (num_nulls(title, media_type, kept_size, kept_sha256, storage_key) in (0, 5))
);
create index uploads_of_sender on uploads (authority_id, child_id, actor_id);
comment on table uploads is 'A file that somebody has begun to send to a child''s file. It becomes a document when they say so, and is forgotten a day after it was begun.';
comment on column uploads.actor_id is 'The account or tracker session that sends it: nobody else is shown it.';
comment on column uploads.byte_size is 'How large the sender says it is.';
comment on column uploads.sha256 is 'The hash the sender says it has; null from a form, which sends the whole at once.';
comment on column uploads.place is 'Where it stands among the sender''s files: photographs of pages are joined in this order.';
comment on column uploads.storage_key is 'Where the whole file is kept once it has come and been checked; null until then, with the four columns before it.';

create table upload_parts (
  authority_id integer not null references authorities (code),
  upload_id uuid not null,
  first_byte bigint not null check (first_byte >= 0),
  byte_size bigint not null check (byte_size between 1 and 8388608),
  storage_key text not null,
  primary key (authority_id, upload_id, first_byte),
  foreign key (authority_id, upload_id) references uploads (authority_id, id) on delete cascade
);
comment on table upload_parts is 'The parts of a file that have come, in order and without gaps. Each is in the document store before its row is here, so what is told as received survives whatever stops.';

alter table uploads enable row level security;
alter table uploads force row level security;
create policy authority on uploads to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy sender on uploads to app
  using (actor_id = (select nullif(current_setting('opensend.actor', true), '')::uuid)
    and exists (select 1 from children c where c.authority_id = uploads.authority_id and c.id = uploads.child_id));
grant select, insert, delete on uploads to app;
grant update (place, title, media_type, kept_size, kept_sha256, storage_key) on uploads to app;

alter table upload_parts enable row level security;
alter table upload_parts force row level security;
create policy authority on upload_parts to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy sender on upload_parts to app
  using (exists (select 1 from uploads u where u.authority_id = upload_parts.authority_id and u.id = upload_parts.upload_id));
grant select, insert, delete on upload_parts to app;

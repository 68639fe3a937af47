-- What a family and the SEND team write to each other about a child.
create table messages (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  from_kind text not null check (from_kind in ('family', 'staff')),
  from_name text not null check (length(from_name) between 1 and 200),
  body text not null check (length(body) between 1 and 20000),
  sent_at timestamptz not null,
  promised_on date,
  answered_at timestamptz,
  closed_reason text check (length(closed_reason) between 1 and 2000),
  seen_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  -- A family is promised an answer; the team is not.
  check ((from_kind = 'family') = (promised_on is not null)),
  check (closed_reason is null or answered_at is not null)
);
comment on table messages is 'What a family and the SEND team wrote to each other about a child. Its words are never altered.';
comment on column messages.promised_on is 'The day the family was told it would have an answer by: the authority''s promise, no limit of the law.';
comment on column messages.answered_at is 'When the team answered, or said that no answer is needed.';
comment on column messages.closed_reason is 'Why no answer is needed, as the family reads it.';
comment on column messages.seen_at is 'When the other side first opened it.';
create index messages_of_child on messages (authority_id, child_id, sent_at);
create index messages_waiting on messages (authority_id, promised_on, id) where promised_on is not null and answered_at is null;

alter table messages enable row level security;
alter table messages force row level security;
create policy authority on messages to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on messages for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy family_writes on messages for insert to app
  with check (from_kind = 'family' and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy family_reads on messages for update to app
  using (from_kind = 'staff' and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
grant select, insert on messages to app;
grant update (answered_at, closed_reason, seen_at) on messages to app;

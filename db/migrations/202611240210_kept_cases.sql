-- The caseworker's list, kept: see docs/decisions/0005-the-list-is-kept.md. What a case has come to is still worked out by
-- case_steps alone; these rows only keep the answer until something happens to the child.
create table case_rows (
  authority_id integer not null,
  request_id uuid not null,
  child_id uuid not null,
  reference text not null,
  received_on date not null,
  step text not null,
  due_on date not null,
  assessment_id uuid,
  plan_id uuid,
  issued_on date,
  issue_decided_on date,
  is_over boolean not null generated always as (step in ('plan issued', 'closed')) stored,
  primary key (authority_id, request_id),
  foreign key (authority_id, request_id) references requests (authority_id, id)
);
comment on table case_rows is 'What case_steps says of each request, kept so that a list reads a page of it and not all. Written only from that view.';
comment on column case_rows.is_over is 'Nothing more is due on the request itself.';
create index case_rows_by_due on case_rows (authority_id, is_over, due_on, request_id);
create index case_rows_of_child on case_rows (authority_id, child_id);

create table case_changes (
  authority_id integer not null references authorities (code),
  id uuid not null default gen_random_uuid(),
  child_id uuid not null,
  organisation_id uuid,
  primary key (authority_id, id)
);
comment on table case_changes is 'Children to whom something has happened since their rows of the list were last written: added with each event, taken away by whoever reads the list next.';
comment on column case_changes.organisation_id is 'The organisation whose member acted; null otherwise.';

alter table case_rows enable row level security;
alter table case_rows force row level security;
create policy authority on case_rows to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert, update, delete on case_rows to app;

alter table case_changes enable row level security;
alter table case_changes force row level security;
create policy authority on case_changes to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on case_changes for insert to app
  with check (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy organisation on case_changes for insert to app
  with check (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
grant select, insert, delete on case_changes to app;

-- Every row there is to keep is written when the list is next read. Forced row-level security would hide the requests
-- from an owner who is no superuser.
alter table requests no force row level security;
alter table case_changes no force row level security;
insert into case_changes (authority_id, child_id) select distinct authority_id, child_id from requests;
alter table case_changes force row level security;
alter table requests force row level security;

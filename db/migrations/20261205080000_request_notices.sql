-- Whom the law has an authority tell that it considers an assessment, and of the decision (SEND Regulations 2014, regs 4(2) and 5(2)).
create table notified_bodies (
  authority_id integer not null references authorities (code),
  id uuid not null,
  office text not null check (office in ('commissioning body', 'social care')),
  organisation_id uuid references organisations (id),
  name text check (length(name) between 1 and 200),
  email text check (length(email) between 3 and 254),
  said_by uuid not null references accounts (id),
  said_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  check ((organisation_id is null) = (name is not null)),
  check ((name is null) = (email is null))
);
create index notified_bodies_last on notified_bodies (authority_id, office, said_at desc);
comment on table notified_bodies is 'Each time an authority said which organisation, or which address where it is not here, is told of requests as the responsible commissioning body, and as its own social care. The last of each holds.';
alter table notified_bodies enable row level security;
alter table notified_bodies force row level security;
create policy authority on notified_bodies to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on notified_bodies to app;

create table request_notices (
  authority_id integer not null,
  request_id uuid not null,
  child_id uuid not null,
  notice text not null check (notice in ('considering', 'decision')),
  office text not null check (office in ('commissioning body', 'social care', 'setting')),
  name text not null check (length(name) between 1 and 300),
  organisation_id uuid references organisations (id),
  letter_id uuid,
  told_how text check (length(told_how) between 1 and 2000),
  told_on date not null,
  told_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, request_id, notice, office),
  foreign key (authority_id, request_id) references requests (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, letter_id) references letters (authority_id, id),
  check ((letter_id is null) = (told_how is not null))
);
create index request_notices_of_child on request_notices (authority_id, child_id);
comment on table request_notices is 'Who beside the family was told that an assessment is considered, or of the decision whether to assess (SEND Regulations 2014, regs 4(2) and 5(2)): each once. Seen by the authority alone, since it may not be safe for the family to know.';
comment on column request_notices.told_how is 'How staff told them themselves; null where the service wrote to them.';
alter table request_notices enable row level security;
alter table request_notices force row level security;
create policy authority on request_notices to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on request_notices to app;

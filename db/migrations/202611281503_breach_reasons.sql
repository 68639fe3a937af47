-- Why a time limit of the authority's own passed before the thing was done. It excuses nothing: a lawful exception is
-- request_exceptions. No source lists such reasons, so each authority keeps its own list, and every reason has words.
create table breach_reason_kinds (
  authority_id integer not null references authorities (code),
  id uuid not null,
  words text not null check (length(words) between 1 and 100),
  added_by text not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (authority_id, id)
);
comment on table breach_reason_kinds is 'The reasons an authority counts the passing of its time limits by, in its own words.';
comment on column breach_reason_kinds.ended_at is 'From then on it is offered no more; what was recorded under it stays.';
create unique index breach_reason_kinds_once on breach_reason_kinds (authority_id, lower(words)) where ended_at is null;

create table breach_reasons (
  authority_id integer not null,
  id uuid not null,
  request_id uuid not null,
  child_id uuid not null,
  time_limit text not null check (time_limit in ('decide whether to assess', 'notify that there is no plan', 'send the final plan')),
  kind_id uuid,
  reason text not null check (length(reason) between 1 and 2000),
  recorded_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  replaced_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, request_id) references requests (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, kind_id) references breach_reason_kinds (authority_id, id)
);
comment on table breach_reasons is 'Why a time limit passed, as staff recorded it and the family reads it. A later reason stands in its place; both are kept.';
comment on column breach_reasons.kind_id is 'Null where the authority has no list, or none of it fits.';
create unique index breach_reasons_standing on breach_reasons (authority_id, request_id, time_limit) where replaced_at is null;
create index breach_reasons_of_child on breach_reasons (authority_id, child_id);

alter table breach_reason_kinds enable row level security;
alter table breach_reason_kinds force row level security;
create policy authority on breach_reason_kinds to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on breach_reason_kinds to app;
grant update (ended_at) on breach_reason_kinds to app;

alter table breach_reasons enable row level security;
alter table breach_reasons force row level security;
create policy authority on breach_reasons to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on breach_reasons for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
grant select, insert on breach_reasons to app;
grant update (replaced_at) on breach_reasons to app;

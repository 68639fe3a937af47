-- What somebody is writing in a draft and has not saved, kept for them alone; and who is writing where, for colleagues to see.
create table plan_working_copies (
  authority_id integer not null,
  plan_id uuid not null,
  actor_id uuid not null,
  form text not null check (length(form) between 1 and 200),
  child_id uuid not null,
  fields jsonb not null check (length(fields::text) <= 400000),
  saved_at timestamptz not null,
  primary key (authority_id, plan_id, actor_id, form),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
comment on table plan_working_copies is 'Words somebody typed into a form of a draft and has not saved, so that a closed tab loses nothing. Whoever typed them alone reads them; saving or throwing them away removes them, and so do 30 days.';
comment on column plan_working_copies.form is 'Which form, by its address under the plan.';
comment on column plan_working_copies.fields is 'What its boxes held, and the version it was begun from, so that words used later are still compared with what was saved meanwhile.';
alter table plan_working_copies enable row level security;
alter table plan_working_copies force row level security;
create policy own_in_authority on plan_working_copies to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int)
    and actor_id = (select nullif(current_setting('opensend.actor', true), '')::uuid));
create policy own_in_family on plan_working_copies to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
    and actor_id = (select nullif(current_setting('opensend.actor', true), '')::uuid));
create policy old_ones_go on plan_working_copies for delete to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int)
    and saved_at < now() - interval '30 days');
grant select, insert, update, delete on plan_working_copies to app;

create table plan_writers (
  authority_id integer not null,
  plan_id uuid not null,
  form text not null check (length(form) between 1 and 200),
  actor_id uuid not null,
  child_id uuid not null,
  by_name text not null check (length(by_name) between 1 and 200),
  seen_at timestamptz not null,
  primary key (authority_id, plan_id, form, actor_id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
comment on table plan_writers is 'Who has a form of a draft open to write in it, so that a second person sees it first. It holds nobody up.';
comment on column plan_writers.seen_at is 'When they opened it or last typed: they are shown for some minutes after.';
alter table plan_writers enable row level security;
alter table plan_writers force row level security;
create policy authority on plan_writers to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert, update, delete on plan_writers to app;

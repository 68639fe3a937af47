-- A version of a plan sent again to somebody on the file, and why staff went on where they were stopped.
create table plan_sendings (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  version_id uuid not null,
  contact_id uuid not null,
  recipient_name text not null check (length(recipient_name) between 1 and 200),
  letter_id uuid not null,
  concerns text[] not null check (array_position(concerns, null) is null),
  reason text not null check (length(reason) <= 2000),
  sent_by text not null check (length(sent_by) between 1 and 200),
  sent_on date not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, version_id) references plan_versions (authority_id, id),
  foreign key (authority_id, contact_id) references children_contacts (authority_id, id),
  foreign key (authority_id, letter_id) references letters (authority_id, id),
  -- Whoever was stopped and went on said why.
  check ((cardinality(concerns) > 0) = (length(reason) > 0))
);
create index plan_sendings_of_plan on plan_sendings (authority_id, plan_id);
create index plan_sendings_of_child on plan_sendings (authority_id, child_id);
comment on table plan_sendings is 'Each time a version of a plan was sent again to somebody on the file, beside its serving and issuing. Added, never altered.';
comment on column plan_sendings.concerns is 'What staff were told before they went on: that it is not the newest, or not this person''s to have. Empty where nothing stopped it.';
comment on column plan_sendings.reason is 'Why they went on all the same; empty where nothing stopped it.';
alter table plan_sendings enable row level security;
alter table plan_sendings force row level security;
create policy authority on plan_sendings to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on plan_sendings to app;

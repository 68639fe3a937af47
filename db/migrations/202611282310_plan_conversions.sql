-- Plans an authority had before this service: read from its own files, reviewed, and kept as the issued plans they are.

-- A plan that was written elsewhere has no request and no assessment here.
alter table plans alter column request_id drop not null;
alter table plans alter column assessment_id drop not null;
alter table plans add constraint plans_come_of_both_or_neither
  check ((request_id is null) = (assessment_id is null));
comment on column plans.request_id is 'The request it came of; null, as is the assessment, where it was written before this service and brought in.';
comment on table plans is 'An education, health and care plan (Children and Families Act 2014, s37), from the decision to issue one, or from the day one issued elsewhere was brought in.';

create table plan_conversions (
  authority_id integer not null references authorities (code),
  id uuid not null,
  document_id uuid not null,
  kind text not null check (kind in ('word', 'csv', 'json')),
  title text not null check (length(title) between 1 and 200),
  reading jsonb not null,
  sent_by text not null check (length(sent_by) between 1 and 200),
  sent_at timestamptz not null,
  set_aside_reason text check (length(set_aside_reason) between 1 and 2000),
  set_aside_by text check (length(set_aside_by) between 1 and 200),
  set_aside_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, document_id),
  foreign key (authority_id, document_id) references documents (authority_id, id),
  check (num_nonnulls(set_aside_reason, set_aside_by, set_aside_at) in (0, 3))
);
create index plan_conversions_sent on plan_conversions (authority_id, sent_at desc);
comment on table plan_conversions is 'A plan read from a file of the authority''s own, to be reviewed: what of it was placed where, what could not be, and what was left aside with why. Never altered but to be set aside, once.';
comment on column plan_conversions.document_id is 'The file as it was sent; of a file with several plans, this plan''s own lines. On no child''s file until the plan is.';
comment on column plan_conversions.reading is 'Each passage of the file with where it is and its place, or why there is none; what was left aside; what else is to be known.';
comment on column plan_conversions.set_aside_reason is 'Why nothing is to come of it, such as a wrong file; null while something may.';

create table plan_conversion_decisions (
  authority_id integer not null,
  conversion_id uuid not null,
  passage integer not null check (passage >= 1),
  version integer not null check (version >= 1),
  place jsonb,
  text text not null check (length(text) between 1 and 20000),
  links text[] not null,
  left_out_reason text check (length(left_out_reason) between 1 and 2000),
  decided_by text not null check (length(decided_by) between 1 and 200),
  decided_at timestamptz not null,
  -- Two people who decide on one passage at once: the second is told.
  primary key (authority_id, conversion_id, passage, version),
  foreign key (authority_id, conversion_id) references plan_conversions (authority_id, id),
  check (num_nonnulls(place, left_out_reason) = 1),
  check (array_position(links, null) is null)
);
comment on table plan_conversion_decisions is 'What somebody decided of one passage of a file being converted: its place and its words, or that it is left out and why. Added, never altered: the last stands.';
comment on column plan_conversion_decisions.links is 'The rows that this one serves, by the names they have in the review: N1, P1.';

create table plan_conversion_acceptances (
  authority_id integer not null,
  conversion_id uuid not null,
  child_id uuid not null,
  plan_id uuid not null,
  settled text not null check (settled in ('the same child', 'a different child')),
  strength text,
  candidates integer not null check (candidates >= 0),
  reason text not null check (length(reason) between 1 and 2000),
  accepted_by text not null check (length(accepted_by) between 1 and 200),
  accepted_at timestamptz not null,
  primary key (authority_id, conversion_id),
  unique (authority_id, plan_id),
  foreign key (authority_id, conversion_id) references plan_conversions (authority_id, id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index plan_conversion_acceptances_of_child on plan_conversion_acceptances (authority_id, child_id);
comment on table plan_conversion_acceptances is 'A converted plan accepted, once, as the plan of a child: by whom, and how they knew whose it is.';
comment on column plan_conversion_acceptances.strength is 'How strongly the file matched the child it was put with; null where nothing matched, or it is a different child.';
comment on column plan_conversion_acceptances.candidates is 'How many children on file were shown as perhaps the same.';

alter table plan_conversions enable row level security;
alter table plan_conversions force row level security;
create policy authority on plan_conversions to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert, update (set_aside_reason, set_aside_by, set_aside_at) on plan_conversions to app;

alter table plan_conversion_decisions enable row level security;
alter table plan_conversion_decisions force row level security;
create policy authority on plan_conversion_decisions to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on plan_conversion_decisions to app;

alter table plan_conversion_acceptances enable row level security;
alter table plan_conversion_acceptances force row level security;
create policy authority on plan_conversion_acceptances to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on plan_conversion_acceptances to app;

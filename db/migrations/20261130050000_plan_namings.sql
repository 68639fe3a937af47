-- The decision on Section I as it was made, step by step, with the plan that it made final. In a table of its own: the setting
-- that is sent the plan has the version's row, and what other settings answered is not its to read.
create table plan_namings (
  authority_id integer not null,
  version_id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  decision jsonb not null check (decision ->> 'basis' in ('s. 39(3)', 's. 39(5)', 's. 40(2)', 'kept')),
  decided_by text not null check (length(decided_by) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, version_id),
  foreign key (authority_id, version_id) references plan_versions (authority_id, id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  -- Suitability and cost answer a request (s. 39(4)); they are no ground for other than mainstream (s. 33(2)).
  constraint only_the_grounds_of_section_33 check (
    decision -> 'notMainstream' is not distinct from 'null'::jsonb
    or coalesce(decision -> 'notMainstream' ->> 'ground', '') in (
      'the wishes of the child’s parent or the young person', 'the provision of efficient education for others'))
);
create index plan_namings_of_plan on plan_namings (authority_id, plan_id);
create index plan_namings_of_child on plan_namings (authority_id, child_id);
comment on table plan_namings is 'How Section I of each final plan was decided, in the order of ss. 38, 39, 40 and 33. Added, never altered. Plans issued before it was kept have preference_not_followed alone.';
comment on column plan_namings.decision is 'Who asked for what and how it was answered, who was consulted, what Section I rests on, and why it is not mainstream where s. 33 asks.';
alter table plan_namings enable row level security;
alter table plan_namings force row level security;
create policy authority on plan_namings to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on plan_namings to app;

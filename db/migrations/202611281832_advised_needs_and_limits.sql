-- Where a need that advice states stands in the plan: in a row of it, merged into one, or left out and why.
create table plan_need_places (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  advice_id uuid not null,
  need_id uuid not null,
  words text not null check (length(words) <= 20000),
  place text not null check (place in ('in the plan', 'merged into', 'left out')),
  row_id uuid,
  reason text not null check (length(reason) <= 2000),
  recorded_by text not null check (length(recorded_by) between 1 and 200),
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, advice_id) references advice (authority_id, id),
  -- What is left out has no row, and a reason; what is not has a row.
  check ((place = 'left out') = (row_id is null)),
  check (place <> 'left out' or length(trim(reason)) > 0)
);
create index plan_need_places_of_plan on plan_need_places (authority_id, plan_id);
create index plan_need_places_of_child on plan_need_places (authority_id, child_id);
create index plan_need_places_of_advice on plan_need_places (authority_id, advice_id);
comment on table plan_need_places is 'Where staff said that a need stated in advice stands in the plan. The last of a need holds; added, never altered. The authority alone sees it.';
comment on column plan_need_places.need_id is 'The need''s row in the content of the advice.';
comment on column plan_need_places.words is 'The need as the advice had it: for other words it was not said.';
comment on column plan_need_places.row_id is 'The row of the draft; null where it is left out.';
comment on column plan_need_places.reason is 'Why it is left out; else empty.';
alter table plan_need_places enable row level security;
alter table plan_need_places force row level security;
create policy authority on plan_need_places to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on plan_need_places to app;

-- What an authority configures of the checks of a plan, since no source gives it.
create table plan_check_limits (
  authority_id integer not null references authorities (code),
  advice_months integer check (advice_months between 1 and 60),
  reading_age integer check (reading_age between 7 and 18),
  set_by text not null check (length(set_by) between 1 and 200),
  set_at timestamptz not null,
  primary key (authority_id)
);
comment on table plan_check_limits is 'How old advice may be, and the reading age a plan is written for, as the authority says. While it says neither, neither is checked.';
comment on column plan_check_limits.advice_months is 'Advice older than this is pointed at; null where none is said.';
comment on column plan_check_limits.reading_age is 'A text harder than this is pointed at; null where none is said.';
alter table plan_check_limits enable row level security;
alter table plan_check_limits force row level security;
create policy authority on plan_check_limits to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert, update on plan_check_limits to app;

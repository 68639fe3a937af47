-- Whose work a case is, since when, and who looks after it while they are away.
create table case_allocations (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  account_id uuid not null references accounts (id),
  name text not null check (length(name) between 1 and 200),
  handover text not null check (length(handover) <= 2000),
  allocated_by text not null,
  from_on date not null,
  recorded_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
comment on table case_allocations is 'Whose work a child''s case is, from a day until somebody else takes it.';
comment on column case_allocations.name is 'The caseworker''s name as it was when the case became theirs.';
comment on column case_allocations.handover is 'What is to be known for taking it over. The family is given it too.';
create unique index case_allocations_one on case_allocations (authority_id, child_id) where ended_at is null;

create table leave_cover (
  authority_id integer not null references authorities (code),
  id uuid not null,
  away_id uuid not null references accounts (id),
  cover_id uuid not null references accounts (id),
  from_on date not null,
  until_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (authority_id, id),
  check (until_on >= from_on),
  check (away_id <> cover_id)
);
comment on table leave_cover is 'Who looks after somebody''s cases while they are away, from the first day to the last, both included.';
create index leave_cover_by on leave_cover (authority_id, cover_id) where ended_at is null;

alter table case_allocations enable row level security;
alter table case_allocations force row level security;
create policy authority on case_allocations to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on case_allocations for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
grant select, insert, update on case_allocations to app;
alter table leave_cover enable row level security;
alter table leave_cover force row level security;
create policy authority on leave_cover to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert, update on leave_cover to app;

create or replace view case_steps with (security_invoker = true) as
select
  r.authority_id, r.child_id, r.id as request_id, r.reference, r.received_on,
  case
    when w.request_id is not null or d.outcome = 'do not assess' or ad.outcome = 'do not issue' then 'closed'
    when d.outcome is null and r.file_opened_at is null then 'file to open'
    when d.outcome is null then 'decide whether to assess'
    when ad.outcome is null then 'assess'
    when final.plan_id is null then 'make the plan'
    else 'plan issued'
  end as step,
  -- SEND Regulations 2014, reg. 5(1): six weeks to decide; reg. 13(2): twenty to the final plan. A test holds these to the law's own clocks.
  case when d.outcome is null then r.received_on + 42 else r.received_on + 140 end as due_on,
  a.id as assessment_id, p.id as plan_id, final.sent_on as issued_on, ad.notified_on as issue_decided_on,
  d.notified_on as decided_on, worker.account_id as caseworker_id, worker.name as caseworker
from requests r
left join request_withdrawals w on w.authority_id = r.authority_id and w.request_id = r.id
left join request_decisions d on d.authority_id = r.authority_id and d.request_id = r.id
left join assessments a on a.authority_id = r.authority_id and a.request_id = r.id
left join assessment_decisions ad on ad.authority_id = a.authority_id and ad.assessment_id = a.id
left join plans p on p.authority_id = a.authority_id and p.assessment_id = a.id
left join plan_versions final on final.authority_id = p.authority_id and final.plan_id = p.id
  and final.kind = 'final' and final.number = 1
left join case_allocations worker on worker.authority_id = r.authority_id and worker.child_id = r.child_id
  and worker.ended_at is null;

alter table case_rows add column decided_on date, add column caseworker_id uuid, add column caseworker text;
comment on column case_rows.decided_on is 'The day the family was notified whether there is an assessment.';
create index case_rows_of_caseworker on case_rows (authority_id, is_over, caseworker_id, due_on, request_id);

-- Plans as the Department publishes them, for forecasts: national reference data, imported from a release, with no child in it.
create table published_plans (
  la_code integer not null check (la_code between 100 and 999),
  measure text not null check (measure in ('plans', 'joined', 'left')),
  year integer not null check (year between 2000 and 2100),
  age integer check (age between 0 and 25),
  count integer not null check (count >= 0),
  unique nulls not distinct (la_code, measure, year, age)
);
comment on table published_plans is 'Plans each January, and those that began and ended in each year, by authority as the Department publishes them (Open Government Licence v3.0). Reference data for forecasts.';
comment on column published_plans.la_code is 'The three-digit code, also of authorities that are no more: so no key to authorities.';
comment on column published_plans.measure is 'plans: in January of the year. joined: new plans in the calendar year. left: plans that ceased in it, less those that went to another authority.';
comment on column published_plans.age is 'In whole years; null: all ages together.';
grant select on published_plans to app;

-- Where each plan in force places its child: a published contract, so that nobody else has to know how a plan says it.
create view plans_placed with (security_invoker = true) as
select v.authority_id, v.plan_id, v.child_id,
  v.content #>> '{sectionI,kind}' as kind,
  (v.content #>> '{sectionI,settings,0,settingId}')::uuid as setting_id
from plan_versions v
where v.kind = 'final' and not exists (select from plan_versions later
  where later.authority_id = v.authority_id and later.plan_id = v.plan_id and later.kind = 'final' and later.number > v.number);
comment on view plans_placed is 'Where Section I of each plan in force places the child: named, type only or otherwise, and the first setting it names. A published contract: sufficiency reads it.';
grant select on plans_placed to app;

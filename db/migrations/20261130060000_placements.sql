-- What Section I of each plan issued says, by setting: kept beside the version so that lists need not read whole plans.
create table placement_namings (
  authority_id integer not null,
  version_id uuid not null,
  place integer not null check (place between 1 and 20),
  plan_id uuid not null,
  child_id uuid not null,
  version_number integer not null check (version_number >= 1),
  kind text not null check (kind in ('named', 'type only', 'otherwise than in a school')),
  setting_id uuid references settings (id),
  setting_name text check (length(setting_name) between 1 and 300),
  setting_type text,
  attendance text,
  must_admit boolean not null default false,
  organisation_id uuid references organisations (id),
  named_on date not null,
  until_on date check (until_on >= named_on),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, version_id, place),
  foreign key (authority_id, version_id) references plan_versions (authority_id, id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check ((kind = 'named') = (setting_id is not null)),
  check ((setting_id is null) = (setting_name is null)),
  check (not must_admit or kind = 'named')
);
create index placement_namings_of_child on placement_namings (authority_id, child_id);
create index placement_namings_of_plan on placement_namings (authority_id, plan_id, version_number);
create index placement_namings_of_organisation on placement_namings (organisation_id) where organisation_id is not null;
comment on table placement_namings is 'What Section I of each plan issued names, a row a setting, in the plan''s order: written with the version. Only its end is added. A test holds it to the version''s own words.';
comment on column placement_namings.until_on is 'The day a later version of the plan took its place; null while it is in force.';
comment on column placement_namings.place is 'The order in Section I: 1 for the first named.';
comment on column placement_namings.must_admit is 'The setting is of a kind in s38(3), so that s43 requires it to admit the child.';
comment on column placement_namings.organisation_id is 'Who acts for the setting, and is asked when the child was admitted; null where nobody had been sent anything for it.';

-- Where a child is, in fact: each place from the day it starts.
create table placements (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('setting', 'package', 'otherwise than in a school', 'home education', 'arranged by the family', 'awaiting')),
  rank integer not null check (rank in (1, 2)),
  setting_id uuid references settings (id),
  setting_name text check (length(setting_name) between 1 and 300),
  weeks text check (weeks in ('38 to 51 weeks', '52 weeks')),
  provided_in text check (provided_in in ('SEN unit', 'resourced provision')),
  words text not null check (length(words) <= 4000),
  from_on date not null,
  recorded_by text not null check (length(recorded_by) between 1 and 200),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (kind <> 'setting' or setting_name is not null),
  check (kind in ('setting', 'package') or (setting_name is null and setting_id is null)),
  check (setting_id is null or setting_name is not null),
  check (kind in ('setting', 'package') or (weeks is null and provided_in is null)),
  check (kind in ('setting') or length(words) > 0)
);
create index placements_of_child on placements (authority_id, child_id);
create index placements_at_setting on placements (setting_id) where setting_id is not null;
comment on table placements is 'Where a child with a plan is in fact, each from the day it starts; how it ends is in placement_ends. Added, never altered. From the first of these on it is they that say where the child goes (children_circumstances says so before).';
comment on column placements.rank is 'Of two settings at once: 1 for the main one, 2 for the other, as the SEN2 return ranks them.';
comment on column placements.setting_id is 'On the national register; null for one that is not there, which then has its name alone.';
comment on column placements.weeks is 'Residential: how many weeks of the year, in the bands of the SEN2 return (A, B); null where it is not residential.';
comment on column placements.words is 'What is arranged (a package, education otherwise than in a school, at home), or why a place is awaited.';

create table placement_ends (
  authority_id integer not null,
  placement_id uuid not null,
  child_id uuid not null,
  how text not null check (how in ('moved to another place', 'moved on at the end of a stage', 'broke down', 'excluded', 'the family’s choice', 'a place was found', 'moved away', 'plan ended', 'something else', 'recorded by mistake')),
  words text not null check (length(words) <= 4000),
  ended_on date not null,
  ended_by text not null check (length(ended_by) between 1 and 200),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, placement_id),
  foreign key (authority_id, placement_id) references placements (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (how not in ('broke down', 'something else', 'recorded by mistake') or length(words) > 0)
);
create index placement_ends_of_child on placement_ends (authority_id, child_id);
comment on table placement_ends is 'The last day of a placement and why it ended, once each. One recorded by mistake never was: it is in no history the family or the return has.';

-- s43: a setting that is named admits the child, and says on which day.
create table placement_admissions (
  authority_id integer not null,
  id uuid not null,
  version_id uuid not null,
  place integer not null,
  child_id uuid not null,
  organisation_id uuid references organisations (id),
  admitted_on date,
  why_not text not null check (length(why_not) <= 4000),
  expected_on date,
  said_by text not null check (length(said_by) between 1 and 200),
  said_on date not null,
  recorded_by text check (length(recorded_by) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, version_id, place) references placement_namings (authority_id, version_id, place),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check ((admitted_on is null) = (length(why_not) > 0)),
  check (expected_on is null or admitted_on is null)
);
create index placement_admissions_of_naming on placement_admissions (authority_id, version_id, place, recorded_at);
create index placement_admissions_of_child on placement_admissions (authority_id, child_id);
comment on table placement_admissions is 'What a setting named in a plan says of admitting the child (s43): the day, or why not yet and when. Added, never altered; the latest stands.';
comment on column placement_admissions.recorded_by is 'Who at the authority wrote it down, where the setting said it otherwise than here.';

-- Whether provision is in place, and each term whether it still is: asked by a day, of the setting and the family.
create table placement_checks (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  placement_id uuid not null,
  version_id uuid not null,
  kind text not null check (kind in ('in place', 'term')),
  term_ends_on date,
  organisation_id uuid references organisations (id),
  asks_family boolean not null,
  asked_on date not null,
  answer_by date not null,
  reminded_on date,
  ended_on date check (ended_on >= asked_on),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, placement_id) references placements (authority_id, id),
  foreign key (authority_id, version_id) references plan_versions (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check ((kind = 'term') = (term_ends_on is not null)),
  check (kind = 'in place' or not asks_family),
  check (answer_by >= asked_on)
);
create unique index placement_checks_once on placement_checks (authority_id, placement_id, version_id, kind, coalesce(term_ends_on, '-infinity'));
create index placement_checks_of_child on placement_checks (authority_id, child_id);
create index placement_checks_of_organisation on placement_checks (organisation_id) where organisation_id is not null;
create index placement_checks_open on placement_checks (authority_id, answer_by) where ended_on is null;
comment on table placement_checks is 'Each time a setting, and the family, are asked whether what Section F says is happening: once for each placement and version of the plan, and each term. No answer is a finding, never a yes.';
comment on column placement_checks.organisation_id is 'The setting asked; null where the child is at none, or nobody for it was sent the plan: staff then ask it themselves.';
comment on column placement_checks.ended_on is 'The day it stopped being a question: the placement ended, or another version of the plan was issued.';
comment on column placement_checks.reminded_on is 'The day whoever had not answered was reminded: once.';

create table placement_answers (
  authority_id integer not null,
  id uuid not null,
  check_id uuid not null,
  child_id uuid not null,
  party text not null check (party in ('setting', 'family')),
  organisation_id uuid references organisations (id),
  lines jsonb not null check (jsonb_typeof(lines) = 'array'),
  said_by text not null check (length(said_by) between 1 and 200),
  said_on date not null,
  recorded_by text check (length(recorded_by) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, check_id) references placement_checks (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index placement_answers_of_check on placement_answers (authority_id, check_id, recorded_at);
create index placement_answers_of_child on placement_answers (authority_id, child_id);
comment on table placement_answers is 'What a setting or a family says of each line of Section F: whether it is happening, partly, or not, and what is not. Added, never altered; each party''s latest stands.';
comment on column placement_answers.lines is 'An object a line: `row` (which line), `answer` (yes, partly, no) and `words`.';

-- What a family says is not happening, until somebody has put it right and said so.
create table placement_problems (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  version_id uuid not null,
  row_id uuid not null,
  words text not null check (length(words) between 1 and 4000),
  since text not null check (length(since) <= 200),
  said_by text not null check (length(said_by) between 1 and 200),
  contact_id uuid,
  said_on date not null,
  due_on date not null check (due_on >= said_on),
  recorded_by text check (length(recorded_by) between 1 and 200),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, version_id) references plan_versions (authority_id, id)
);
create index placement_problems_of_child on placement_problems (authority_id, child_id);
comment on table placement_problems is 'A line of Section F that a family or young person says is not happening: a task of the case''s caseworker, due by a day the authority sets for itself.';
comment on column placement_problems.contact_id is 'Whose it is of those on the file; null where nobody on the file said it.';
comment on column placement_problems.recorded_by is 'Who at the authority wrote it down, where it was said otherwise than here.';

create table placement_problem_acts (
  authority_id integer not null,
  id uuid not null,
  problem_id uuid not null,
  child_id uuid not null,
  number integer not null check (number >= 1),
  kind text not null check (kind in ('done', 'closed', 'opened again')),
  words text not null check (length(words) between 1 and 4000),
  due_on date,
  by_name text not null check (length(by_name) between 1 and 200),
  on_day date not null,
  recorded_by text check (length(recorded_by) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  unique (authority_id, problem_id, number),
  foreign key (authority_id, problem_id) references placement_problems (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check ((kind = 'opened again') = (due_on is not null))
);
create index placement_problem_acts_of_child on placement_problem_acts (authority_id, child_id);
comment on table placement_problem_acts is 'What was done about a line that is not happening, in order; closed only with words, and opened again by the family. Both sides read it. Added, never altered.';
comment on column placement_problem_acts.number is 'Its place among them, so that of two who act at once on what they saw the second is told.';

-- What a child needs on the way to school, handed on to whoever decides on travel.
create table placement_travel (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  placement_id uuid not null,
  needs text not null check (length(needs) between 1 and 4000),
  handed_to text not null check (length(handed_to) between 1 and 200),
  letter_id uuid,
  handed_on date not null,
  handed_by text not null check (length(handed_by) between 1 and 200),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, placement_id) references placements (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, letter_id) references letters (authority_id, id)
);
create index placement_travel_of_child on placement_travel (authority_id, child_id);
comment on table placement_travel is 'Each time what a child needs on the way was handed on to the authority''s travel team. Whether they are eligible is decided there, not here.';

do $$
declare t text;
begin
  foreach t in array array['placement_namings', 'placements', 'placement_ends', 'placement_admissions', 'placement_checks',
    'placement_answers', 'placement_problems', 'placement_problem_acts', 'placement_travel'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy authority on %I to app_authority
      using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int))$p$, t);
    execute format($p$create policy family on %I for select to app_family
      using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]))$p$, t);
    execute format('grant select, insert on %I to app', t);
  end loop;
  foreach t in array array['placement_answers', 'placement_problems', 'placement_problem_acts'] loop
    execute format($p$create policy invited_reads_only on %I as restrictive for insert to app_family
      with check (child_id <> all (coalesce((select nullif(current_setting('opensend.invited', true), '')::uuid[]), '{}')))$p$, t);
  end loop;
end $$;
grant update (reminded_on, ended_on) on placement_checks to app;
grant update (until_on) on placement_namings to app;

create policy family_answers on placement_answers for insert to app_family
  with check (party = 'family' and organisation_id is null and recorded_by is null
    and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
    and exists (select from placement_checks c where c.authority_id = placement_answers.authority_id
      and c.id = placement_answers.check_id and c.child_id = placement_answers.child_id and c.asks_family));
create policy family_says on placement_problems for insert to app_family
  with check (recorded_by is null and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
    and exists (select from plan_versions v where v.authority_id = placement_problems.authority_id
      and v.id = placement_problems.version_id and v.child_id = placement_problems.child_id and v.kind = 'final'));
create policy family_opens_again on placement_problem_acts for insert to app_family
  with check (kind = 'opened again' and recorded_by is null
    and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
    and exists (select from placement_problems p where p.authority_id = placement_problem_acts.authority_id
      and p.id = placement_problem_acts.problem_id and p.child_id = placement_problem_acts.child_id));

create policy organisation on placement_namings for select to app_organisation
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy organisation on placement_admissions for select to app_organisation
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy organisation_says on placement_admissions for insert to app_organisation
  with check (recorded_by is null and organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select from placement_namings n where n.authority_id = placement_admissions.authority_id
      and n.version_id = placement_admissions.version_id and n.place = placement_admissions.place
      and n.child_id = placement_admissions.child_id and n.organisation_id = placement_admissions.organisation_id));
create policy organisation on placement_checks for select to app_organisation
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy organisation on placement_answers for select to app_organisation
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy organisation_answers on placement_answers for insert to app_organisation
  with check (party = 'setting' and recorded_by is null
    and organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select from placement_checks c where c.authority_id = placement_answers.authority_id
      and c.id = placement_answers.check_id and c.child_id = placement_answers.child_id
      and c.organisation_id = placement_answers.organisation_id));

-- A placement survives its setting's change of URN: a closed setting stands as its one successor, and so on.
create function placement_setting_now(start uuid) returns uuid language sql stable as $$
  with recursive walk as (
    select start as id, 0 as depth
    union all
    select successor.id, walk.depth + 1 from walk
    join settings old on old.id = walk.id and old.status = 'Closed'
    join lateral (
      select (array_agg(distinct following.id))[1] as id from setting_links link
      join settings following on following.urn = link.link_urn
      where link.urn = old.urn and link.link_type like 'Successor%' having count(distinct following.id) = 1
    ) successor on true
    where walk.depth < 10)
  select id from walk order by depth desc limit 1 $$;
comment on function placement_setting_now is 'The setting on the register that a setting stands as now: itself, or the only successor of a closed one.';

create view placement_spells with (security_invoker = true) as
select p.authority_id, coalesce(child.joined_to, p.child_id) as child_id, p.id, p.kind, p.rank, p.from_on, e.ended_on as until_on, e.how as ended_how,
  p.setting_id, p.setting_name, s.id as setting_now_id, s.name as setting_now_name, s.urn, s.ukprn,
  -- SEN2: what stands where no setting does.
  case p.kind when 'otherwise than in a school' then 'OLA' when 'package' then case when p.setting_id is null then 'OLA' end
    when 'home education' then 'EHE' when 'arranged by the family' then 'OPA' end as sen_setting,
  (p.recorded_at at time zone 'Europe/London')::date as recorded_on,
  case p.weeks when '38 to 51 weeks' then 'A' when '52 weeks' then 'B' end as residential,
  coalesce(p.provided_in = 'SEN unit', false) as sen_unit, coalesce(p.provided_in = 'resourced provision', false) as resourced_provision
from placements p
join children child on child.authority_id = p.authority_id and child.id = p.child_id
left join placement_ends e on e.authority_id = p.authority_id and e.placement_id = p.id
-- Of the thousands that are open the register is not walked.
left join settings was on was.id = p.setting_id
left join settings s on s.id = case when was.status = 'Closed' then placement_setting_now(was.id) else was.id end
where e.how is distinct from 'recorded by mistake';
comment on view placement_spells is 'Every placement that was, by the file that stands: from and until when, at which setting as the register now has it, and as the SEN2 return codes it (module 5). The pure rules of placement.ts read the same; a test holds them together.';

create view placement_named with (security_invoker = true) as
select n.authority_id, coalesce(child.joined_to, n.child_id) as child_id, n.version_id, n.plan_id, n.place, n.kind, n.setting_id, n.setting_name,
  case when was.status = 'Closed' then placement_setting_now(was.id) else was.id end as setting_now_id, n.setting_type, n.attendance, n.must_admit, n.organisation_id, n.named_on
from placement_namings n
join children child on child.authority_id = n.authority_id and child.id = n.child_id
left join settings was on was.id = n.setting_id
where n.until_on is null;
comment on view placement_named is 'What the plan in force says in Section I, by the file that stands.';

create function placement_stages(on_day date) returns table (authority_id integer, child_id uuid, stage text, since date)
language sql stable as $$
  with named as (
    select n.authority_id, n.child_id, min(n.kind) as kind, min(n.named_on) as named_on,
      array_remove(array_agg(distinct n.setting_now_id order by n.setting_now_id), null) as ids
    from placement_named n group by n.authority_id, n.child_id),
  spells as (
    select s.authority_id, s.child_id,
      count(*) filter (where now.is_so) as now_count,
      count(*) filter (where now.is_so and s.kind = 'awaiting') as awaiting,
      count(*) filter (where s.from_on > on_day) as to_start,
      bool_or(now.is_so and s.kind = 'home education') as at_home,
      bool_or(now.is_so and s.kind = 'arranged by the family') as own,
      bool_or(now.is_so and s.kind = 'otherwise than in a school') as otherwise,
      bool_or(now.is_so and s.kind in ('setting', 'package') and s.setting_now_id is null and s.setting_name is not null) as unlisted,
      array_remove(array_agg(distinct s.setting_now_id order by s.setting_now_id) filter (where now.is_so), null) as ids,
      min(s.from_on) filter (where now.is_so) as since,
      max(s.until_on) filter (where s.until_on < on_day) as left_on
    from placement_spells s
    cross join lateral (select s.from_on <= on_day and (s.until_on is null or s.until_on >= on_day) as is_so) now
    group by s.authority_id, s.child_id)
  select authority_id, child_id,
    case
      when coalesce(spells.now_count, 0) = 0 then
        case when spells.to_start > 0 then 'to start' when named.kind is null then 'nothing recorded' else 'no place recorded' end
      when spells.awaiting = spells.now_count then 'awaiting a place'
      when spells.at_home then 'educated at home'
      when spells.own then 'arranged by the family'
      when spells.ids = '{}' and not spells.unlisted then
        case when named.kind = 'named' then 'placed otherwise than named' else 'otherwise than in a school' end
      when named.kind is null or named.kind = 'type only' then 'placed'
      when named.kind = 'named' and not spells.unlisted and named.ids = spells.ids then 'placed as named'
      else 'placed otherwise than named'
    end,
    coalesce(spells.since, greatest(named.named_on, spells.left_on + 1), named.named_on)
  from named full join spells using (authority_id, child_id) $$;
comment on function placement_stages is 'Where each child with a plan or a placement stands on a day, and since when: the same as stageOf in placement.ts, which a test holds it to.';
grant select on placement_spells, placement_named to app;
grant execute on function placement_setting_now, placement_stages to app;

-- What was issued before these tables, as the service writes it of each plan issued since.
alter table plan_versions no force row level security;
alter table placement_namings no force row level security;
insert into placement_namings (authority_id, version_id, place, plan_id, child_id, version_number, kind, setting_id, setting_name, setting_type, attendance, must_admit, organisation_id, named_on, until_on)
select v.authority_id, v.id, coalesce(one.place, 1), v.plan_id, v.child_id, v.number, v.content -> 'sectionI' ->> 'kind',
  s.id, case when s.id is not null then one.setting ->> 'name' end,
  coalesce(one.setting ->> 'type', v.content -> 'sectionI' ->> 'type'), coalesce(one.setting ->> 'attendance', v.content -> 'sectionI' ->> 'attendance'),
  s.id is not null and one.setting ->> 'type' in ('maintained school', 'maintained nursery school', 'Academy', 'further education institution',
    'non-maintained special school', 'independent institution approved under section 41'),
  o.id, v.sent_on, (select min(later.sent_on) from plan_versions later where later.authority_id = v.authority_id
    and later.plan_id = v.plan_id and later.kind = 'final' and later.number > v.number)
from plan_versions v
left join lateral jsonb_array_elements(case when v.content -> 'sectionI' ->> 'kind' = 'named' then v.content -> 'sectionI' -> 'settings' else '[]' end)
  with ordinality one (setting, place) on true
left join settings s on s.id = (one.setting ->> 'settingId')::uuid
left join organisations o on o.setting_id = s.id
where v.kind = 'final' and (v.content -> 'sectionI' ->> 'kind' <> 'named' or s.id is not null);
alter table plan_versions force row level security;
alter table placement_namings force row level security;

-- What a setting owes joins what is put before it, whatever else has been added to its inbox since.
do $$
declare
  before text := pg_get_viewdef('inbox_items'::regclass);
  owed text := $v$
  union all
  select n.authority_id, n.organisation_id, 'admission', n.version_id, n.child_id, n.place::text, n.named_on, null,
    -- Whoever was admitted under an earlier version of the plan is admitted.
    coalesce((select max(said.said_on) from placement_admissions said
      join placement_namings then_named on then_named.authority_id = said.authority_id
        and then_named.version_id = said.version_id and then_named.place = said.place
      where said.authority_id = n.authority_id and then_named.plan_id = n.plan_id
        and then_named.setting_id = n.setting_id and said.admitted_on is not null), n.until_on),
    false, null, null
  from placement_namings n where n.must_admit and n.organisation_id is not null
  union all
  select c.authority_id, c.organisation_id, 'placement check', c.id, c.child_id, c.kind, c.asked_on, c.answer_by,
    coalesce((select max(said.said_on) from placement_answers said where said.authority_id = c.authority_id
      and said.check_id = c.id and said.party = 'setting'), c.ended_on),
    false, null, null
  from placement_checks c where c.organisation_id is not null
  $v$;
  joined text := regexp_replace(before, '\) item\s+JOIN authorities', owed || ') item JOIN authorities');
begin
  if joined = before then raise exception 'inbox_items is not as it was'; end if;
  execute 'create or replace view inbox_items with (security_invoker = true) as ' || joined;
end $$;

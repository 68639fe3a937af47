-- Amending a plan that was issued (SEND Regulations 2014, regs 22 and 28): opened, noticed to the family, and ended by an
-- amended plan or by one of the rows below. What was issued stays as it is, and in force, until another is issued.
create table plan_amendments (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  number integer not null check (number >= 1),
  from_version_id uuid not null,
  review_meeting_on date,
  why text not null check (length(why) between 1 and 4000),
  begun_on date not null,
  begun_by text not null check (length(begun_by) between 1 and 200),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, plan_id, number),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, from_version_id) references plan_versions (authority_id, id),
  check (review_meeting_on <= begun_on)
);
create index plan_amendments_of_child on plan_amendments (authority_id, child_id);
comment on table plan_amendments is 'Each time staff began to amend a plan that was issued. It is open until an amended plan is issued or a row of plan_amendment_ends says how it ended. Added, never altered.';
comment on column plan_amendments.from_version_id is 'The issued version it begins from, which stays in force meanwhile.';
comment on column plan_amendments.review_meeting_on is 'The day of the review meeting it follows (reg. 22); null where there was no review (reg. 28).';
comment on column plan_amendments.why is 'Why, as staff wrote it; the family reads it in the notice and not before.';

create table plan_amendment_ends (
  authority_id integer not null,
  amendment_id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  how text not null check (how in ('withdrawn', 'not amended')),
  reasons text not null check (length(reasons) between 1 and 4000),
  ended_on date not null,
  ended_by text not null check (length(ended_by) between 1 and 200),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, amendment_id),
  foreign key (authority_id, amendment_id) references plan_amendments (authority_id, id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index plan_amendment_ends_of_plan on plan_amendment_ends (authority_id, plan_id);
create index plan_amendment_ends_of_child on plan_amendment_ends (authority_id, child_id);
comment on table plan_amendment_ends is 'An amendment that ended without an amended plan: withdrawn before any notice, or decided against after one (reg. 22(4)). Once each, never altered.';

-- Which amendment a draft or a final plan belongs to; null for the first plan of all.
alter table plan_versions add column amendment_id uuid;
alter table plan_versions add foreign key (authority_id, amendment_id) references plan_amendments (authority_id, id);
create index plan_versions_of_amendment on plan_versions (authority_id, amendment_id) where amendment_id is not null;
create unique index plan_amended_once on plan_versions (authority_id, amendment_id) where kind = 'final';
comment on column plan_versions.amendment_id is 'The amendment it proposes (a draft, sent as an amendment notice) or ends (a final); null for the first plan.';

create table plan_amendment_notices (
  authority_id integer not null,
  version_id uuid not null,
  amendment_id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  section_i_may_change boolean not null,
  rests_on text not null check (length(rests_on) <= 4000),
  primary key (authority_id, version_id),
  foreign key (authority_id, version_id) references plan_versions (authority_id, id),
  foreign key (authority_id, amendment_id) references plan_amendments (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index plan_amendment_notices_of_amendment on plan_amendment_notices (authority_id, amendment_id);
create index plan_amendment_notices_of_child on plan_amendment_notices (authority_id, child_id);
comment on table plan_amendment_notices is 'What an amendment notice says beside the draft it proposes. The draft is its version. Added, never altered.';
comment on column plan_amendment_notices.section_i_may_change is 'Whether the setting itself is to be decided anew; which one is not said before the family has been heard.';
comment on column plan_amendment_notices.rests_on is 'What the changes rest on besides the papers sent with it; empty where the papers say it all.';

create table plan_amendment_evidence (
  authority_id integer not null,
  version_id uuid not null,
  document_id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  title text not null check (length(title) between 1 and 420),
  primary key (authority_id, version_id, document_id),
  foreign key (authority_id, version_id) references plan_amendment_notices (authority_id, version_id),
  foreign key (authority_id, document_id) references documents (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index plan_amendment_evidence_of_child on plan_amendment_evidence (authority_id, child_id);
comment on table plan_amendment_evidence is 'Each paper sent with an amendment notice as its evidence (reg. 22(2)), as it was called then. Added, never altered.';

alter table plan_amendments enable row level security;
alter table plan_amendments force row level security;
alter table plan_amendment_ends enable row level security;
alter table plan_amendment_ends force row level security;
alter table plan_amendment_notices enable row level security;
alter table plan_amendment_notices force row level security;
alter table plan_amendment_evidence enable row level security;
alter table plan_amendment_evidence force row level security;
create policy authority on plan_amendments to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy authority on plan_amendment_ends to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy authority on plan_amendment_notices to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy authority on plan_amendment_evidence to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
-- A family has an amendment from the day it has the notice of it: until then nothing is proposed.
create policy family on plan_amendments for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
    and exists (select from plan_amendment_notices sent
      where sent.authority_id = plan_amendments.authority_id and sent.amendment_id = plan_amendments.id));
create policy family on plan_amendment_ends for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
    and exists (select from plan_amendment_notices sent
      where sent.authority_id = plan_amendment_ends.authority_id and sent.amendment_id = plan_amendment_ends.amendment_id));
create policy family on plan_amendment_notices for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy family on plan_amendment_evidence for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
grant select, insert on plan_amendments, plan_amendment_ends, plan_amendment_notices, plan_amendment_evidence to app;

-- The stage of a plan while it is amended is the stage of the amendment; it is final again when that ends.
create or replace view plans_with_stage with (security_invoker = true) as
select p.authority_id, p.id, p.child_id, p.request_id, p.assessment_id,
  final.sent_on as issued_on, draft.number as draft_number, draft.last_day_for_views,
  case
    when final.id is not null and amending.id is null then 'final'
    when redraft.id is not null then 'redrafting'
    when draft.id is null then 'drafting'
    when finished.id is null then 'views awaited'
    else 'views in'
  end as stage
from plans p
left join lateral (select * from plan_versions v where v.authority_id = p.authority_id and v.plan_id = p.id and v.kind = 'final' order by number desc limit 1) final on true
left join lateral (select a.id from plan_amendments a where a.authority_id = p.authority_id and a.plan_id = p.id
  and not exists (select from plan_amendment_ends e where e.authority_id = a.authority_id and e.amendment_id = a.id)
  and not exists (select from plan_versions v where v.authority_id = a.authority_id and v.amendment_id = a.id and v.kind = 'final')
  order by a.number desc limit 1) amending on true
left join lateral (select * from plan_versions v where v.authority_id = p.authority_id and v.plan_id = p.id and v.kind = 'draft'
  and v.amendment_id is not distinct from coalesce(amending.id, final.amendment_id) order by number desc limit 1) draft on true
left join lateral (select * from plan_acts a where a.authority_id = p.authority_id and a.plan_id = p.id and a.kind = 'new draft begun' and a.recorded_at > draft.recorded_at limit 1) redraft on true
left join lateral (select * from plan_acts a where a.authority_id = p.authority_id and a.plan_id = p.id and a.kind = 'finished' and a.recorded_at > draft.recorded_at limit 1) finished on true;

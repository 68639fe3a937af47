-- Who holds the rights (Children and Families Act 2014, s83(2) and s80): what was recorded of a young person's capacity, of
-- whoever acts for them, of their wish about their parents, and what was said as the rights pass.
create table capacity_assessments (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  decision text not null check (decision in ('asking for an assessment', 'taking part in the assessment', 'the plan and its setting', 'mediation and appeals')),
  has_capacity boolean not null,
  assessed_on date not null,
  assessed_by text not null check (length(assessed_by) between 1 and 200),
  reasons text not null check (length(reasons) between 1 and 5000),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index capacity_assessments_of_child on capacity_assessments (authority_id, child_id);
comment on table capacity_assessments is 'What somebody found of a young person''s capacity to make one kind of decision, on a day. Without one, capacity is assumed (Mental Capacity Act 2005, s1(2)). The latest of a kind counts; none is altered.';
comment on column capacity_assessments.assessed_by is 'Who assessed it: their name and what they are.';

create table representatives (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('deputy', 'attorney')),
  paper_seen text not null check (length(paper_seen) between 1 and 2000),
  from_on date not null,
  until_on date,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  ended_by text,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, contact_id) references children_contacts (authority_id, id),
  check (until_on >= from_on),
  check (ended_by is null or until_on is not null)
);
create index representatives_of_child on representatives (authority_id, child_id);
create unique index representatives_once on representatives (authority_id, contact_id) where until_on is null;
comment on table representatives is 'Who acts for a young person who lacks capacity, from a day until another: a deputy or an attorney. Where there is none, the parent does.';
comment on column representatives.paper_seen is 'The order or the power of attorney that staff saw, with its date.';

create table parents_involvement (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  involved boolean not null,
  said_on date not null,
  how text not null check (length(how) between 1 and 2000),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index parents_involvement_of_child on parents_involvement (authority_id, child_id);
comment on table parents_involvement is 'What the young person said of their parents staying involved once the rights are theirs. The latest counts; none is altered.';

create table rights_notices (
  authority_id integer not null,
  child_id uuid not null,
  kind text not null check (kind in ('ahead', 'passed')),
  last_day date not null,
  young_person_told boolean not null,
  sent_on date not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, child_id, kind, last_day),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
comment on table rights_notices is 'What was said, ahead and once it happened, of the rights passing to a young person. Its key is what lets each be said once; a birth date put right begins again.';
comment on column rights_notices.last_day is 'The last day of compulsory school age: to its end the parent holds the rights.';
comment on column rights_notices.young_person_told is 'Whether the young person was themself on file to be written to.';

do $$
declare t text;
begin
  foreach t in array array['capacity_assessments', 'representatives', 'parents_involvement', 'rights_notices'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy authority on %I to app
      using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int))$p$, t);
    execute format('grant select, insert on %I to app', t);
  end loop;
end $$;
grant update (until_on, ended_by) on representatives to app;
-- A setting that has the child before it reads that the rights pass, and nothing of capacity or of anybody's wish.
create policy organisation on rights_notices for select to app
  using ((select nullif(current_setting('opensend.organisation', true), '')::uuid) is not null and exists (
    select 1 from children c where c.authority_id = rights_notices.authority_id and c.id = rights_notices.child_id));

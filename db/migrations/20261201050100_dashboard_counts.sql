-- What an authority's own facts come to, by measure; and what of that anybody may see.
create table dashboard_counts (
  authority_id integer not null references authorities (code),
  measure text not null check (length(measure) between 1 and 60),
  period_kind text not null check (period_kind in ('January', 'calendar year', 'today')),
  year integer not null check (year between 2000 and 2100),
  topic text not null check (topic in ('', 'primary need', 'placement', 'age')),
  breakdown text not null check ((breakdown = '') = (topic = '')),
  numerator bigint not null check (numerator >= 0),
  denominator bigint check (denominator >= 0),
  as_of date not null,
  computed_at timestamptz not null,
  primary key (authority_id, measure, period_kind, year, topic, breakdown)
);
comment on table dashboard_counts is 'Live counts of one authority, as its facts stood when they were last worked out: replaced whole, under its own lens. True counts: nobody else reads them.';
comment on column dashboard_counts.topic is 'What it is broken down by, one thing at a time: two at once could point to one child.';
comment on column dashboard_counts.denominator is 'What the numerator is of; null for a plain count. Of a mean the numerator is days and this is cases.';
comment on column dashboard_counts.as_of is 'The day the facts were counted as at.';

create table dashboard_releases (
  authority_id integer not null references authorities (code),
  released_on date not null check (extract(day from released_on) = 1 and extract(month from released_on) in (1, 4, 7, 10)),
  measure text not null check (length(measure) between 1 and 60),
  period_kind text not null check (period_kind in ('January', 'calendar year', 'today')),
  year integer not null check (year between 2000 and 2100),
  topic text not null check (topic in ('', 'primary need', 'placement', 'age')),
  breakdown text not null check ((breakdown = '') = (topic = '')),
  numerator bigint check (numerator >= 0),
  denominator bigint check (denominator >= 0),
  value double precision check (value >= 0),
  mark text check (mark = 'c'),
  policy text not null,
  as_of date not null,
  primary key (authority_id, released_on, measure, period_kind, year, topic, breakdown),
  check ((value is null) = (mark is not null))
);
comment on table dashboard_releases is 'What anybody may see of an authority''s live counts: after disclosure control, once a quarter, added and never altered. A second release of the same quarter would tell what changed between.';
comment on column dashboard_releases.value is 'The count, the percentage or the mean, as it is shown; null where it is withheld, and then mark says so.';
comment on column dashboard_releases.policy is 'How it was controlled, in the words shown with it.';

do $$
declare t text;
begin
  foreach t in array array['dashboard_counts', 'dashboard_releases'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy authority on %I to app_authority
      using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int))$p$, t);
  end loop;
end $$;
create policy reporting on dashboard_releases for select to reporting using (true);
grant select, insert, delete on dashboard_counts to app;
grant select, insert on dashboard_releases to app;
grant select on dashboard_releases to reporting;

-- Whether anything has happened since the counts were last worked out: events come in their order, so an index of ranges does,
-- and costs a recording nothing.
create index events_by_time on events using brin (recorded_at);

-- What a publisher's dictionary says of its measures: beside the figures, a release of its own, since it comes as a file of its own.
alter table statistics_releases drop constraint statistics_releases_source_check;
alter table statistics_releases add constraint statistics_releases_source_check check (source in
  ('ees-ehc-plans', 'hmcts-appeals', 'lait', 'lait-dictionary', 'neighbours', 'population', 'inclusion-dashboard', 'headline'));

create table statistics_definitions (
  release_id uuid not null references statistics_releases (id) deferrable initially deferred,
  measure text not null check (measure <> '' and measure = lower(measure)),
  subject text not null,
  name text not null,
  title text,
  unit text,
  polarity text check (polarity in ('High', 'Low', '-')),
  description text,
  method text,
  owner text,
  year_kind text,
  addresses text,
  primary key (release_id, measure, subject)
);
comment on table statistics_definitions is 'What a publisher''s dictionary says of each of its measures, in its own words: one row for each subject a measure is listed under.';
comment on column statistics_definitions.measure is 'The short name its figures go by, in small letters: the topic of its rows.';
comment on column statistics_definitions.polarity is 'Which way the publisher says is better: High, Low, or - for neither; null where it says nothing.';
comment on column statistics_definitions.owner is 'Whose statistics they are first.';

grant select on statistics_definitions to app, reporting;

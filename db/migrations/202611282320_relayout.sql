-- A version laid out anew when the template's layout changes: another row of words and another paper beside those that were
-- sent, which stay as they are.
create table plan_layout_runs (
  authority_id integer not null references authorities (code),
  id uuid not null,
  layout integer not null check (layout >= 1),
  asked_by text not null check (length(asked_by) between 1 and 200),
  asked_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id)
);
comment on table plan_layout_runs is 'That somebody asked for every plan in force to be laid out under a layout of the template. How far it has come is worked out.';
alter table plan_layout_runs enable row level security;
alter table plan_layout_runs force row level security;
create policy authority on plan_layout_runs to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on plan_layout_runs to app;

alter table plan_words drop constraint plan_words_pkey;
alter table plan_words add primary key (authority_id, version_id, layout);
alter table plan_words add column document_id uuid;
alter table plan_words add column run_id uuid;
alter table plan_words add foreign key (authority_id, document_id) references documents (authority_id, id);
alter table plan_words add foreign key (authority_id, run_id) references plan_layout_runs (authority_id, id);
-- The words it was sent in have the version's own paper; words laid out since have one of their own.
alter table plan_words add constraint plan_words_laid_out_since check ((document_id is null) = (run_id is null));
create unique index plan_words_as_sent on plan_words (authority_id, version_id) where run_id is null;
create index plan_words_of_run on plan_words (authority_id, run_id);
comment on table plan_words is 'Each version''s sections as its readers were shown them, with nobody''s address: as it was sent, and as laid out under newer layouts since. Added, never altered. A version from before there was this table has none.';
comment on column plan_words.document_id is 'The paper of these words where they were laid out since; null for the words it was sent in, whose paper is the version''s.';
comment on column plan_words.run_id is 'What they were laid out for; null for the words it was sent in.';

create table plan_layout_refusals (
  authority_id integer not null,
  run_id uuid not null,
  version_id uuid not null,
  why text not null check (why in ('not kept', 'altered', 'other words')),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, run_id, version_id),
  foreign key (authority_id, run_id) references plan_layout_runs (authority_id, id),
  foreign key (authority_id, version_id) references plan_versions (authority_id, id)
);
create index plan_layout_refusals_of_version on plan_layout_refusals (authority_id, version_id);
comment on table plan_layout_refusals is 'A version that was not laid out anew, because it might have said something else.';
comment on column plan_layout_refusals.why is 'Its words were not kept when it was sent; what is kept no longer has its hash; or the newer layout would show other words.';
alter table plan_layout_refusals enable row level security;
alter table plan_layout_refusals force row level security;
create policy authority on plan_layout_refusals to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on plan_layout_refusals to app;

-- The plan in force is the last issued: it alone is laid out anew.
create view plans_in_force with (security_invoker = true) as
select v.authority_id, v.id as version_id,
  (select max(w.layout) from plan_words w where w.authority_id = v.authority_id and w.version_id = v.id) as layout
from plan_versions v
where v.kind = 'final' and not exists (
  select from plan_versions later
  where later.authority_id = v.authority_id and later.plan_id = v.plan_id and later.kind = 'final' and later.number > v.number);
comment on view plans_in_force is 'The last version issued of each plan, and the newest layout it stands in; null where its words were not kept.';
grant select on plans_in_force to app;

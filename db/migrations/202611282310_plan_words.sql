-- The words of each version as they were laid out when it was served or issued, beside what they were laid out from: what
-- a reader is shown years later is read from here, and not worked out anew by whatever the service has become.
create table plan_words (
  authority_id integer not null,
  version_id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  layout integer not null check (layout >= 1),
  sections jsonb not null check (jsonb_typeof(sections) = 'array'),
  words_hash text not null check (words_hash ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, version_id),
  foreign key (authority_id, version_id) references plan_versions (authority_id, id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index plan_words_of_plan on plan_words (authority_id, plan_id);
create index plan_words_of_child on plan_words (authority_id, child_id);
comment on table plan_words is 'Each version''s sections as its readers were shown them, with nobody''s address. Added with the version, never altered. A version from before there was this table has none.';
comment on column plan_words.layout is 'Which layout of the template they were laid out under.';
comment on column plan_words.words_hash is 'SHA-256 of the sections'' canonical JSON.';
alter table plan_words enable row level security;
alter table plan_words force row level security;
create policy authority on plan_words to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on plan_words for select to app_family
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
grant select, insert on plan_words to app;

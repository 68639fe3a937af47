-- A version of a plan in another language, piece by piece, as a translator gave it back: beside the version, and never part of it.
create table plan_translations (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  version_id uuid not null,
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?$'),
  words_hash text not null check (words_hash ~ '^[0-9a-f]{64}$'),
  rows jsonb not null check (jsonb_typeof(rows) = 'array' and jsonb_array_length(rows) > 0),
  received_on date not null,
  received_by text not null check (length(received_by) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  translator text check (length(translator) between 1 and 200),
  translated_on date,
  checked_how text check (length(checked_how) between 1 and 2000),
  kept_on date,
  kept_by text check (length(kept_by) between 1 and 200),
  kept_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, version_id) references plan_versions (authority_id, id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (num_nonnulls(translator, translated_on, checked_how, kept_on, kept_by, kept_at) in (0, 6)),
  check (translated_on <= kept_on)
);
create index plan_translations_of_plan on plan_translations (authority_id, plan_id, language, recorded_at desc);
create index plan_translations_of_version on plan_translations (authority_id, version_id);
create index plan_translations_of_child on plan_translations (authority_id, child_id);
comment on table plan_translations is 'A version of a plan in another language, as a translator''s file gave it back. Never altered; that staff looked at it and kept it is added once, and until then nobody else reads it.';
comment on column plan_translations.language is 'Its BCP 47 tag.';
comment on column plan_translations.words_hash is 'SHA-256 of the canonical JSON of the version''s words that were translated.';
comment on column plan_translations.rows is 'Each translated piece: its key, the SHA-256 of the English it is of, and its words. A piece that is not here was left untranslated.';
comment on column plan_translations.translated_on is 'The day the translator gives for it.';
comment on column plan_translations.checked_how is 'How it was checked, in the words of whoever kept it.';
comment on column plan_translations.kept_on is 'The day staff kept it, after which the family reads it; null until then.';
alter table plan_translations enable row level security;
alter table plan_translations force row level security;
create policy authority on plan_translations to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on plan_translations for select to app_family
  using (kept_on is not null and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
-- Whoever reads a version whole reads it in other languages too. One who has a copy of it does not: a translation leaves nothing out.
create policy organisation on plan_translations for select to app_organisation
  using (kept_on is not null and exists (
    select from plan_versions v
    where v.authority_id = plan_translations.authority_id and v.id = plan_translations.version_id and v.kind = 'final'));
grant select, insert on plan_translations to app;
grant update (translator, translated_on, checked_how, kept_on, kept_by, kept_at) on plan_translations to app;

alter table authorities add column translation_notice text check (length(translation_notice) between 1 and 1000);
comment on column authorities.translation_notice is 'What the authority says at the head of every translated plan of how it stands to the English one; null for the plain words of the service.';

-- What a child says for themself: in words, or by a photograph, a drawing, a sound or a film, with how it was gathered.
create table child_voices (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  way text not null check (way in ('words', 'photograph', 'drawing', 'sound', 'video')),
  words text not null check (length(words) <= 20000),
  document_id uuid,
  how_gathered text not null check (length(how_gathered) between 1 and 2000),
  helped_by text not null check (length(helped_by) <= 200),
  gathered_on date not null,
  said_by text not null check (said_by in ('family', 'organisation', 'authority')),
  organisation_id uuid references organisations (id),
  recorded_by text not null check (length(recorded_by) between 1 and 200),
  confirmed_on date,
  confirmed_how text check (length(confirmed_how) between 1 and 2000),
  confirmed_by text check (length(confirmed_by) between 1 and 200),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, document_id) references documents (authority_id, id),
  -- A picture or a recording may have no words with it; words are nothing without.
  check (length(words) > 0 or (way <> 'words' and document_id is not null)),
  check ((said_by = 'organisation') = (organisation_id is not null)),
  check (num_nonnulls(confirmed_on, confirmed_how, confirmed_by) in (0, 3)),
  check (confirmed_on >= gathered_on)
);
create index child_voices_of_child on child_voices (authority_id, child_id);
create index child_voices_of_organisation on child_voices (organisation_id) where organisation_id is not null;
comment on table child_voices is 'What a child says for themself, as they said it or made it. Never altered; that they have since seen it is added once.';
comment on column child_voices.words is 'The child''s own words; or of a picture or recording what it shows or says, for whoever cannot see or hear it.';
comment on column child_voices.helped_by is 'Who helped the child say it; empty where nobody did.';
comment on column child_voices.confirmed_on is 'The day the child saw it and said that it is what they mean; null until they have.';
alter table child_voices enable row level security;
alter table child_voices force row level security;
create policy authority on child_voices to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on child_voices for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy family_says on child_voices for insert to app
  with check (said_by = 'family' and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy family_confirms on child_voices for update to app
  using (confirmed_on is null and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]))
  with check (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
-- An organisation reads what its own people brought, while the child is before it.
create policy organisation on child_voices for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select from children c where c.authority_id = child_voices.authority_id and c.id = child_voices.child_id));
create policy organisation_says on child_voices for insert to app
  with check (said_by = 'organisation' and organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select from children c where c.authority_id = child_voices.authority_id and c.id = child_voices.child_id));
create policy organisation_confirms on child_voices for update to app
  using (confirmed_on is null and organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid))
  with check (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
grant select, insert on child_voices to app;
grant update (confirmed_on, confirmed_how, confirmed_by) on child_voices to app;

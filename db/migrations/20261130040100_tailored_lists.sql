-- A tailored list as it was made for a child's draft: every setting considered, with its reasons as codes. Never altered: when the
-- draft changes another is made.
create table tailored_lists (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  number integer not null check (number >= 1),
  criteria text not null check (length(criteria) between 1 and 20),
  made_on date not null,
  made_by text not null check (length(made_by) between 1 and 200),
  start_on date not null,
  km integer not null check (km between 1 and 200),
  asked jsonb not null,
  placeless integer not null check (placeless >= 0),
  settings jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, plan_id, number),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (jsonb_typeof(settings) = 'array')
);
create index tailored_lists_of_child on tailored_lists (authority_id, child_id);
comment on table tailored_lists is 'A tailored list as it was made for the draft of a plan, with the version of the criteria it was made by. Advisory: no request for a setting depends on it. Never altered.';
comment on column tailored_lists.asked is 'Whom it is for, as it was asked: the age, the lines of Section F with the kinds of need behind each, what the family would like. No name and no address.';
comment on column tailored_lists.placeless is 'How many open settings the register had no place for, which no distance could find.';
comment on column tailored_lists.settings is 'Every setting considered, in the order of the list: its id, how far in kilometres, a digit for the verdict and one for each reason, and the needs it named as bits.';

-- What the family puts on the list, and that they want none.
create table tailored_list_sayings (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  list_id uuid not null,
  kind text not null check (kind in ('setting added', 'list declined')),
  setting_id uuid references settings (id),
  setting_name text check (length(setting_name) between 1 and 300),
  words text not null check (length(words) <= 2000),
  said_by text not null check (said_by in ('family', 'authority')),
  said_by_name text not null check (length(said_by_name) between 1 and 200),
  said_on date not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, list_id) references tailored_lists (authority_id, id),
  check ((kind = 'setting added') = (setting_name is not null)),
  check (setting_id is null or kind = 'setting added')
);
create index tailored_list_sayings_of_child on tailored_list_sayings (authority_id, child_id);
create index tailored_list_sayings_of_list on tailored_list_sayings (authority_id, list_id);
comment on table tailored_list_sayings is 'A setting the family puts on a tailored list, with why; or that they want no list. Neither is a request under section 38, nor takes one away. Never altered.';
comment on column tailored_list_sayings.setting_id is 'Null where the setting is not on the register.';

-- What one person of a family keeps for themself about a setting. No authority has a policy here: it is nobody else's.
create table tailored_list_notes (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  contact_id uuid not null,
  setting_id uuid not null references settings (id),
  kind text not null check (kind in ('note', 'question', 'visit')),
  words text not null check (length(words) between 1 and 2000),
  visit_on date,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, contact_id) references children_contacts (authority_id, id),
  check (visit_on is null or kind = 'visit')
);
create index tailored_list_notes_of_child on tailored_list_notes (authority_id, child_id, contact_id);
create index tailored_list_notes_of_contact on tailored_list_notes (authority_id, contact_id);
comment on table tailored_list_notes is 'What one of a family notes for themself about a setting: a note, a question, a visit. Read by nobody else, not the authority and not another of the family.';

do $$
declare t text;
begin
  foreach t in array array['tailored_lists', 'tailored_list_sayings', 'tailored_list_notes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
create policy authority on tailored_lists to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on tailored_lists for select to app_family
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy authority on tailored_list_sayings to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on tailored_list_sayings for select to app_family
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy family_says on tailored_list_sayings for insert to app_family
  with check (said_by = 'family' and child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy invited_reads_only on tailored_list_sayings as restrictive for insert to app_family
  with check (child_id <> all (coalesce((select nullif(current_setting('opensend.invited', true), '')::uuid[]), '{}')));
create policy family on tailored_list_notes for select to app_family
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
    and contact_id = any ((select nullif(current_setting('opensend.contacts', true), '')::uuid[])::uuid[]));
create policy family_writes on tailored_list_notes for insert to app_family
  with check (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
    and contact_id = any ((select nullif(current_setting('opensend.contacts', true), '')::uuid[])::uuid[]));
create policy invited_reads_only on tailored_list_notes as restrictive for insert to app_family
  with check (child_id <> all (coalesce((select nullif(current_setting('opensend.invited', true), '')::uuid[]), '{}')));
grant select, insert on tailored_lists, tailored_list_sayings, tailored_list_notes to app;

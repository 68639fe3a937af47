-- What a child's family is told of as it happens, and what was written to each of them about it.
create table family_news (
  authority_id integer not null references authorities (code),
  id uuid not null,
  child_id uuid not null,
  organisation_id uuid,
  kind text not null check (length(kind) between 1 and 100),
  happened_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  gathered_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
comment on table family_news is 'Something that happened which the family is told of: one row in the transaction of its event.';
comment on column family_news.kind is 'The kind of its event. The words for it are the service''s own.';
comment on column family_news.organisation_id is 'The organisation whose member acted; null otherwise.';
comment on column family_news.recorded_at is 'The moment of its transaction: a letter of the very same moment tells of it already.';
comment on column family_news.gathered_at is 'When it was put into an update to each person on the file who may be written to.';
create index family_news_waiting on family_news (authority_id, happened_at) where gathered_at is null;
create index family_news_of_child on family_news (authority_id, child_id, happened_at desc);

create table family_updates (
  authority_id integer not null references authorities (code),
  id uuid not null,
  child_id uuid not null,
  contact_id uuid not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  due_at timestamptz not null,
  written_at timestamptz,
  letter_id uuid,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, contact_id) references children_contacts (authority_id, id),
  foreign key (authority_id, letter_id) references letters (authority_id, id),
  check (letter_id is null or written_at is not null)
);
comment on table family_updates is 'One message to one person about all that happened in an hour, a day or a week, as they chose. Written once: with its letter, in one transaction.';
comment on column family_updates.kinds is 'The kinds of event it tells of.';
comment on column family_updates.letter_id is 'The letter, email or text it became; null while it waits, and for somebody who was no longer to be written to.';
-- One waits for each person: what happens meanwhile is added to it.
create unique index family_updates_waiting on family_updates (authority_id, child_id, contact_id) where written_at is null;
create index family_updates_due on family_updates (authority_id, due_at) where written_at is null;

create table quiet_notices (
  authority_id integer not null references authorities (code),
  child_id uuid not null,
  since_on date not null,
  told_on date not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, child_id, since_on),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (told_on > since_on)
);
comment on table quiet_notices is 'That a family was told that nothing has changed, and why. Its key lets each silence be told of once, however often the night''s work is run.';
comment on column quiet_notices.since_on is 'The day they last heard from us: the silence that was told of began there.';

create table update_choices (
  authority_id integer not null references authorities (code),
  id uuid not null,
  child_id uuid not null,
  contact_id uuid not null,
  how_often text not null check (how_often in ('each change', 'daily', 'weekly', 'letters only')),
  said_by text not null check (length(said_by) between 1 and 200),
  said_how text not null check (said_how in ('online', 'telephone', 'letter', 'email', 'in person')),
  said_on date not null,
  recorded_by text check (length(recorded_by) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, contact_id) references children_contacts (authority_id, id),
  check ((said_how = 'online') = (recorded_by is null))
);
comment on table update_choices is 'How often somebody on a file wants to be told of changes; the last said holds. What the law requires to be sent is sent whatever they chose.';
comment on column update_choices.recorded_by is 'Who at the authority wrote down what was said; null where they said it here.';
create index update_choices_last on update_choices (authority_id, child_id, contact_id, recorded_at desc);

do $$
declare t text;
begin
  foreach t in array array['family_news', 'family_updates', 'quiet_notices', 'update_choices'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy authority on %I to app
      using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int))$p$, t);
    execute format('grant select, insert on %I to app', t);
  end loop;
end $$;
create policy family on family_news for insert to app
  with check (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
create policy organisation on family_news for insert to app
  with check (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select 1 from children c where c.authority_id = family_news.authority_id and c.id = family_news.child_id));
grant update (gathered_at) on family_news to app;
grant update (kinds, due_at, written_at, letter_id) on family_updates to app;

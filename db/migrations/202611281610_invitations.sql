-- Whom a parent or young person lets follow the case beside them, what each of them sees, and until when.
create table invitations (
  authority_id integer not null references authorities (code),
  id uuid not null,
  child_id uuid not null,
  contact_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  email text not null check (length(email) between 3 and 254),
  relationship text not null check (relationship in
    ('information, advice and support service', 'advocate', 'relative or friend', 'lawyer', 'somebody else')),
  sees text not null check (sees in ('whole file', 'tracker and messages')),
  until_on date not null,
  invited_at timestamptz not null,
  said_by text not null check (length(said_by) between 1 and 200),
  said_how text not null check (said_how in ('online', 'telephone', 'letter', 'email', 'in person')),
  said_on date not null,
  recorded_by text check (length(recorded_by) between 1 and 200),
  account_id uuid,
  accepted_at timestamptz,
  ended_at timestamptz,
  ended_by text check (length(ended_by) between 1 and 200),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, contact_id) references children_contacts (authority_id, id),
  check ((said_how = 'online') = (recorded_by is null)),
  check ((account_id is null) = (accepted_at is null)),
  check ((ended_at is null) = (ended_by is null))
);
comment on table invitations is 'Somebody a parent or young person invited to follow the case beside them. They see what the inviter chose and never more than the inviter; it ends on its last day, when it is taken back, and when the inviter may no longer follow.';
comment on column invitations.contact_id is 'Whose invitation it is: only they, and the authority, know of it.';
comment on column invitations.recorded_by is 'Who at the authority wrote down what was said; null where it was said here.';
create unique index invitations_one on invitations (authority_id, child_id, contact_id, lower(email)) where ended_at is null;
create index invitations_by_email on invitations (authority_id, lower(email)) where ended_at is null;
create index invitations_of_child on invitations (authority_id, child_id, invited_at);

create table invitation_codes (
  authority_id integer not null,
  id uuid not null,
  invitation_id uuid not null,
  secret_hash bytea not null check (length(secret_hash) = 32),
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0 check (tries between 0 and 5),
  used_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, invitation_id) references invitations (authority_id, id)
);
comment on table invitation_codes is 'One-time codes sent to whoever was invited: only the hash is kept. Whoever types one has shown that the email address is theirs.';
create index invitation_codes_of on invitation_codes (authority_id, invitation_id) where used_at is null;

do $$
declare t text;
begin
  foreach t in array array['invitations', 'invitation_codes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy authority on %I to app
      using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int))$p$, t);
    execute format('grant select, insert on %I to app', t);
  end loop;
end $$;
-- No policy of the family's: the other parent is not told whom somebody has turned to for support.
grant update (account_id, accepted_at, ended_at, ended_by) on invitations to app;
grant update (tries, used_at) on invitation_codes to app;

alter table children_access
  drop constraint children_access_basis_check,
  add constraint children_access_basis_check check (basis in ('one-time code', 'checked by staff', 'invited')),
  add column invitation_id uuid,
  add column sees text check (sees in ('whole file', 'tracker and messages')),
  add column until_on date,
  add constraint children_access_invited_whole
    check (num_nonnulls(invitation_id, sees, until_on) = case when basis = 'invited' then 3 else 0 end),
  add foreign key (authority_id, invitation_id) references invitations (authority_id, id);
comment on column children_access.contact_id is 'Who on the file they are; for somebody invited, whose invitation it is: it ends with theirs.';
comment on column children_access.sees is 'What somebody invited sees: what the inviter chose.';
comment on column children_access.until_on is 'The last day on which somebody invited sees it.';

alter table sessions add column tracker_contact uuid, add check (tracker_contact is null or tracker_children is not null);
comment on column sessions.tracker_contact is 'Whom the one-time code was sent to; null for a session opened before that was kept.';

-- Somebody invited to the tracker and messages alone sees that there is a child, and the messages; what the tracker says is
-- worked out for them. Anything else stays closed to them, and so does every table made after this one.
create policy follower on children for select to app
  using (id = any ((select nullif(current_setting('opensend.followed', true), '')::uuid[])::uuid[]));
create policy follower on messages for select to app
  using (child_id = any ((select nullif(current_setting('opensend.followed', true), '')::uuid[])::uuid[]));
create policy follower_writes on messages for insert to app
  with check (from_kind = 'family' and child_id = any ((select nullif(current_setting('opensend.followed', true), '')::uuid[])::uuid[]));
create policy follower_reads on messages for update to app
  using (from_kind = 'staff' and child_id = any ((select nullif(current_setting('opensend.followed', true), '')::uuid[])::uuid[]));
create policy follower_records on events for insert to app
  with check (child_id = any ((select nullif(current_setting('opensend.followed', true), '')::uuid[])::uuid[]));
create policy follower_records on case_changes for insert to app
  with check (child_id = any ((select nullif(current_setting('opensend.followed', true), '')::uuid[])::uuid[]));

-- Whoever was invited to the whole file reads it, and does nothing there in the family's name.
create policy invited_reads_only on documents as restrictive for insert to app
  with check (child_id is null or child_id <> all (coalesce((select nullif(current_setting('opensend.invited', true), '')::uuid[]), '{}')));
create policy invited_reads_only on plan_acts as restrictive for insert to app
  with check (child_id <> all (coalesce((select nullif(current_setting('opensend.invited', true), '')::uuid[]), '{}')));

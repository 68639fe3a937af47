-- The ground everything stands on: authorities, who may sign in, who did what, and what was asked twice.

create table authorities (
  code integer primary key check (code between 1 and 999),
  name text not null,
  region text,
  ons_code text,
  service_email text,
  service_phone text,
  postal_address text,
  sendiass text,
  mediation_adviser text,
  brand_colour text check (brand_colour ~ '^#[0-9a-f]{6}$'),
  fictional boolean not null default false
);
comment on table authorities is 'Local authorities in England by the Department''s three-digit code, with what families are told of how to reach each. Reference data: no child.';
comment on column authorities.sendiass is 'The impartial information, advice and support service for the area (Children and Families Act 2014, s32), as families are told of it.';
comment on column authorities.mediation_adviser is 'Whom a family contacts about mediation (SEND Regulations 2014, reg. 32), as letters state it.';
grant select on authorities to app;

create table installation (
  only_row boolean primary key default true check (only_row),
  demo boolean not null,
  home_authority integer references authorities (code),
  installed_at timestamptz not null default now()
);
comment on table installation is 'One row, written once: whether this database was made for the demonstration, and the authority whose front door it shows.';
grant select on installation to app;

create table accounts (
  id uuid primary key,
  kind text not null check (kind in ('staff', 'organisation', 'family')),
  issuer text,
  subject text,
  email text not null,
  name text not null,
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  unique (issuer, subject),
  check ((issuer is null) = (subject is null))
);
create unique index accounts_email on accounts (kind, lower(email));
comment on table accounts is 'A person who signs in through an OpenID Connect issuer. Made before the first sign-in; bound to the issuer''s subject at it.';
alter table accounts enable row level security;
alter table accounts force row level security;
create policy platform on accounts to app using ((select current_setting('opensend.platform', true)) = 'on');
grant select, insert, update on accounts to app;

create table staff_roles (
  authority_id integer not null references authorities (code),
  account_id uuid not null references accounts (id),
  role text not null check (role in ('caseworker', 'manager', 'panel member', 'finance', 'administrator')),
  name text not null,
  given_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (authority_id, account_id, role)
);
comment on table staff_roles is 'What a member of an authority''s staff may do, from when to when.';
alter table staff_roles enable row level security;
alter table staff_roles force row level security;
create policy authority on staff_roles to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy platform on staff_roles for select to app using ((select current_setting('opensend.platform', true)) = 'on');
grant select, insert, update on staff_roles to app;

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  account_id uuid references accounts (id),
  tracker_children uuid[],
  draft_id uuid,
  second_factor boolean not null default false,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  check (num_nonnulls(account_id, tracker_children, draft_id) = 1),
  check (expires_at > created_at)
);
comment on table sessions is 'Signed-in sessions: an opaque cookie whose SHA-256 alone is kept. Without an account it is a tracker opened by a one-time code, for the children named and no others; or a visitor''s own unsent request.';
alter table sessions enable row level security;
alter table sessions force row level security;
create policy platform on sessions to app using ((select current_setting('opensend.platform', true)) = 'on');
grant select, insert, update on sessions to app;

create table sign_in_attempts (
  id uuid primary key,
  state_hash bytea not null unique,
  nonce text not null,
  code_verifier text not null,
  return_to text not null check (return_to like '/%'),
  created_at timestamptz not null,
  used_at timestamptz
);
comment on table sign_in_attempts is 'A sign-in begun at the issuer and not yet returned: single use, short-lived.';
alter table sign_in_attempts enable row level security;
alter table sign_in_attempts force row level security;
create policy platform on sign_in_attempts to app using ((select current_setting('opensend.platform', true)) = 'on');
grant select, insert, update, delete on sign_in_attempts to app;

create table access_events (
  id uuid primary key default gen_random_uuid(),
  recorded_at timestamptz not null default now(),
  kind text not null,
  account_id uuid,
  authority_id integer,
  route text,
  subject_id uuid
);
comment on table access_events is 'Sign-ins, sign-outs, refusals and look-ups of what the person may not see. Append-only; no names.';
alter table access_events enable row level security;
alter table access_events force row level security;
create policy platform on access_events to app using ((select current_setting('opensend.platform', true)) = 'on');
grant select, insert on access_events to app;

create table idempotency_keys (
  actor_id uuid not null,
  key uuid not null,
  route text not null,
  location text,
  created_at timestamptz not null default now(),
  primary key (actor_id, key)
);
comment on table idempotency_keys is 'Each unsafe form or call once: the second with the same key is answered as the first was.';
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy actor on idempotency_keys to app
  using (actor_id = (select nullif(current_setting('opensend.actor', true), '')::uuid));
grant select, insert, update on idempotency_keys to app;

create table events (
  authority_id integer not null references authorities (code),
  id uuid not null default gen_random_uuid(),
  recorded_at timestamptz not null default now(),
  child_id uuid,
  organisation_id uuid,
  actor_kind text not null check (actor_kind in ('staff', 'organisation', 'family', 'visitor', 'system')),
  actor_id uuid,
  actor_name text,
  kind text not null,
  subject text not null,
  subject_id uuid not null,
  data jsonb not null default '{}',
  primary key (authority_id, id)
);
create index events_of_child on events (authority_id, child_id, recorded_at desc);
comment on table events is 'What happened, who did it and when: one row in the same transaction as the facts. The service may add and read, never change or remove.';
comment on column events.organisation_id is 'The organisation whose member acted, or that the event put something before; null otherwise.';
alter table events enable row level security;
alter table events force row level security;
create policy authority on events to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy organisation on events to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
create policy family on events to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
grant select, insert on events to app;

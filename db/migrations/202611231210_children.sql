create table children (
  authority_id integer not null references authorities (code),
  id uuid not null,
  given_names text not null check (length(given_names) between 1 and 200),
  family_name text not null check (length(family_name) between 1 and 200),
  preferred_name text,
  born_on date not null,
  sex text check (sex in ('M', 'F')),
  upn text check (upn ~ '^[A-Z][0-9]{11}[0-9A-Z]$'),
  uln text check (uln ~ '^[0-9]{10}$'),
  nhs_number text check (nhs_number ~ '^[0-9]{10}$'),
  address_lines text[] not null default '{}',
  postcode text,
  setting_id uuid,
  joined_to uuid,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, joined_to) references children (authority_id, id)
);
create index children_by_name on children (authority_id, lower(family_name), born_on);
create index children_by_birth on children (authority_id, born_on);
comment on table children is 'A child or young person known to an authority: who they are. What happened to them is in the tables of each capability.';
comment on column children.setting_id is 'The nursery, school or college attended now, in the national register of settings.';
comment on column children.joined_to is 'The file this one turned out to be about: a second record of the same child, made by a request before anyone could tell.';
comment on column children.version is 'Counts saved changes, so that two people saving at once are both shown.';

create table children_contacts (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  relationship text not null,
  email text,
  phone text,
  address_lines text[] not null default '{}',
  postcode text,
  parental_responsibility boolean not null,
  is_the_young_person boolean not null default false,
  restricted boolean not null default false,
  restricted_reason text,
  prefers text not null default 'email' check (prefers in ('email', 'text', 'post')),
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (restricted = (restricted_reason is not null)),
  check (prefers <> 'email' or email is not null),
  check (prefers <> 'text' or phone is not null)
);
create index children_contacts_of_child on children_contacts (authority_id, child_id);
comment on table children_contacts is 'Parents, carers and the young person themself. Several people may each hold a parent''s rights (Education Act 1996, s576).';
comment on column children_contacts.restricted is 'Never written to, never shown another''s address, never let in. Set only by staff, with the reason.';

create table children_organisations (
  authority_id integer not null,
  child_id uuid not null,
  organisation_id uuid not null,
  reason text not null,
  from_on date not null,
  until_on date,
  primary key (authority_id, child_id, organisation_id, from_on),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (until_on is null or until_on >= from_on)
);
create index children_organisations_of on children_organisations (organisation_id, authority_id, child_id);
comment on table children_organisations is 'Which organisations an authority has put a child before, why, and from when to when: what the organisation''s lens sees.';

create table children_access (
  authority_id integer not null,
  child_id uuid not null,
  account_id uuid not null,
  contact_id uuid not null,
  basis text not null check (basis in ('one-time code', 'checked by staff')),
  checked_by text,
  joined_at timestamptz not null,
  ended_at timestamptz,
  primary key (authority_id, child_id, account_id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, contact_id) references children_contacts (authority_id, id),
  check (basis <> 'checked by staff' or checked_by is not null)
);
create index children_access_of_account on children_access (account_id);
comment on table children_access is 'Which signed-in people see which child''s file: joined by a one-time code sent to the contact on the file, or by staff who checked who they are. Never by name and birth date.';

alter table children enable row level security;
alter table children force row level security;
create policy authority on children to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy organisation on children for select to app
  using ((select nullif(current_setting('opensend.organisation', true), '')::uuid) is not null and exists (
    select 1 from children_organisations shared
    where shared.authority_id = children.authority_id and shared.child_id = children.id
      and shared.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)));
create policy family on children for select to app
  using (id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
grant select, insert, update on children to app;

alter table children_contacts enable row level security;
alter table children_contacts force row level security;
create policy authority on children_contacts to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert, update on children_contacts to app;

alter table children_organisations enable row level security;
alter table children_organisations force row level security;
create policy authority on children_organisations to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy organisation on children_organisations for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
grant select, insert, update on children_organisations to app;

alter table children_access enable row level security;
alter table children_access force row level security;
create policy authority on children_access to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy platform on children_access for select to app using ((select current_setting('opensend.platform', true)) = 'on');
create policy family on children_access for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
grant select, insert, update on children_access to app;

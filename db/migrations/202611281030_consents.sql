-- What the family agreed may be shared, with which agency, how they said so, and when they took it back.

create table children_consents (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  agency text not null check (agency in ('health', 'social care', 'school or college', 'nursery', 'voluntary organisation', 'another')),
  organisation_id uuid references organisations (id),
  what text not null check (length(what) between 1 and 500),
  given_by text not null check (length(given_by) between 1 and 200),
  given_on date not null,
  given_how text not null check (given_how in ('on paper', 'by telephone', 'in person')),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  withdrawn_by text check (length(withdrawn_by) between 1 and 200),
  withdrawn_on date,
  withdrawn_how text check (withdrawn_how in ('on paper', 'by telephone', 'in person', 'online')),
  withdrawal_recorded_by text,
  withdrawal_recorded_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (num_nonnulls(withdrawn_by, withdrawn_on, withdrawn_how, withdrawal_recorded_by, withdrawal_recorded_at) in (0, 5)),
  check (withdrawn_on >= given_on)
);
create index children_consents_of_child on children_consents (authority_id, child_id);
comment on table children_consents is 'What a family agreed may be shared with an agency. Withdrawn once and never removed. What the law requires to be shared rests on no row here.';
comment on column children_consents.organisation_id is 'The organisation the child is put before because of it; null where it is only of a kind of agency.';
comment on column children_consents.what is 'What may be shared, in words the family reads.';
comment on column children_consents.given_by is 'Who of the family said so, as staff recorded it.';

alter table children_organisations
  add column consent_id uuid,
  add foreign key (authority_id, consent_id) references children_consents (authority_id, id);
create index children_organisations_on_consent on children_organisations (authority_id, consent_id) where consent_id is not null;
comment on column children_organisations.consent_id is 'The consent it rests on, and ends with; null where the law requires or the authority''s own duties call for it.';

-- Whoever of the family reads the file sees what was agreed; taking it back is done for them in the authority's lens,
-- since it ends what only the authority may write.
alter table children_consents enable row level security;
alter table children_consents force row level security;
create policy authority on children_consents to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on children_consents for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
grant select, insert on children_consents to app;
grant update (withdrawn_by, withdrawn_on, withdrawn_how, withdrawal_recorded_by, withdrawal_recorded_at) on children_consents to app;

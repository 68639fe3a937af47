create table organisations (
  id uuid primary key,
  kind text not null check (kind in ('school or college', 'nursery', 'alternative provision', 'health', 'social care', 'educational psychology', 'other')),
  name text not null,
  setting_id uuid unique,
  email text
);
comment on table organisations is 'Whoever authorities put things before: schools, colleges, health and care providers, services. National reference data; who acts for one is in organisation_members.';
comment on column organisations.setting_id is 'Its entry in the national register of settings, when it has one.';
grant select on organisations to app;

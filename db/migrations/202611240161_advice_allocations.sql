-- Who at an organisation has each request for advice: said by its administrators, or by anybody there if they so choose.
create table advice_allocations (
  authority_id integer not null,
  advice_request_id uuid not null,
  number integer not null check (number >= 1),
  child_id uuid not null,
  organisation_id uuid not null references organisations (id),
  account_id uuid references accounts (id),
  allocated_by uuid not null references accounts (id),
  allocated_at timestamptz not null,
  primary key (authority_id, advice_request_id, number),
  foreign key (authority_id, advice_request_id) references advice_requests (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
comment on table advice_allocations is 'Each time a request for advice was given to a colleague, or to nobody. The last holds, while that colleague is still there.';
comment on column advice_allocations.number is 'The first is 1. Two people who both saw the same one cannot both follow it.';
comment on column advice_allocations.account_id is 'The colleague who has it from then on; null where it was given back to the team.';
alter table advice_allocations enable row level security;
alter table advice_allocations force row level security;
create policy authority on advice_allocations for select to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy organisation on advice_allocations to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select 1 from advice_requests asked
      where asked.authority_id = advice_allocations.authority_id and asked.id = advice_allocations.advice_request_id
        and asked.child_id = advice_allocations.child_id
        and asked.organisation_id = advice_allocations.organisation_id));
grant select, insert on advice_allocations to app;

create table organisation_choices (
  organisation_id uuid not null references organisations (id),
  id uuid not null,
  anyone_allocates boolean not null,
  chosen_by uuid not null references accounts (id),
  chosen_at timestamptz not null default now(),
  primary key (organisation_id, id)
);
comment on table organisation_choices is 'How an organisation works here, as its administrators chose: the last choice holds. Without one, only administrators say who has what.';
comment on column organisation_choices.anyone_allocates is 'Anybody there says who has each request for advice; otherwise its administrators.';
alter table organisation_choices enable row level security;
alter table organisation_choices force row level security;
create policy organisation on organisation_choices to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
grant select, insert on organisation_choices to app;

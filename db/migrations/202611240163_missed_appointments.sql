-- What an organisation says happened: an appointment it made was not kept. Whether that is a lawful exception to its time
-- limit (SEND Regulations 2014, reg. 8(2)) is for the authority to decide, and is decided once.
create table missed_appointments (
  authority_id integer not null,
  id uuid not null,
  advice_request_id uuid not null,
  child_id uuid not null,
  organisation_id uuid not null references organisations (id),
  missed_on date not null,
  what text not null check (length(what) between 1 and 200),
  evidence text not null check (length(evidence) between 1 and 2000),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, advice_request_id) references advice_requests (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index missed_appointments_of_request on missed_appointments (authority_id, advice_request_id);
comment on table missed_appointments is 'An appointment for an examination or test that an organisation made for its advice and that was not kept, as it says. By itself it excuses nothing.';
comment on column missed_appointments.what is 'What the appointment was for.';
comment on column missed_appointments.evidence is 'How it is known: the letter that was sent, the note of the visit.';

create table missed_appointment_decisions (
  authority_id integer not null,
  missed_appointment_id uuid not null,
  child_id uuid not null,
  organisation_id uuid not null references organisations (id),
  exception_id uuid,
  reason text not null check (length(reason) between 1 and 2000),
  decided_on date not null,
  decided_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, missed_appointment_id),
  foreign key (authority_id, missed_appointment_id) references missed_appointments (authority_id, id),
  foreign key (authority_id, exception_id) references request_exceptions (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
comment on table missed_appointment_decisions is 'What the authority made of a missed appointment.';
comment on column missed_appointment_decisions.exception_id is 'The lawful exception recorded because of it; null where it was found to be none.';

do $$
declare t text;
begin
  foreach t in array array['missed_appointments', 'missed_appointment_decisions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy authority on %I to app
      using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int))$p$, t);
    execute format($p$create policy family on %I for select to app
      using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]))$p$, t);
    execute format('grant select, insert on %I to app', t);
  end loop;
end $$;
create policy organisation on missed_appointments to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select 1 from advice_requests asked
      where asked.authority_id = missed_appointments.authority_id and asked.id = missed_appointments.advice_request_id
        and asked.child_id = missed_appointments.child_id
        and asked.organisation_id = missed_appointments.organisation_id));
create policy organisation on missed_appointment_decisions for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));

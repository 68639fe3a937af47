-- What was sent about advice that is nearly due or late: each once, however often the night's work is run.
create table advice_reminders (
  authority_id integer not null,
  advice_request_id uuid not null,
  kind text not null check (kind in ('two weeks', 'one week', 'day before', 'overdue')),
  child_id uuid not null,
  sent_on date not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, advice_request_id, kind),
  foreign key (authority_id, advice_request_id) references advice_requests (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
comment on table advice_reminders is 'A reminder that advice is due in two weeks, one week or a day, or word that it is overdue. Its key is what lets each be sent once.';
alter table advice_reminders enable row level security;
alter table advice_reminders force row level security;
create policy authority on advice_reminders to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on advice_reminders to app;
create index advice_requests_by_received on advice_requests (authority_id, received_on) where withdrawn_on is null;

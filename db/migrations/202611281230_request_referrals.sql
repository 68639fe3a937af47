-- A request about somebody who lives in another authority's area, passed on to the authority responsible for them.
create table request_referrals (
  authority_id integer not null,
  request_id uuid not null,
  child_id uuid not null,
  to_authority integer not null references authorities (code),
  referred_on date not null,
  referred_by text not null,
  arrives_as uuid,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, request_id),
  foreign key (authority_id, request_id) references request_withdrawals (authority_id, request_id),
  check (to_authority <> authority_id)
);
comment on table request_referrals is 'To which authority a request was referred, because the child or young person lives in its area (Children and Families Act 2014, s24). The request it ends is in request_withdrawals.';
comment on column request_referrals.arrives_as is 'The request it becomes where that authority runs here too; null where it does not, and the family asks there. Made beforehand, so that it arrives once however often the work is tried.';
alter table request_referrals enable row level security;
alter table request_referrals force row level security;
create policy authority on request_referrals to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on request_referrals to app;

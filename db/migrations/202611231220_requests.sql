create table request_drafts (
  authority_id integer not null references authorities (code),
  id uuid not null,
  owner_id uuid not null,
  source text not null check (source in ('parent', 'young person', 'school', 'staff')),
  answers jsonb not null default '{}',
  version integer not null default 1,
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  kept_until timestamptz not null,
  request_id uuid,
  primary key (authority_id, id)
);
comment on table request_drafts is 'A request being written: seen only by whoever began it, kept 28 days after it was last saved, gone once sent.';
comment on column request_drafts.owner_id is 'Whoever began it: an account, or the draft itself for a visitor who has none.';
alter table request_drafts enable row level security;
alter table request_drafts force row level security;
create policy owner on request_drafts to app
  using (owner_id = (select nullif(current_setting('opensend.actor', true), '')::uuid));
create policy expired on request_drafts for delete to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int) and kept_until < now());
create policy expired_seen on request_drafts for select to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int) and kept_until < now());
grant select, insert, update, delete on request_drafts to app;

create table requests (
  authority_id integer not null references authorities (code),
  id uuid not null,
  reference text not null check (reference ~ '^R-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  child_id uuid not null,
  received_on date not null,
  received_how text not null check (received_how in ('online', 'letter', 'email', 'telephone', 'in person')),
  source text not null check (source in ('parent', 'young person', 'school', 'other')),
  requester_name text not null,
  contact_id uuid,
  organisation_id uuid,
  stated jsonb not null,
  file_opened_at timestamptz,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, reference),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, contact_id) references children_contacts (authority_id, id)
);
create index requests_of_child on requests (authority_id, child_id);
create index requests_by_receipt on requests (authority_id, received_on);
comment on table requests is 'A request for an EHC needs assessment (Children and Families Act 2014, s36(1)), or a child brought to the authority''s attention (s24).';
comment on column requests.received_on is 'The day the authority received it, not the day it was keyed: every clock starts here.';
comment on column requests.stated is 'The words of the request as they were shown when it was sent.';
comment on column requests.file_opened_at is 'When it was settled whose file this is: at once, or by staff where a child already known may be the same.';

create table request_exceptions (
  authority_id integer not null,
  id uuid not null,
  request_id uuid not null,
  child_id uuid not null,
  ground text not null check (ground in ('school closed', 'early years provider closed', 'exceptional personal circumstances', 'absent from the area')),
  from_on date not null,
  until_on date,
  reason text not null,
  evidence text not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (authority_id, id),
  foreign key (authority_id, request_id) references requests (authority_id, id),
  check (until_on is null or until_on >= from_on)
);
comment on table request_exceptions is 'A lawful exception that made a time limit impractical (SEND Regulations 2014, regs 5(4), 10(4), 13(3)), with its dates and evidence.';

create table request_decisions (
  authority_id integer not null,
  request_id uuid not null,
  child_id uuid not null,
  outcome text not null check (outcome in ('assess', 'do not assess')),
  has_or_may_have_sen boolean not null,
  provision_may_be_necessary boolean not null,
  evidence text not null check (length(evidence) > 0),
  reasons text not null check (length(reasons) > 0),
  what_would_change text not null check (length(what_would_change) > 0),
  decided_on date not null,
  notified_on date not null,
  decided_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, request_id),
  foreign key (authority_id, request_id) references requests (authority_id, id),
  check ((outcome = 'assess') = (has_or_may_have_sen and provision_may_be_necessary)),
  check (notified_on >= decided_on)
);
comment on table request_decisions is 'The decision whether to secure an EHC needs assessment, on the test of s36(8) and no other.';

create table request_withdrawals (
  authority_id integer not null,
  request_id uuid not null,
  child_id uuid not null,
  withdrawn_on date not null,
  withdrawn_by text not null,
  reason text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, request_id),
  foreign key (authority_id, request_id) references requests (authority_id, id)
);
comment on table request_withdrawals is 'The requester took the request back before it was decided.';

create table request_codes (
  authority_id integer not null,
  id uuid not null,
  purpose text not null check (purpose in ('open the tracker', 'return to a draft')),
  request_id uuid,
  draft_id uuid,
  secret_hash bytea not null check (length(secret_hash) = 32),
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, secret_hash),
  foreign key (authority_id, request_id) references requests (authority_id, id),
  check (num_nonnulls(request_id, draft_id) = 1),
  check (expires_at > sent_at)
);
comment on table request_codes is 'One-time codes and links: random, single use, kept as hashes, expiring, limited in tries.';
create index request_codes_of on request_codes (authority_id, request_id, sent_at desc);

do $$
declare t text;
begin
  foreach t in array array['requests', 'request_exceptions', 'request_decisions', 'request_withdrawals', 'request_codes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy authority on %I to app
      using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int))$p$, t);
    execute format('grant select, insert, update on %I to app', t);
  end loop;
  foreach t in array array['requests', 'request_exceptions', 'request_decisions', 'request_withdrawals'] loop
    execute format($p$create policy family on %I for select to app
      using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]))$p$, t);
  end loop;
end $$;
create policy organisation on requests to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));

create view requests_with_stage with (security_invoker = true) as
select
  r.authority_id, r.id, r.reference, r.child_id, r.received_on, r.source, r.organisation_id,
  d.outcome, d.notified_on, w.withdrawn_on,
  case
    when w.request_id is not null then 'withdrawn'
    when d.outcome = 'assess' then 'assessing'
    when d.outcome = 'do not assess' then 'refused'
    when r.file_opened_at is null then 'file to open'
    else 'awaiting decision'
  end as stage
from requests r
left join request_decisions d on d.authority_id = r.authority_id and d.request_id = r.id
left join request_withdrawals w on w.authority_id = r.authority_id and w.request_id = r.id;
comment on view requests_with_stage is 'Each request with the stage its facts come to; agrees with stageOf by test. A published contract: dashboards and lists read this.';
grant select on requests_with_stage to app;

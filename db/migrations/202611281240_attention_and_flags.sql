-- A child brought to the authority's attention by somebody who may not ask, and what is urgent or unsafe about any request.
alter table request_drafts drop constraint request_drafts_source_check;
alter table request_drafts add constraint request_drafts_source_check
  check (source in ('parent', 'young person', 'school', 'staff', 'attention'));

alter table authorities add column safeguarding text;
comment on column authorities.safeguarding is 'Whom to tell at once of a worry about a child''s safety, as the authority states it wherever somebody may have one.';

create table request_attention (
  authority_id integer not null,
  request_id uuid not null,
  child_id uuid not null,
  teller_name text not null check (length(teller_name) between 1 and 200),
  teller_role text not null,
  teller_organisation text not null,
  teller_email text,
  told_parent text not null check (told_parent in ('discussed', 'told', 'not yet', 'not safe', 'not known')),
  told_words text not null,
  family_told_on date,
  family_told_by text,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, request_id),
  foreign key (authority_id, request_id) references requests (authority_id, id),
  check ((family_told_on is null) = (family_told_by is null))
);
comment on table request_attention is 'Who brought a child or young person to the authority''s attention (Children and Families Act 2014, ss23 and 24), and what the family knew of it. Not a request of the family''s own: seen by the authority alone.';
comment on column request_attention.told_parent is 'Whether the parent was told and could discuss it (s23(2)), as whoever told the authority said.';
comment on column request_attention.family_told_on is 'The day the authority told the family; null until it has, where it was said that telling them would not be safe.';

create table request_flags (
  authority_id integer not null,
  id uuid not null,
  request_id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('urgent', 'safeguarding')),
  words text not null check (length(words) between 1 and 20000),
  raised_by text not null,
  raised_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  ended_reason text,
  primary key (authority_id, id),
  foreign key (authority_id, request_id) references requests (authority_id, id),
  check (num_nonnulls(ended_at, ended_by, ended_reason) in (0, 3))
);
create index request_flags_open on request_flags (authority_id, raised_at) where ended_at is null;
create index request_flags_of on request_flags (authority_id, request_id);
comment on table request_flags is 'What somebody said was urgent, or unsafe for the child, when a request came or later: seen by the authority alone, since it may be about the home. It changes no time limit, of this request or of any other.';

do $$
declare t text;
begin
  foreach t in array array['request_attention', 'request_flags'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy authority on %I to app
      using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int))$p$, t);
    execute format('grant select, insert, update on %I to app', t);
  end loop;
end $$;

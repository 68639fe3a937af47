-- Two files that turned out to be one child's. What is recorded stays on the file it was recorded on: children.joined_to says
-- which file shows it, and taking them apart again is a matter of saying so no longer.
create table children_merges (
  authority_id integer not null,
  id uuid not null,
  from_child_id uuid not null,
  to_child_id uuid not null,
  request_id uuid,
  why text not null check (length(why) between 1 and 2000),
  made_by text not null,
  made_at timestamptz not null default now(),
  ended_why text check (length(ended_why) between 1 and 2000),
  ended_by text,
  ended_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, from_child_id) references children (authority_id, id),
  foreign key (authority_id, to_child_id) references children (authority_id, id),
  foreign key (authority_id, request_id) references requests (authority_id, id),
  check (from_child_id <> to_child_id),
  check (num_nonnulls(ended_why, ended_by, ended_at) in (0, 3))
);
create unique index children_merges_once on children_merges (authority_id, from_child_id) where ended_at is null;
create index children_merges_into on children_merges (authority_id, to_child_id);
create index children_joined_to on children (joined_to) where joined_to is not null;
comment on table children_merges is 'Each time one file was merged into another, and taken apart again: who, when and why. children.joined_to is what those still standing come to, in one step.';
comment on column children_merges.request_id is 'The request that was found to be about a child on file already, where that is how it came about.';

create table children_merge_contacts (
  authority_id integer not null,
  merge_id uuid not null,
  contact_id uuid not null,
  primary key (authority_id, merge_id, contact_id),
  foreign key (authority_id, merge_id) references children_merges (authority_id, id),
  foreign key (authority_id, contact_id) references children_contacts (authority_id, id)
);
comment on table children_merge_contacts is 'Whom a merge carried to the file that stands: those whom somebody had checked, then or since. Taking it apart takes them back.';

alter table children_access add column given_by uuid, add column ended_by uuid,
  add foreign key (authority_id, given_by) references children_merges (authority_id, id),
  add foreign key (authority_id, ended_by) references children_merges (authority_id, id);
comment on column children_access.given_by is 'The merge that gave this access, and takes it away again when it is taken apart.';
comment on column children_access.ended_by is 'The merge that ended this access, and gives it back when it is taken apart.';

do $$
declare t text;
begin
  foreach t in array array['children_merges', 'children_merge_contacts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy authority on %I to app
      using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int))$p$, t);
    execute format('grant select, insert on %I to app', t);
  end loop;
end $$;
grant update (ended_why, ended_by, ended_at) on children_merges to app;

-- What was joined before there were merges to record.
alter table children no force row level security;
alter table children_merges no force row level security;
insert into children_merges (authority_id, id, from_child_id, to_child_id, why, made_by, made_at)
  select authority_id, gen_random_uuid(), id, joined_to, 'Joined when it was settled whose file a request was on', 'As first recorded', recorded_at
  from children where joined_to is not null;
alter table children force row level security;
alter table children_merges force row level security;

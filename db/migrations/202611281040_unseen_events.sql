-- What no family may read of is about no child; staff find it by the child it names. A row-level policy lets an index answer
-- an identifier of its own, and not one read out of JSON.
drop index events_unseen_of_child;
alter table events add column unseen_child_id uuid, add constraint events_seen_or_not check (child_id is null or unseen_child_id is null);
alter table events no force row level security;
update events set unseen_child_id = (data ->> 'childId')::uuid
  where child_id is null and data ->> 'childId' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
alter table events force row level security;
create index events_unseen_of_child on events (authority_id, unseen_child_id, recorded_at desc) where unseen_child_id is not null;
comment on column events.unseen_child_id is 'The child it is about, where no family may read of it: no lens but the authority''s finds it by this.';

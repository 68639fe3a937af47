-- Cover that families were told of and that ends sooner than they were told is told of once more.
alter table leave_cover add column end_told_at timestamptz;
comment on column leave_cover.end_told_at is 'When the families who had been told of it were told that it ended sooner; null where it did not, or they have still to be.';
alter table leave_cover add check (end_told_at is null or (told_at is not null and ended_at is not null));
create index leave_cover_ended on leave_cover (authority_id, until_on)
  where told_at is not null and ended_at is not null and end_told_at is null;

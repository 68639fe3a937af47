-- What families did in a year, counted for managers: theirs alone, so that a year of everybody's events is not looked through.
create index events_of_families on events (authority_id, recorded_at)
  where actor_kind in ('family', 'visitor') and child_id is not null;

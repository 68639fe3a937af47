-- A child's case asks whether anything has happened to the child since the kept rows were written.
create index case_changes_of_child on case_changes (authority_id, child_id);

-- And, of whoever does not look after it, whether they have said why they open it: not by looking through every reading.
create index events_reasons on events (authority_id, child_id, actor_id, recorded_at) where kind = 'reason for opening the file';

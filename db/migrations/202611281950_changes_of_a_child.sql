-- A child's case asks whether anything has happened to the child since the kept rows were written.
create index case_changes_of_child on case_changes (authority_id, child_id);

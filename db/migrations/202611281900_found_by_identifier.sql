-- A page asks for one child or one request by its identifier, and more than one lens may show it: with the authority leading
-- every key, PostgreSQL looked into each authority in turn, 150 of them for each question. These are no keys.
create index children_by_id on children (id);
create index requests_by_id on requests (id);
create index requests_by_child on requests (child_id);

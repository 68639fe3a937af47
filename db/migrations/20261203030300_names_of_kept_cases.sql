-- Whose each case is, as the file that stands says it, kept with its row of the list: a page of fifty is read without looking for
-- fifty children. A family's lens reads which file stands, as it does on the child, and not the names: those it sees on the child.
-- See decision 5.
alter table case_rows
  add column file_id uuid,
  add column child_name text,
  add column born_on date;
alter table case_rows no force row level security;
alter table children no force row level security;
update case_rows s set file_id = child.id, born_on = child.born_on,
  child_name = coalesce(child.preferred_name, child.given_names) || ' ' || child.family_name
from children asked, children child
where asked.authority_id = s.authority_id and asked.id = s.child_id
  and child.authority_id = asked.authority_id and child.id = coalesce(asked.joined_to, asked.id);
alter table case_rows force row level security;
alter table children force row level security;
alter table case_rows
  alter column file_id set not null,
  alter column child_name set not null,
  alter column born_on set not null;
comment on column case_rows.file_id is 'The file that stands for the child: child_id itself, or the one it was merged into.';
comment on column case_rows.child_name is 'The name the child is called by and the family name, as that file has them.';
create index case_rows_of_file on case_rows (file_id);
grant select (file_id) on case_rows to app_family;

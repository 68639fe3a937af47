-- What each case waits for, kept with its row of the list: a list of thousands is narrowed to it without asking of each.
alter table case_rows
  add column waits text[] not null default '{}',
  add column comments_until date;
comment on column case_rows.waits is 'The kinds of thing case_waits says this case waits for; the family''s comments apart, since those are waited for up to a day.';
comment on column case_rows.comments_until is 'The last day the family''s comments on the draft are waited for.';

-- As when the rows were first kept: every one is written when the list is next read.
alter table requests no force row level security;
alter table case_changes no force row level security;
insert into case_changes (authority_id, child_id) select distinct authority_id, child_id from requests;
alter table case_changes force row level security;
alter table requests force row level security;

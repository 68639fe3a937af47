-- Whoever has a case and may no longer work on cases counts as nobody, until it is given to somebody or they may again.
alter table case_allocations add column left_at timestamptz;
comment on column case_allocations.left_at is 'When whoever has the case was no longer a caseworker or manager; null while they are. The case is then nobody''s to work on, and waits to be given.';

alter table case_rows add column caseworker_left boolean not null default false;
comment on column case_rows.caseworker_left is 'Whoever has it no longer works on cases: it is nobody''s, and waits to be given.';
-- So that a tracker says it without a question more.
grant select (caseworker_left) on case_rows to app_family;

do $$
declare
  was text := pg_get_viewdef('case_steps', true);
  now_is text;
begin
  now_is := replace(was, 'worker.name AS caseworker', 'worker.name AS caseworker, worker.left_at is not null as caseworker_left');
  if now_is = was then raise exception 'case_steps does not say whose a case is'; end if;
  execute 'create or replace view case_steps with (security_invoker = true) as ' || now_is;
end $$;

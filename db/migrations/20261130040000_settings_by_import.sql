-- The latest import of the register is asked for by every process that holds it in memory.
create index settings_by_import on settings (imported_at);
-- When the row was written, not when its import began: of two that crossed, the later to be seen is the later here.
alter table settings alter column imported_at set default clock_timestamp();

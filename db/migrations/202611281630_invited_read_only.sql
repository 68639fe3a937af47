-- What a family adds of the child's own words, and of who knows the child, nobody adds or changes who was invited.
do $$
declare t text;
begin
  foreach t in array array['child_voices', 'known_professionals', 'known_answers'] loop
    execute format($p$create policy invited_reads_only on %I as restrictive for insert to app
      with check (child_id <> all (coalesce((select nullif(current_setting('opensend.invited', true), '')::uuid[]), '{}')))$p$, t);
    execute format($p$create policy invited_changes_nothing on %I as restrictive for update to app
      using (child_id <> all (coalesce((select nullif(current_setting('opensend.invited', true), '')::uuid[]), '{}')))$p$, t);
  end loop;
end $$;

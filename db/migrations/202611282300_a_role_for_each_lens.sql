-- Each policy answers to one lens's setting. It is now for that lens's role alone, which a transaction takes with the
-- setting: PostgreSQL no longer weighs, for every row anybody asks for, what every other lens might see.
do $$
declare policy record; lens text;
begin
  for policy in
    select tablename, policyname, permissive, coalesce(qual, '') || coalesce(with_check, '') as asks
    from pg_policies where schemaname = 'public' and roles = '{app}'
  loop
    lens := case
      when policy.asks ~ 'opensend\.authority' then 'app_authority'
      when policy.asks ~ 'opensend\.organisation' then 'app_organisation'
      when policy.asks ~ 'opensend\.(children|followed|invited)' then 'app_family'
      when policy.asks ~ 'opensend\.draft' then 'app_visitor'
      when policy.asks ~ 'opensend\.platform' then 'app_platform'
    end;
    -- What only the service draws holds for everybody: it is what the others may not do.
    if lens is not null and policy.policyname <> 'only_the_service_draws' then
      execute format('alter policy %I on %I to %I', policy.policyname, policy.tablename, lens);
    end if;
  end loop;
end $$;

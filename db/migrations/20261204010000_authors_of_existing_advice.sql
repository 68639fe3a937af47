-- Whoever gave advice before says online whether it is enough: until now only staff wrote down what they said.

alter table existing_advice add column organisation_id uuid references organisations (id);
create index existing_advice_of_organisation on existing_advice (organisation_id) where organisation_id is not null;
comment on column existing_advice.organisation_id is 'Where its author works, and whose inbox asks whether it is enough; null for an author outside any organisation here, whose answer staff write down.';
comment on column existing_advice_agreements.recorded_by is 'Who wrote it down: staff; the family, online; or somebody at the author''s organisation, online.';

-- It is the organisation's to read only while the child is before it to be asked this, and not for as long as the child is
-- before it for something else. Of what was said it reads its author's answer, and neither the authority's nor the family's.
create policy organisation on existing_advice for select to app_organisation
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    and exists (select from children_organisations shared
      where shared.authority_id = existing_advice.authority_id and shared.child_id = existing_advice.child_id
        and shared.organisation_id = existing_advice.organisation_id and shared.until_on is null
        and shared.reason = 'Whether advice given before is enough: ' || existing_advice.id));
create policy organisation on existing_advice_agreements for select to app_organisation
  using (party = 'author' and exists (select from existing_advice given
    where given.authority_id = existing_advice_agreements.authority_id and given.id = existing_advice_agreements.existing_advice_id
      and given.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)));
create policy organisation_answers on existing_advice_agreements for insert to app_organisation
  with check (party = 'author' and exists (select from existing_advice given
    where given.authority_id = existing_advice_agreements.authority_id and given.id = existing_advice_agreements.existing_advice_id
      and given.child_id = existing_advice_agreements.child_id
      and given.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)));

-- No law says by when: it stands below all that has a day, and above how it went.
do $$
declare
  before text := pg_get_viewdef('inbox_items'::regclass);
  asked text := $v$
  union all
  select given.authority_id, given.organisation_id, 'existing advice', given.id, given.child_id, given.paragraph, given.proposed_on,
    null, said.agreed_on, false, null, null
  from existing_advice given
  left join existing_advice_agreements said on said.authority_id = given.authority_id and said.existing_advice_id = given.id
    and said.party = 'author'
  where given.organisation_id is not null
  $v$;
  joined text := regexp_replace(before, '\) item\s+JOIN authorities', asked || ') item JOIN authorities');
begin
  if joined = before then raise exception 'inbox_items is not as it was'; end if;
  execute 'create or replace view inbox_items with (security_invoker = true) as ' || joined;
end $$;

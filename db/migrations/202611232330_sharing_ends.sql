-- Each reason a child is put before an organisation ends by itself, and with the last of them the child leaves its lens.
alter table children_organisations drop constraint children_organisations_pkey;
alter table children_organisations add primary key (authority_id, child_id, organisation_id, reason, from_on);
comment on column children_organisations.until_on is 'The day it stopped being shown for this reason, at once; null while it is.';

drop policy organisation on children;
create policy organisation on children for select to app
  using ((select nullif(current_setting('opensend.organisation', true), '')::uuid) is not null and exists (
    select 1 from children_organisations shared
    where shared.authority_id = children.authority_id and shared.child_id = children.id
      and shared.until_on is null
      and shared.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)));

-- A school sees the requests it made; the service sends them in the authority's own lens, so it needs to write none.
drop policy organisation on requests;
create policy organisation on requests for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));

-- The designated clinical officer of an area sees all the health advice that is outstanding in it, whichever body was asked. The
-- authority whose children they are says which health body's officer that is; that body's administrators say who it is.
create table area_clinical_officers (
  authority_id integer not null references authorities (code),
  id uuid not null,
  organisation_id uuid not null references organisations (id),
  sees boolean not null,
  said_by uuid not null references accounts (id),
  said_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id)
);
create index area_clinical_officers_last on area_clinical_officers (authority_id, organisation_id, said_at desc);
create index area_clinical_officers_of on area_clinical_officers (organisation_id);
comment on table area_clinical_officers is 'Each time an authority said that the designated clinical officer of a health body sees, or no longer sees, all the health advice outstanding in its area. The last holds.';
alter table area_clinical_officers enable row level security;
alter table area_clinical_officers force row level security;
create policy authority on area_clinical_officers to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy organisation on area_clinical_officers for select to app_organisation
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
-- Whose officer sees that advice about their child is waited for is a family's to know.
create policy family on area_clinical_officers for select to app_family
  using (exists (select from children child where child.authority_id = area_clinical_officers.authority_id
    and child.id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])));
grant select, insert on area_clinical_officers to app;

create view area_clinical_officers_now with (security_invoker = true) as
select said.authority_id, said.organisation_id
from (select distinct on (authority_id, organisation_id) authority_id, organisation_id, sees
  from area_clinical_officers order by authority_id, organisation_id, said_at desc) said
where said.sees;
comment on view area_clinical_officers_now is 'The health bodies whose designated clinical officer an authority lets see all the health advice outstanding in its area, as was said last.';
grant select on area_clinical_officers_now to app;

-- An authority may know who the officer is whom it shows this to, and write to them.
create policy authority on organisation_officers for select to app_authority
  using (exists (select from area_clinical_officers_now named where named.organisation_id = organisation_officers.organisation_id
    and named.authority_id = (select nullif(current_setting('opensend.authority', true), '')::int)));

-- An officer's reading is a lens of its own, and a narrow one: a list, in columns, of what is outstanding and nothing else. The role
-- has no part in app, so that no other table or column answers to it.
create policy clinical_officer on advice_requests for select to clinical_officer
  using (withdrawn_on is null and not already_provided
    and (organisation_id = (select nullif(current_setting('opensend.officer_at', true), '')::uuid)
      or authority_id = any ((select nullif(current_setting('opensend.officer_of', true), '')::int[])::int[])
        and (paragraph = 'c' or exists (select from organisations asked where asked.id = organisation_id and asked.kind = 'health')))
    and not exists (select from advice given where given.authority_id = advice_requests.authority_id
      and given.advice_request_id = advice_requests.id and given.number = 1 and given.returned_on is not null)
    and not exists (select from advice_refusals refused where refused.authority_id = advice_requests.authority_id
      and refused.advice_request_id = advice_requests.id));

do $$
declare t text;
begin
  foreach t in array array['advice', 'advice_refusals', 'advice_allocations'] loop
    execute format($p$create policy clinical_officer on %I for select to clinical_officer
      using (organisation_id = (select nullif(current_setting('opensend.officer_at', true), '')::uuid)
        or authority_id = any ((select nullif(current_setting('opensend.officer_of', true), '')::int[])::int[]))$p$, t);
  end loop;
end $$;
-- Of a child the name, and of a colleague elsewhere the name, while something of theirs is outstanding.
create policy clinical_officer on children for select to clinical_officer
  using (exists (select from advice_requests asked where asked.authority_id = children.authority_id and asked.child_id = children.id));
create policy clinical_officer on organisation_members for select to clinical_officer
  using (exists (select from advice_allocations given where given.organisation_id = organisation_members.organisation_id
    and given.account_id = organisation_members.account_id));

create view health_advice_outstanding with (security_invoker = true) as
select asked.authority_id, asked.id, asked.child_id, authority.name as authority_name,
  coalesce(child.preferred_name, child.given_names) || ' ' || child.family_name as child_name, asked.paragraph,
  asked.organisation_id, organisation.name as organisation_name, asked.adviser_name, asked.received_on as waiting_since,
  asked.received_on + 42 as due_on, held.holder_id, held.holder_name
from advice_requests asked
join authorities authority on authority.code = asked.authority_id
join children child on child.authority_id = asked.authority_id and child.id = asked.child_id
left join organisations organisation on organisation.id = asked.organisation_id
left join advice_held held on held.authority_id = asked.authority_id and held.advice_request_id = asked.id;
comment on view health_advice_outstanding is 'The health advice that is outstanding, for the lens of a designated clinical officer: of their own body, from every authority; and of every other health body and every medical adviser, from the authorities that let them see it. due_on agrees with T02 by test.';

grant select (authority_id, id, child_id, paragraph, organisation_id, adviser_name, received_on, withdrawn_on, already_provided)
  on advice_requests to clinical_officer;
grant select (authority_id, advice_request_id, organisation_id, number, returned_on) on advice to clinical_officer;
grant select (authority_id, advice_request_id, organisation_id) on advice_refusals to clinical_officer;
grant select (authority_id, advice_request_id, organisation_id, number, account_id, allocated_at) on advice_allocations to clinical_officer;
grant select (authority_id, id, given_names, preferred_name, family_name) on children to clinical_officer;
grant select (organisation_id, account_id, name, removed_at, rejoined_at) on organisation_members to clinical_officer;
grant select (code, name) on authorities to clinical_officer;
grant select (id, kind, name) on organisations to clinical_officer;
grant select on advice_held, health_advice_outstanding to clinical_officer;

-- Who has a piece of advice is an officer's to know while it is outstanding and of health, and no longer. Until now it was every
-- allocation ever made in the area, and the name of everybody who had one.
alter policy clinical_officer on advice_allocations
  using (exists (select from advice_requests asked where asked.authority_id = advice_allocations.authority_id
    and asked.id = advice_allocations.advice_request_id));
create index advice_allocations_of_colleague on advice_allocations (organisation_id, account_id);

-- Who has each is asked of the page that is shown, not of the whole list: each name now rests on what is outstanding.
drop view health_advice_outstanding;
create view health_advice_outstanding with (security_invoker = true) as
select asked.authority_id, asked.id, asked.child_id, authority.name as authority_name,
  coalesce(child.preferred_name, child.given_names) || ' ' || child.family_name as child_name, asked.paragraph,
  asked.organisation_id, organisation.name as organisation_name, asked.adviser_name, asked.received_on as waiting_since,
  asked.received_on + 42 as due_on
from advice_requests asked
join authorities authority on authority.code = asked.authority_id
join children child on child.authority_id = asked.authority_id and child.id = asked.child_id
left join organisations organisation on organisation.id = asked.organisation_id;
comment on view health_advice_outstanding is 'The health advice that is outstanding, for the lens of a designated clinical officer: of their own body, from every authority; and of every other health body and every medical adviser, from the authorities that let them see it. Who has each is advice_held. due_on agrees with T02 by test.';
grant select on health_advice_outstanding to clinical_officer;

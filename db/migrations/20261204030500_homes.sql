-- Where a child lives is guarded as the address of anybody on the file is: whoever is known to live elsewhere is not shown it.
create view children_homes with (security_invoker = true) as
select c.authority_id, c.id as child_id, c.address_lines, c.postcode,
  exists (select from children_circumstances care where care.authority_id = c.authority_id and care.child_id = c.id
    and care.kind = 'looked after' and not care.struck
    and (care.until_on is null or care.until_on >= (now() at time zone 'Europe/London')::date)
    and not exists (select from children_circumstances later
      where later.authority_id = care.authority_id and later.corrects = care.id)) as looked_after
from children c
where c.joined_to is null and (cardinality(c.address_lines) > 0 or c.postcode is not null)
  and not exists (select from settings s where s.postcode = c.postcode)
  and not exists (select from children_contacts themself where themself.authority_id = c.authority_id
    and themself.child_id = c.id and trim(themself.relationship) ~* '^(the )?young person$');
comment on view children_homes is 'Where each child lives, as the safe-contact rule guards it, and whether an authority looks after them. Not where a setting is, which is published and in the plan, and not of a young person on their own file, who has an address there.';
grant select on children_homes to app_authority;

-- Where a child lives is guarded whichever record of the child says it, and whichever says that an authority looks after them. It
-- is a setting only where its first line says so too: a school may be round the corner. Then its postcode tells no home apart, and
-- is not guarded: the school's own address stands in every plan. The young person reads their own home by being who they are
-- (src/platform/notifications), so that their being on the file shows it to nobody else.
create or replace view children_homes with (security_invoker = true) as
select c.authority_id, c.id as child_id, c.address_lines,
  case when not exists (select from settings s where s.postcode = c.postcode) then c.postcode end as postcode,
  exists (select from (select file.id union all select merged.id from children merged
      where merged.authority_id = c.authority_id and merged.joined_to = file.id) record
    join children_circumstances care on care.authority_id = c.authority_id and care.child_id = record.id
    where care.kind = 'looked after' and not care.struck
    and (care.until_on is null or care.until_on >= (now() at time zone 'Europe/London')::date)
    and not exists (select from children_circumstances later
      where later.authority_id = care.authority_id and later.corrects = care.id)) as looked_after
from children c
  cross join lateral (select case when c.joined_to is null then c.id else c.joined_to end as id) file
where (cardinality(c.address_lines) > 0 or c.postcode is not null)
  and not exists (select from settings s where s.postcode = c.postcode
    and trim(search_form(split_part(c.address_lines[1], ',', 1)))
      in (trim(search_form(s.name)), trim(search_form(split_part(s.address_lines[1], ',', 1)))));
comment on view children_homes is 'Where each child lives, by each record of them, as the safe-contact rule guards it, and whether an authority looks after them. Not where a setting is, which is published and in the plan; nor the postcode of a home that a setting has too.';

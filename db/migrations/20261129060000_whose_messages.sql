-- Two parents of one child may not be safe from each other, and what one writes says where they are. So a message is one
-- person's on the file: they, and whomever they invited, read it, and the team; nobody else of the family does.
alter table messages add column contact_id uuid;
alter table messages add foreign key (authority_id, contact_id) references children_contacts (authority_id, id);
comment on column messages.contact_id is
  'Whose it is of those on the file: who wrote it, or to whom alone the team did. Null from the team is to everybody on the file; null from a family is what somebody not on it said, which the team alone reads.';

-- What was written before is theirs whose name it bears, where one person on the file has it.
update messages m set contact_id = k.id
from (select authority_id, child_id, lower(name) as name, min(id::text)::uuid as id
  from children_contacts group by 1, 2, 3 having count(*) = 1) k
where k.authority_id = m.authority_id and k.child_id = m.child_id and k.name = lower(m.from_name) and m.from_kind = 'family';

drop policy family on messages;
drop policy family_writes on messages;
drop policy family_reads on messages;
drop policy follower on messages;
drop policy follower_writes on messages;
drop policy follower_reads on messages;
create policy family on messages for select to app_family
  using ((child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
      or child_id = any ((select nullif(current_setting('opensend.followed', true), '')::uuid[])::uuid[]))
    and (contact_id = any ((select nullif(current_setting('opensend.contacts', true), '')::uuid[])::uuid[])
      or (contact_id is null and from_kind = 'staff')));
create policy family_writes on messages for insert to app_family
  with check (from_kind = 'family'
    and contact_id = any ((select nullif(current_setting('opensend.contacts', true), '')::uuid[])::uuid[])
    and (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
      or child_id = any ((select nullif(current_setting('opensend.followed', true), '')::uuid[])::uuid[])));
create policy family_notes_seen on messages for update to app_family
  using (from_kind = 'staff'
    and (contact_id is null or contact_id = any ((select nullif(current_setting('opensend.contacts', true), '')::uuid[])::uuid[]))
    and (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
      or child_id = any ((select nullif(current_setting('opensend.followed', true), '')::uuid[])::uuid[])));

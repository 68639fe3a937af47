-- A parent, too, may be found unable to make a decision, and be represented (Children and Families Act 2014, s. 80; SEND
-- Regulations 2014, reg. 63).

alter table capacity_assessments add column parent_id uuid,
  add foreign key (authority_id, parent_id) references children_contacts (authority_id, id);
comment on column capacity_assessments.parent_id is 'The parent it is about; null for the young person.';
create index capacity_assessments_of_parent on capacity_assessments (authority_id, parent_id) where parent_id is not null;

alter table representatives add column parent_id uuid,
  add foreign key (authority_id, parent_id) references children_contacts (authority_id, id),
  add check (parent_id <> contact_id);
comment on column representatives.parent_id is 'The parent they act for; null for the young person.';
create index representatives_of_parent on representatives (authority_id, parent_id) where parent_id is not null;
drop index representatives_once;
create unique index representatives_once on representatives (authority_id, contact_id, parent_id) nulls not distinct
  where until_on is null;

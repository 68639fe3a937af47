-- Where two files are merged, a person chooses which record's particulars stand; taken apart, what stood before stands again.

alter table children_particulars add column from_child_id uuid,
  add foreign key (authority_id, from_child_id) references children (authority_id, id);
comment on column children_particulars.from_child_id is 'The record merged into this file whose answers these are; null where somebody answered anew.';
create index children_particulars_chosen on children_particulars (authority_id, from_child_id) where from_child_id is not null;

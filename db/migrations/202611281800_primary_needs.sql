-- A child's primary need, as the plan or the request states it, by the types of the SEN2 return (item 5.8a): what a list of
-- cases is narrowed to.
alter table children_circumstances
  drop constraint children_circumstances_kind_check,
  add constraint children_circumstances_kind_check
    check (kind in ('address', 'setting', 'primary need', 'looked after', 'child in need', 'child protection plan')),
  add column need text
    check (need in ('ASD', 'DS', 'HI', 'MLD', 'MSI', 'OTH', 'PD', 'PMLD', 'SEMH', 'SLCN', 'SLD', 'SPLD', 'VI')),
  add check ((kind = 'primary need') = (need is not null));
comment on column children_circumstances.need is 'The primary need, as the plan or the request states it, by the types of the SEN2 return.';
create index children_circumstances_of_need on children_circumstances (authority_id, need, child_id) where need is not null;
comment on table children_circumstances is 'What was so of a child from one day to another: where they lived, which setting they attended, what their primary need was, who looked after them, social care. Never altered: a change is a row that corrects another.';

-- Where a child is educated, or spends the day, is not always on the register: at home, with a childminder, in custody. A period of that
-- is recorded as a setting attended is, with a kind, and a name where there is one.
alter table children_circumstances
  add column place text check (place in ('educated at home', 'early years provider', 'custody', 'elsewhere')),
  add column place_name text check (length(place_name) between 1 and 200);
alter table children_circumstances drop constraint children_circumstances_check3;
alter table children_circumstances add constraint children_circumstances_check3
  check (case kind when 'setting' then num_nonnulls(setting_id, place) = 1 else num_nonnulls(setting_id, place) = 0 end);
alter table children_circumstances add constraint children_circumstances_place_name
  check (place_name is null or (place is not null and place <> 'educated at home'));
comment on column children_circumstances.place is 'Where the child was educated, or spent the day, that is not on the register of settings; setting_id where it is.';
comment on column children_circumstances.place_name is 'What that place is called, where it has a name.';

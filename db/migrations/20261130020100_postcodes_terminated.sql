-- When a postcode ended: whoever looks from one is told so, and still answered.
alter table postcodes
  add column terminated_in date check (extract(day from terminated_in) = 1);
comment on column postcodes.terminated_in is 'The first day of the month in which the Royal Mail ended it, where the directory says so; null where it is in use or nothing is said.';

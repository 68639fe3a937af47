-- Where somebody learns, as it was said when the request was made: with their age it says which kind of request it is.
alter table requests add column place text check (place in
  ('nursery', 'childminder', 'at home', 'school', 'college', 'home educated', 'custody', 'elsewhere'));
comment on column requests.place is 'Where they learn or spend the day, as it was said; null where nobody was asked. The kind of request is worked out from it and the date of birth.';

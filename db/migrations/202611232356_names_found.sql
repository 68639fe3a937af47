-- A child is found by the beginning of any part of any of their names, however it is typed: "castellanos" and "o briain"
-- find "Ó Briain-Castellanos", and "lukasz" finds "Łukasz".
create function name_form(words text) returns text
  language sql immutable parallel safe strict
  -- Accents first: lower() of a database in the C locale knows A to Z alone.
  return regexp_replace(lower(translate(regexp_replace(normalize(words, NFD), '[̀-ͯ]', '', 'g'),
    'ŁłØøĐđĦħı-–—/(),.''’‘`´', 'LlOoDdHhi       ')), '\s+', ' ', 'g');
comment on function name_form is 'A name as it is compared when somebody is looked for: without case, accents and apostrophes, each part after a space.';

alter table children add column names_form text not null generated always as (
  name_form(' ' || given_names || ' ' || coalesce(preferred_name, '') || ' ' || family_name)) stored;
comment on column children.names_form is 'Every name, as names are compared: each part after a space.';

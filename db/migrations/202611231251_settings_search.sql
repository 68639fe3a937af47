-- Words as they are compared: without case, accents, apostrophes and full stops, and with one space for any other sign
-- between them, so that "st marys" finds "St. Mary's" and "stow on" finds "Stow-on-the-Wold".
create function search_form(words text) returns text
  language sql immutable parallel safe strict
  return regexp_replace(translate(lower(words),
    'ÀÁÂÃÄÅàáâãäåÇçÈÉÊËèéêëÌÍÎÏìíîïÑñÒÓÔÕÖØòóôõöøÙÚÛÜùúûüÝýÿŴŵŶŷ-–—/&(),:;+''’‘`´.°',
    'aaaaaaaaaaaacceeeeeeeeiiiiiiiinnoooooooooooouuuuuuuuyyywwyy           '), '\s+', ' ', 'g');
comment on function search_form is 'Words as they are compared when a setting is looked for.';

alter table settings
  add column town text,
  add column hospital boolean,
  add column established_on date,
  add column closed_on date,
  add column search_text text not null generated always as (
    search_form(' ' || name || ' ' || coalesce(town, '') || ' ' || coalesce(postcode, '')) || ' ' ||
    lower(replace(coalesce(postcode, ''), ' ', ''))) stored;
comment on column settings.hospital is 'A special school established in a hospital, which is outside s38(3) (Children and Families Act 2014, s83(2)). Null where no file says.';
comment on column settings.search_text is 'The name, the town and the postcode with and without its space, as they are compared: each word after a space.';
comment on column settings.need_types is 'The needs it says it provides for, in the words of the GIAS extract.';
comment on column settings.imported_at is 'When a file last changed what is held of it.';

drop index settings_by_name;
create index settings_by_words on settings using gin (search_text gin_trgm_ops);
create index settings_by_needs on settings using gin (need_types);
create index settings_by_order on settings (lower(name), id);

alter table setting_links add column link_name text;
comment on column setting_links.link_urn is 'May be of a setting long closed that the register no longer holds; then link_name is all there is of it.';

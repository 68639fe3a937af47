-- Which authority a postcode is in. Reference data: no child.
create table postcodes (
  postcode text primary key check (length(postcode) between 6 and 8),
  authority_code integer not null check (authority_code between 1 and 999),
  latitude double precision not null,
  longitude double precision not null
);
comment on table postcodes is 'The ONS Postcode Directory''s postcodes of England, terminated ones among them, each with the authority it is in and where it is. Reference data, imported by the command postcodes import: no child.';
comment on column postcodes.authority_code is 'The Department''s three-digit code. Not a key: the directory is imported whether or not every authority is known here.';
grant select on postcodes to app;

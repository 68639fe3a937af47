-- What an authority sets of the criteria that tailored lists are made by, where no source gives it: never a legal category.
create table list_criteria (
  authority_id integer not null references authorities (code),
  number integer not null check (number >= 1),
  base text not null check (length(base) between 1 and 10),
  bands integer[] not null check (cardinality(bands) = 4 and bands[1] >= 1 and bands[1] < bands[2] and bands[2] < bands[3]
    and bands[3] < bands[4] and bands[4] <= 60),
  usual_miles integer not null check (usual_miles between 1 and 60),
  why text not null check (length(why) between 1 and 2000),
  from_on date not null,
  saved_by_name text not null check (length(saved_by_name) between 1 and 200),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, number)
);
comment on table list_criteria is 'Each version an authority saved of what it sets itself of the criteria of tailored lists. A list keeps the version it was made by. Added, never altered.';
comment on column list_criteria.base is 'The version of the service''s own criteria that it was saved over.';
comment on column list_criteria.bands is 'The four distances in miles, nearest first, that a list tells settings apart by.';
comment on column list_criteria.usual_miles is 'How far a list looks where whoever makes it says nothing else.';
comment on column list_criteria.why is 'Why it was set so, for anyone to read.';
alter table list_criteria enable row level security;
alter table list_criteria force row level security;
create policy authority on list_criteria to app_authority
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on list_criteria to app;

-- Who a child is, as it was first recorded and as it was changed; and what was so from one day to another.

create table children_particulars (
  authority_id integer not null,
  child_id uuid not null,
  version integer not null check (version >= 1),
  part text not null check (part in ('as first recorded', 'names', 'birth', 'ethnicity', 'languages', 'numbers')),
  given_names text not null check (length(given_names) between 1 and 200),
  family_name text not null check (length(family_name) between 1 and 200),
  preferred_name text check (length(preferred_name) between 1 and 200),
  born_on date not null,
  sex text check (sex in ('M', 'F')),
  ethnicity text check (ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WOTH', 'WROM', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND',
    'APKN', 'ABAN', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'CHNE', 'OOTH', 'REFU', 'NOBT')),
  first_language text check (length(first_language) between 1 and 100),
  home_languages text check (length(home_languages) between 1 and 200),
  interpreter text check (length(interpreter) between 1 and 100),
  bsl boolean not null default false,
  upn text check (upn ~ '^[A-Z][0-9]{11}[0-9A-Z]$'),
  uln text check (uln ~ '^[0-9]{10}$'),
  upn_unknown text check (upn_unknown in ('UN1', 'UN2', 'UN3', 'UN5', 'UN8', 'UN9', 'UN10')),
  nhs_number text check (nhs_number ~ '^[0-9]{10}$'),
  nhs_unknown text check (length(nhs_unknown) between 1 and 500),
  why text check (length(why) between 1 and 2000),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, child_id, version),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (upn_unknown is null or num_nonnulls(upn, uln) = 0),
  check (nhs_unknown is null or nhs_number is null)
);
comment on table children_particulars is 'A child''s particulars whole, once for each time they were saved: the last is how they stand, and the one before says what was changed. Never altered.';
comment on column children_particulars.part is 'The question that was answered anew; its answers alone differ from the version before.';
comment on column children_particulars.version is 'As children.version when it was saved: two people saving at once cannot both have it.';
comment on column children_particulars.sex is 'As the SEN2 return asks for it; null where nobody has recorded it.';
comment on column children_particulars.ethnicity is 'The Department''s main codes.';
comment on column children_particulars.interpreter is 'The language an interpreter is needed for when speaking to the child; null where none is.';
comment on column children_particulars.bsl is 'The child uses British Sign Language.';
comment on column children_particulars.upn_unknown is 'Why neither a UPN nor a ULN is held, by the codes of the SEN2 return.';

create table children_circumstances (
  authority_id integer not null,
  id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('address', 'setting', 'looked after', 'child in need', 'child protection plan')),
  from_on date,
  until_on date,
  address_lines text[] not null default '{}',
  postcode text,
  setting_id uuid references settings (id),
  by_authority integer references authorities (code),
  by_other text check (length(by_other) between 1 and 200),
  corrects uuid,
  struck boolean not null default false,
  why text check (length(why) between 1 and 2000),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, child_id, kind, id),
  unique (authority_id, corrects),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, child_id, kind, corrects) references children_circumstances (authority_id, child_id, kind, id),
  check (until_on is null or from_on is null or until_on >= from_on),
  check ((kind = 'address') = (cardinality(address_lines) > 0)),
  check (postcode is null or kind = 'address'),
  check ((kind = 'setting') = (setting_id is not null)),
  check (case kind when 'looked after' then num_nonnulls(by_authority, by_other) = 1 else num_nonnulls(by_authority, by_other) = 0 end),
  check (corrects is null or why is not null),
  check (not struck or corrects is not null)
);
create index children_circumstances_of_child on children_circumstances (authority_id, child_id);
comment on table children_circumstances is 'What was so of a child from one day to another: where they lived, which setting they attended, who looked after them, social care. Never altered: a change is a row that corrects another.';
comment on column children_circumstances.from_on is 'The first day; null where nobody knows.';
comment on column children_circumstances.until_on is 'The last day; null while it is so.';
comment on column children_circumstances.by_authority is 'The authority that looks after the child; by_other where it is none of England''s.';
comment on column children_circumstances.corrects is 'The row this one stands in place of. One row can be corrected once, so that two people changing it at once cannot both be kept.';
comment on column children_circumstances.struck is 'It was never so: the row it corrects was a mistake.';

alter table children no force row level security;
insert into children_circumstances (authority_id, id, child_id, kind, address_lines, postcode, recorded_by, recorded_at)
  select authority_id, gen_random_uuid(), id, 'address', address_lines, postcode, 'As first recorded', recorded_at
  from children where cardinality(address_lines) > 0;
insert into children_circumstances (authority_id, id, child_id, kind, setting_id, recorded_by, recorded_at)
  select children.authority_id, gen_random_uuid(), children.id, 'setting', settings.id, 'As first recorded', children.recorded_at
  from children join settings on settings.id = children.setting_id;
alter table children force row level security;

-- For the authority alone: where one parent lives with the child may be hidden from the other, and an organisation is
-- shown what it is asked about, not a child's whole life.
alter table children_particulars enable row level security;
alter table children_particulars force row level security;
create policy authority on children_particulars to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on children_particulars to app;

alter table children_circumstances enable row level security;
alter table children_circumstances force row level security;
create policy authority on children_circumstances to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on children_circumstances to app;

-- An event that no family may read is about no child: staff find it by the child named in its data.
create index events_unseen_of_child on events (authority_id, (data ->> 'childId'), recorded_at desc) where child_id is null;

-- Advice given before, for any purpose. It is not sought again when three are satisfied that it is enough: the authority,
-- whoever gave it, and the child's parent or the young person (SEND Regulations 2014, reg. 6(4)).
create table existing_advice (
  authority_id integer not null,
  id uuid not null,
  assessment_id uuid not null,
  child_id uuid not null,
  paragraph text not null check (paragraph in ('b', 'c', 'd', 'e', 'f', 'g', 'h')),
  author_name text not null check (length(author_name) between 1 and 200),
  author_role text not null check (length(author_role) between 1 and 200),
  advised_on date not null,
  statement text not null check (length(statement) between 1 and 20000),
  proposed_on date not null,
  proposed_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, assessment_id) references assessments (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  check (advised_on <= proposed_on)
);
create index existing_advice_of_assessment on existing_advice (authority_id, assessment_id);
comment on table existing_advice is 'Advice given before that may be enough. Once all three are satisfied it stands as an advice_requests row of the same id, already provided, with its words as signed advice.';
comment on column existing_advice.paragraph is 'The paragraph of reg. 6(1) it would be sought under. The family''s own views, (a), are always asked for.';

create table existing_advice_agreements (
  authority_id integer not null,
  existing_advice_id uuid not null,
  party text not null check (party in ('authority', 'author', 'family')),
  child_id uuid not null,
  satisfied boolean not null,
  name text not null check (length(name) between 1 and 200),
  agreed_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, existing_advice_id, party),
  foreign key (authority_id, existing_advice_id) references existing_advice (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
comment on table existing_advice_agreements is 'What each of the three said of advice given before, on which day: that it is enough, or that it is not.';
comment on column existing_advice_agreements.name is 'Who said it.';
comment on column existing_advice_agreements.recorded_by is 'Who wrote it down: staff, or the family online.';

do $$
declare t text;
begin
  foreach t in array array['existing_advice', 'existing_advice_agreements'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy authority on %I to app
      using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int))$p$, t);
    execute format($p$create policy family on %I for select to app
      using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]))$p$, t);
    execute format('grant select, insert on %I to app', t);
  end loop;
end $$;

-- The family sees each document when it arrives. One held back has a reason, a day by which somebody looks again, and its history.

create table document_withholding_acts (
  authority_id integer not null references authorities (code),
  id uuid not null,
  document_id uuid not null,
  act text not null check (act in ('withheld', 'kept back', 'lifted')),
  ground text check (length(ground) between 1 and 300),
  reason text not null check (length(reason) between 1 and 2000),
  review_by date,
  acted_at timestamptz not null,
  acted_by uuid not null,
  acted_by_name text not null,
  raised_on date,
  primary key (authority_id, id),
  foreign key (authority_id, document_id) references documents (authority_id, id),
  check ((review_by is null) = (act = 'lifted'))
);
create index document_withholding_acts_of on document_withholding_acts (authority_id, document_id, acted_at desc);
comment on table document_withholding_acts is 'That a document was withheld from the family, kept back when somebody looked again, or shown after all: who, when and why. The latest says how it stands. The family''s lens has none of it.';
comment on column document_withholding_acts.ground is 'In the authority''s own words, from the list it configures; null where it configures none.';
comment on column document_withholding_acts.review_by is 'The day by which somebody looks again; null once lifted.';
comment on column document_withholding_acts.raised_on is 'The day the caseworker was told that the review is due; null until then.';

alter table document_withholding_acts enable row level security;
alter table document_withholding_acts force row level security;
create policy authority on document_withholding_acts to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
grant select, insert on document_withholding_acts to app;
grant update (raised_on) on document_withholding_acts to app;

alter table document_shares add column though_withheld boolean not null default false;
comment on column document_shares.though_withheld is 'Staff said that the organisation reads it although the family does not.';
create index documents_withheld on documents (authority_id) where withheld_from_family;

-- An organisation reads what is withheld from the family only where it sent it, or staff said so.
create policy withheld_from_organisations on documents as restrictive for select to app
  using (not withheld_from_family
    or (select nullif(current_setting('opensend.organisation', true), '')::uuid) is null
    or organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)
    or exists (
      select 1 from document_shares shared
      where shared.authority_id = documents.authority_id and shared.document_id = documents.id
        and shared.ended_at is null and shared.though_withheld
        and shared.organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid)));

-- That a document came is part of the document: the family reads of those it may read.
create policy of_documents_the_family_sees on events as restrictive for select to app
  using ((select nullif(current_setting('opensend.children', true), '')) is null
    or subject <> 'document'
    or exists (select 1 from documents d where d.authority_id = events.authority_id and d.id = events.subject_id));

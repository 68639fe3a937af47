-- Where a statement of a plan comes from: the report on the child's file, and its pages. Which statements name one is in the
-- draft's own content; what each version showed of them is kept with the version.

create table plan_citations (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  document_id uuid not null,
  source text not null check (length(source) between 1 and 420),
  written_on date,
  pages integer[],
  place text check (length(place) between 1 and 200),
  cited_by text not null check (length(cited_by) between 1 and 200),
  cited_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plans (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, document_id) references documents (authority_id, id),
  check (pages is null or place is null),
  check (pages is null or (cardinality(pages) between 1 and 20 and 1 <= all (pages) and 2000 >= all (pages)))
);
create index plan_citations_of_plan on plan_citations (authority_id, plan_id);
comment on table plan_citations is 'A report on the child''s file that a statement of the plan cites, as it was called when it was cited, and where in it. Never altered: citing it otherwise is another.';
comment on column plan_citations.source is 'Who wrote it and what it is called, as the plan says it.';
comment on column plan_citations.pages is 'Its pages, in order; null for the whole of it, or where it has no fixed pages.';
comment on column plan_citations.place is 'The heading or paragraph, of a file without fixed pages.';

create table plan_version_citations (
  authority_id integer not null,
  version_id uuid not null,
  citation_id uuid not null,
  child_id uuid not null,
  primary key (authority_id, version_id, citation_id),
  foreign key (authority_id, version_id) references plan_versions (authority_id, id),
  foreign key (authority_id, citation_id) references plan_citations (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id)
);
create index plan_version_citations_of_citation on plan_version_citations (authority_id, citation_id);
comment on table plan_version_citations is 'Which citations a draft as served, or a final plan as issued, showed: never one to a report withheld from the family that day.';

alter table plan_version_citations enable row level security;
alter table plan_version_citations force row level security;
create policy authority on plan_version_citations to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy family on plan_version_citations for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[]));
-- An organisation has of it what it has of the version.
create policy organisation on plan_version_citations for select to app
  using ((select nullif(current_setting('opensend.organisation', true), '')::uuid) is not null
    and exists (select from plan_versions v
      where v.authority_id = plan_version_citations.authority_id and v.id = plan_version_citations.version_id));
grant select, insert on plan_version_citations to app;

alter table plan_citations enable row level security;
alter table plan_citations force row level security;
create policy authority on plan_citations to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
-- What a version showed, and only while the report itself is not withheld.
create policy family on plan_citations for select to app
  using (child_id = any ((select nullif(current_setting('opensend.children', true), '')::uuid[])::uuid[])
    and exists (select from plan_version_citations shown
      where shown.authority_id = plan_citations.authority_id and shown.citation_id = plan_citations.id)
    and exists (select from documents d
      where d.authority_id = plan_citations.authority_id and d.id = plan_citations.document_id));
create policy organisation on plan_citations for select to app
  using ((select nullif(current_setting('opensend.organisation', true), '')::uuid) is not null
    and exists (select from plan_version_citations shown
      where shown.authority_id = plan_citations.authority_id and shown.citation_id = plan_citations.id));
grant select, insert on plan_citations to app;

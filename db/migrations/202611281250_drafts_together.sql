-- A family and a school or college writing one request together, before it is sent. The family alone sends it.
create table draft_sharings (
  authority_id integer not null,
  id uuid not null,
  draft_id uuid not null,
  owner_id uuid not null,
  owner_name text not null check (length(owner_name) between 1 and 200),
  invites text not null check (invites in ('family', 'school')),
  invited_at timestamptz not null,
  editor_id uuid,
  editor_name text,
  joined_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  primary key (authority_id, id),
  foreign key (authority_id, draft_id) references request_drafts (authority_id, id) on delete cascade,
  check (num_nonnulls(editor_id, editor_name, joined_at) in (0, 3)),
  check ((ended_at is null) = (ended_by is null)),
  check (editor_id is null or editor_id <> owner_id)
);
create unique index draft_sharings_open on draft_sharings (authority_id, draft_id) where ended_at is null;
comment on table draft_sharings is 'Who writes an unsent request together: whoever began it, and the one person they invited. Gone with the draft.';
comment on column draft_sharings.editor_id is 'Whoever joined, by a link that works once: an account, or the draft itself for a parent who has none.';
alter table draft_sharings enable row level security;
alter table draft_sharings force row level security;
create policy sharer on draft_sharings to app
  using ((select nullif(current_setting('opensend.actor', true), '')::uuid) in (owner_id, editor_id));
-- The service by itself, for somebody with a link who is nobody here yet: never a member of the authority's staff.
create policy joining on draft_sharings to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int)
    and (select nullif(current_setting('opensend.actor', true), '')) is null and ended_at is null);
grant select, insert, update on draft_sharings to app;

create policy co_editor on request_drafts to app
  using (exists (
    select from draft_sharings s
    where s.authority_id = request_drafts.authority_id and s.draft_id = request_drafts.id and s.ended_at is null
      and s.editor_id = (select nullif(current_setting('opensend.actor', true), '')::uuid)));

create table draft_sections (
  authority_id integer not null,
  draft_id uuid not null,
  question text not null,
  version integer not null default 0,
  saved_by text,
  saved_at timestamptz,
  held_by uuid,
  held_name text,
  held_until timestamptz,
  primary key (authority_id, draft_id, question),
  foreign key (authority_id, draft_id) references request_drafts (authority_id, id) on delete cascade,
  check ((saved_by is null) = (saved_at is null)),
  check (num_nonnulls(held_by, held_name, held_until) in (0, 3))
);
comment on table draft_sections is 'Each question of a request written together: who wrote it last, how often it was saved, and who is writing there now.';
comment on column draft_sections.held_until is 'Until when somebody who opened it to write is alone there; it passes by itself.';
alter table draft_sections enable row level security;
alter table draft_sections force row level security;
create policy together on draft_sections to app
  using (exists (
    select from draft_sharings s
    where s.authority_id = draft_sections.authority_id and s.draft_id = draft_sections.draft_id
      and (s.owner_id = (select nullif(current_setting('opensend.actor', true), '')::uuid)
        or (s.ended_at is null and s.editor_id = (select nullif(current_setting('opensend.actor', true), '')::uuid)))));
grant select, insert, update on draft_sections to app;

alter table request_codes drop constraint request_codes_purpose_check;
alter table request_codes add constraint request_codes_purpose_check
  check (purpose in ('open the tracker', 'return to a draft', 'write together'));
comment on column request_codes.draft_id is 'The draft to return to; for writing together, the invitation.';

-- Each final plan is kept as an archival file too (PDF/A), drawn with the one that is read, of the very pages.

alter table plan_versions add column archive_document_id uuid;
alter table plan_versions add foreign key (authority_id, archive_document_id) references documents (authority_id, id);
alter table plan_versions add check (archive_document_id is null or kind = 'final');
comment on column plan_versions.archive_document_id is 'The archival copy (PDF/A) of a final plan''s paper, on the file beside it; null of a draft, and of what was issued before such copies were kept.';

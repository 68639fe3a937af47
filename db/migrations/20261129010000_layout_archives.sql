-- A plan laid out anew is as whole on the file as it was when it was issued: with its advice, and with a copy to keep.
alter table plan_words add column archive_document_id uuid;
alter table plan_words add foreign key (authority_id, archive_document_id) references documents (authority_id, id);
alter table plan_words add check (archive_document_id is null or document_id is not null);
comment on column plan_words.archive_document_id is 'The archival copy (PDF/A) of that paper; null of what was laid out before such copies were kept.';

-- Whoever asks again for a file that is still kept back from them, after somebody dealt with it, is one more thing to deal with:
-- each asking stands after the one before it, so that of two at once there is one.
alter table document_kept_back
  add column again_of uuid,
  add foreign key (authority_id, again_of) references document_kept_back (authority_id, id),
  drop constraint document_kept_back_authority_id_document_id_contact_id_read_key,
  add unique nulls not distinct (authority_id, document_id, contact_id, reader_name, again_of);
comment on table document_kept_back is 'That a file was not opened for one of the family, because its words show them how to reach somebody else on the child''s file: once for each who asks, and once more where they ask again after it was dealt with. Others open it. Added, never altered; the authority''s alone to read.';
comment on column document_kept_back.again_of is 'The one before it that was dealt with, where they asked again; null the first time.';

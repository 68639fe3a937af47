-- Whoever saves a draft after it was sent is told that it was, and when.
alter table request_drafts add column sent_at timestamptz;
alter table request_drafts add constraint request_drafts_sent check (sent_at is null or request_id is not null);
comment on column request_drafts.sent_at is 'When it was sent; null until then, and of those sent before this was kept.';

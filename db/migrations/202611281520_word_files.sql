-- The words of Word files, which have no fixed pages: by page as Word last laid them out, or by heading and paragraph.

alter table document_readings add column laid_out text not null default 'pages'
  check (laid_out in ('pages', 'word pages', 'parts'));
comment on column document_readings.laid_out is 'What the numbers count: pages; pages as Word last laid them out, which another computer may do otherwise; or parts of a file without pages.';
alter table document_pages add column place text check (length(place) between 1 and 300);
comment on column document_pages.place is 'What a part is cited by: its heading, or its paragraphs; null for a page.';

-- Until staff say that a family may be told that their child was brought to attention, nothing tells them: not their tracker,
-- news, notices or letters. Where the decision is made first, staff say whether they may be told, and why where they may not.
alter table request_attention add not_told_why text, add not_told_by text, add not_told_on date,
  add constraint request_attention_not_told_whole check (num_nonnulls(not_told_why, not_told_by, not_told_on) in (0, 3)),
  add constraint request_attention_not_told_why_check check (length(not_told_why) between 1 and 2000);
comment on column request_attention.not_told_why is 'Why the family was not told when it was decided whether to assess, as staff wrote it; kept when they are told later.';

create index request_attention_untold on request_attention (child_id) where family_told_on is null;
-- Whose session sees which file is worked out before any lens is known.
create policy platform on request_attention for select to app_platform
  using ((select current_setting('opensend.platform', true)) = 'on');

create view untold_requests with (security_invoker = true) as
select authority_id, request_id, child_id from request_attention where family_told_on is null;
comment on view untold_requests is 'Requests that the family has not been told of, each with the record of the child it is on: kept from the family until staff say that they may be told.';
grant select on untold_requests to app;

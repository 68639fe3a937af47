-- The eight weeks of an amendment are a time limit of the authority's own too (SEND Regulations 2014, reg. 22(3) to (4)): why they
-- passed is given of the amendment that it is about.
alter table breach_reasons add column amendment_id uuid;
alter table breach_reasons add foreign key (authority_id, amendment_id) references plan_amendments (authority_id, id);
alter table breach_reasons drop constraint breach_reasons_time_limit_check;
alter table breach_reasons add constraint breach_reasons_time_limit_check check (time_limit in ('decide whether to assess',
  'notify that there is no plan', 'send the final plan', 'send the amended plan, or say why not'));
alter table breach_reasons add constraint breach_reasons_of_an_amendment_check
  check ((time_limit = 'send the amended plan, or say why not') = (amendment_id is not null));
comment on column breach_reasons.amendment_id is 'The amendment whose eight weeks passed; null for a limit of the request itself.';
drop index breach_reasons_standing;
create unique index breach_reasons_standing on breach_reasons (authority_id, request_id, time_limit, amendment_id)
  nulls not distinct where replaced_at is null;

-- Who looks again at a document withheld from a family.

alter table document_withholding_acts add column reviewer uuid;
alter table document_withholding_acts add column reviewer_name text check (length(reviewer_name) between 1 and 200);
alter table document_withholding_acts add check (num_nonnulls(reviewer, reviewer_name) in (0, 2));
alter table document_withholding_acts add check (reviewer is null or review_by is not null);
comment on column document_withholding_acts.reviewer is 'Whoever of the staff looks again; null for whoever has the case then.';

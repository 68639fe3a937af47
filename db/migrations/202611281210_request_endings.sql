-- A request can end without being finished in three ways, each with its day, its reason and who said so.
alter table request_withdrawals add column kind text not null default 'withdrawn'
  check (kind in ('withdrawn', 'moved out', 'referred'));
comment on table request_withdrawals is 'How a request ended without being finished: taken back by whoever asked, moved out of the area before the assessment was complete, or referred to the authority responsible (Children and Families Act 2014, s24). Undone by a new request alone.';
comment on column request_withdrawals.withdrawn_by is 'Who said so: whoever asked, or whom staff heard it from.';

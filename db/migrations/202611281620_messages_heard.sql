-- What a family says by telephone or on paper is on the same record as what it writes online.
alter table messages
  add column heard_how text check (heard_how in ('telephone', 'letter', 'email', 'in person')),
  add column heard_on date,
  add column recorded_by text check (length(recorded_by) between 1 and 200),
  add constraint messages_heard_whole check (num_nonnulls(heard_how, heard_on, recorded_by) in (0, 3)),
  add constraint messages_heard_of_family check (heard_how is null or from_kind = 'family');
comment on column messages.heard_how is 'How the family said it, where it was not online.';
comment on column messages.heard_on is 'The day the family said it: the promised answer is counted from here.';
comment on column messages.recorded_by is 'Who at the authority wrote it down; null where the family did, here.';

-- Whoever advises is told by email, once, that they were asked: until now only the inbox said so.
alter table advice_reminders drop constraint advice_reminders_kind_check;
alter table advice_reminders add constraint advice_reminders_kind_check check (kind in
  ('asked', 'two weeks', 'one week', 'day before', 'the day', 'overdue'));
comment on table advice_reminders is 'Word that advice was asked for, a reminder that it is due in two weeks, in one week or today (once, the day before), or word that it is overdue. Its key is what lets each be sent once.';

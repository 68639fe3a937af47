-- Whoever advises is reminded on the day the advice is due, where until now it was the day before. What was sent then stays.
alter table advice_reminders drop constraint advice_reminders_kind_check;
alter table advice_reminders add constraint advice_reminders_kind_check check (kind in
  ('two weeks', 'one week', 'day before', 'the day', 'overdue'));
comment on table advice_reminders is 'A reminder that advice is due in two weeks, in one week or today (once, the day before), or word that it is overdue. Its key is what lets each be sent once.';

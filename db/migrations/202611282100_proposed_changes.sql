-- What each party would change in a plan as issued, for the tribunal's working document; staff write both down as they come.
alter table plan_acts drop constraint plan_acts_kind_check;
alter table plan_acts add constraint plan_acts_kind_check check (kind in (
  'representation', 'answer', 'meeting asked for', 'meeting settled', 'preference', 'finished', 'new draft begun', 'health agreement',
  'change proposed'));
comment on column plan_acts.about is 'The comment answered, the meeting asked for that is settled, or the change proposed that is agreed: each once.';

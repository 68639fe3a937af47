-- Whoever was asked by other means refuses by other means: staff write down why, when and how it came, as they write down advice.
alter table advice_refusals
  alter column organisation_id drop not null,
  add column came_by text check (came_by in ('email', 'letter', 'telephone', 'in person')),
  add column recorded_by text check (length(recorded_by) between 1 and 200),
  add check ((came_by is null) = (recorded_by is null)),
  add check (organisation_id is not null or came_by is not null);
comment on table advice_refusals is 'Whoever was asked for advice said that they will not give it, and why. The advice is still to be had (SEND Regulations 2014, reg. 6(1)): of somebody else.';
comment on column advice_refusals.organisation_id is 'Where whoever was asked works; null for somebody outside any organisation here.';
comment on column advice_refusals.came_by is 'How they told the authority, where they did not say so here.';
comment on column advice_refusals.recorded_by is 'Who at the authority wrote it down; null where it was said here.';

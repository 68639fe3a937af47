-- A question may go to the author of advice that staff wrote down, who works for no organisation here: staff send it themselves.
alter table advice_questions alter column organisation_id drop not null;
comment on column advice_questions.organisation_id is 'Whose advice it is, and so who is asked; null for an author outside any organisation here, whom staff write to themselves.';

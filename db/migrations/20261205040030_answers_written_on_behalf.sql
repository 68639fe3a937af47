-- What an organisation says of advice given before is recorded in the authority's lens, on its behalf, with what follows from it: it
-- writes no row itself. What it said it still reads.
drop policy organisation_answers on existing_advice_agreements;

-- A letter that could not go (there is no address, or it shows somebody else's) is kept where staff see it, with why.
alter table letters drop constraint letters_check4;
alter table letters add constraint letters_have_an_address
  check (failed_at is not null or (channel = 'portal') = (cardinality(address) = 0));
alter table letters drop constraint letters_check6;
alter table letters add constraint letters_have_one_electronic_address
  check (channel not in ('email', 'text') or cardinality(address) <= 1);
comment on column letters.failure is 'Why it was not sent, in words for staff: it never will be; a letter put right is another letter.';

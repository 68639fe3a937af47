-- A family chooses how updates come apart from how its letters do.

alter table update_choices add column way text check (way in ('email', 'text', 'post'));
comment on table update_choices is 'How often somebody on a file wants to be told of changes, and which way; the last said holds. What the law requires to be sent is sent whatever they chose.';
comment on column update_choices.way is 'How updates come; null for the way their letters do. Whoever wants post alone has updates by post whatever it says.';

alter table letters add column chosen_way text check (chosen_way in ('email', 'text', 'post'));
comment on column letters.chosen_way is 'The way its recipient chose for letters of this kind, apart from their others; null for the way they prefer.';

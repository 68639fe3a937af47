-- A request for somebody who is detained may be made by the person in charge of where they are (Children and Families Act 2014, s71(2)).
alter table requests drop constraint requests_source_check;
alter table requests add constraint requests_source_check
  check (source in ('parent', 'young person', 'school', 'person in charge', 'other'));

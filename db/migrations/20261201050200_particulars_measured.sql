create view particulars_measured with (security_invoker = true) as
select distinct on (authority_id, child_id) authority_id, child_id, sex, ethnicity
from children_particulars order by authority_id, child_id, version desc;
comment on view particulars_measured is 'Sex and ethnicity as they were last recorded. A published contract of children: the extract for analysts reads it.';
grant select on particulars_measured to app;

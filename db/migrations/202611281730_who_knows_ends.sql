-- An organisation that was asked only who knows a child sees the child until it has said so, or nobody waits for its answer.

comment on table known_answers is 'They say that the list is whole as far as they know. The family may add to it, or take off what it said, afterwards too; a setting that was asked nothing else no longer sees the child.';

alter table children_organisations no force row level security;
alter table known_questions no force row level security;
alter table known_answers no force row level security;
alter table assessment_decisions no force row level security;
update children_organisations shared set until_on = greatest(current_date, shared.from_on)
  where shared.reason = 'asked who knows the child' and shared.until_on is null
    and not exists (select from known_questions q
      where q.authority_id = shared.authority_id and q.child_id = shared.child_id
        and q.organisation_id = shared.organisation_id
        and not exists (select from known_answers a where a.authority_id = q.authority_id and a.question_id = q.id)
        and not exists (select from assessment_decisions d
          where d.authority_id = q.authority_id and d.assessment_id = q.assessment_id));
alter table assessment_decisions force row level security;
alter table known_answers force row level security;
alter table known_questions force row level security;
alter table children_organisations force row level security;

import type pg from 'pg';

/* Invented cases as rows, thousands at once, for benches of what is counted: five years of them, most with a plan. */

/** Puts so many cases in an authority: requests, decisions, assessments, plans, needs and places. */
export async function fillMeasured(owner: pg.Pool, authority: number, cases: number): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    for (const statement of FILL)
      await client.query(statement.replaceAll('$1', String(authority)).replaceAll('$2', String(cases)));
    await client.query('commit');
  } finally {
    client.release();
  }
}

// One case a number: its days follow from it, so that a bench has the same cases each time.
const FILL = [
  `create temporary table made on commit drop as
   select n, gen_random_uuid() as child_id, gen_random_uuid() as request_id, gen_random_uuid() as assessment_id,
     gen_random_uuid() as plan_id, current_date - 1 - (n * 37) % 1825 as received_on, 20 + (n * 7) % 40 as decide, 30 + (n * 11) % 60 as assess,
     20 + (n * 13) % 70 as make, n % 5 <> 0 as assessed, n % 16 <> 0 as issue
   from generate_series(1, $2) n`,
  `insert into authorities (code, name, fictional) values ($1, 'Authority $1', true) on conflict do nothing`,
  `insert into children (authority_id, id, given_names, family_name, born_on)
   select $1, child_id, 'Robin', 'Hartwell', received_on - 1200 - (n * 17) % 7000 from made`,
  `insert into children_circumstances (authority_id, id, child_id, kind, need, from_on, recorded_by)
   select $1, gen_random_uuid(), child_id, 'primary need', (array['ASD', 'SLCN', 'SEMH', 'MLD', 'SLD', 'PD', 'SPLD', 'HI', 'PMLD', 'VI', 'DS'])[1 + n % 11], received_on, 'Priya Raman' from made`,
  `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
   select $1, request_id, 'R-' || upper(left(md5($1 || ' ' || n), 4)) || '-' || upper(substr(md5($1 || ' ' || n), 5, 4)), child_id, received_on, 'online', 'parent', 'Jo', '[]', now() from made
   on conflict (authority_id, reference) do nothing`,
  `delete from made where not exists (select from requests r where r.authority_id = $1 and r.id = made.request_id)`,
  `insert into request_decisions (authority_id, request_id, child_id, outcome, has_or_may_have_sen, provision_may_be_necessary, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
   select $1, request_id, child_id, case when assessed then 'assess' else 'do not assess' end, assessed, assessed, 'e', 'r', 'w', received_on + decide, received_on + decide, 'Priya Raman'
   from made where received_on + decide <= current_date`,
  `insert into request_exceptions (authority_id, id, request_id, child_id, ground, from_on, until_on, reason, evidence, recorded_by)
   select $1, gen_random_uuid(), request_id, child_id, 'exceptional personal circumstances', received_on + 10, received_on + 30, 'r', 'e', 'Priya Raman' from made where n % 18 = 0`,
  `insert into assessments (authority_id, id, request_id, child_id, opened_on)
   select $1, assessment_id, request_id, child_id, received_on + decide from made where assessed and received_on + decide <= current_date`,
  `insert into assessment_decisions (authority_id, assessment_id, child_id, outcome, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
   select $1, assessment_id, child_id, case when issue then 'issue' else 'do not issue' end, 'e', 'r', 'w', received_on + decide + assess, received_on + decide + assess, 'Priya Raman'
   from made where assessed and received_on + decide + assess <= current_date`,
  `insert into plans (authority_id, id, child_id, request_id, assessment_id, opened_on)
   select $1, plan_id, child_id, request_id, assessment_id, received_on + decide + assess from made where assessed and issue and received_on + decide + assess <= current_date`,
  `insert into plan_versions (authority_id, id, plan_id, child_id, kind, number, content, content_hash, sent_on, served_on, officer)
   select $1, gen_random_uuid(), plan_id, child_id, 'final', 1, '{"sectionI": {"kind": "type only"}}', repeat('0', 64), received_on + decide + assess + make, received_on + decide + assess + make, 'Priya Raman'
   from made where assessed and issue and received_on + decide + assess + make <= current_date`,
  // Four hundred settings, one in twenty closed with one that came after it: nobody has two.
  `create temporary table known on commit drop as
   select k, gen_random_uuid() as setting_id, 500000000 + $1 * 1000 + k as urn from generate_series(0, 399) k`,
  `insert into settings (id, urn, name, type, type_group, status, content_hash, fictional)
   select setting_id, urn, 'A school', (array['Community school', 'Academy converter', 'Community special school', 'Other independent special school', 'Further education'])[1 + k % 5],
     (array['Local authority maintained schools', 'Academies', 'Special schools', 'Independent schools', 'Colleges'])[1 + k % 5],
     case when k < 20 then 'Closed' else 'Open' end, 'x', true from known`,
  `insert into setting_links (urn, link_urn, link_type) select urn, urn + 20, 'Successor' from known where k < 20`,
  `insert into placements (authority_id, id, child_id, kind, rank, setting_id, setting_name, words, from_on, recorded_by)
   select $1, gen_random_uuid(), child_id, case when n % 20 = 0 then 'home education' else 'setting' end, 1,
     case when n % 20 <> 0 then setting_id end, case when n % 20 <> 0 then 'A school' end, 'w', received_on + 200, 'Priya Raman'
   from made join known on k = n % 400 where assessed and issue`,
  `insert into placement_ends (authority_id, placement_id, child_id, how, words, ended_on, ended_by)
   select $1, p.id, p.child_id, 'moved away', '', p.from_on + 300, 'Priya Raman'
   from placements p join made on made.child_id = p.child_id where p.authority_id = $1 and n % 9 = 0 and p.from_on + 300 <= current_date`,
  `insert into placement_namings (authority_id, version_id, place, plan_id, child_id, version_number, kind, setting_id, setting_name, setting_type, named_on)
   select $1, v.id, 1, v.plan_id, v.child_id, 1, 'named', setting_id, 'A school', 'maintained school', v.sent_on
   from made join plan_versions v on v.authority_id = $1 and v.plan_id = made.plan_id join known on k = case when n % 7 = 0 then 1 else 0 end + n % 399`,
  `insert into advice_requests (authority_id, id, assessment_id, child_id, paragraph, adviser_name, questions, asked_on, received_on, asked_by)
   select $1, gen_random_uuid(), assessment_id, child_id, paragraph, 'David Lindqvist', '', received_on + decide, received_on + decide, 'Priya Raman'
   from made cross join unnest(array['b', 'c', 'd', 'e']) paragraph where assessed and received_on + decide <= current_date`,
  `insert into advice (authority_id, id, advice_request_id, child_id, number, content, recorded_by, signed_on, signed_name, signed_role, returned_on)
   select $1, gen_random_uuid(), q.id, q.child_id, 1, '{}', 'Priya Raman', q.received_on + 20 + n % 40, 'David Lindqvist', 'Psychologist', q.received_on + 20 + n % 40
   from advice_requests q join made on made.assessment_id = q.assessment_id where q.authority_id = $1 and q.received_on + 20 + n % 40 <= current_date`,
];

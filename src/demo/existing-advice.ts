import type pg from 'pg';
import type { PlainDate } from '../shared/plain-date.ts';
import { SARAH_FINCH } from './cases.ts';
import { DEMO_AUTHORITY, DEMO_SERVICES } from './people.ts';

const STATEMENT =
  'Understands instructions of two parts, said one after the other and shown with a picture. Longer ones are lost. ' +
  'Speaks in sentences of four or five words, and is understood by those who know them. ' +
  'Needs a speech and language programme, worked through each school day by an adult whom a therapist has trained.';

/**
 * Advice a therapist gave before, put forward as enough for some of the children being assessed, Sarah Finch's among them: half
 * of their families have said that it is, and the health body is asked in its inbox (reg. 6(4)).
 */
export async function insertExistingAdvice(client: pg.Client, today: PlainDate): Promise<void> {
  await client.query(
    `with put as (
       insert into existing_advice (authority_id, id, assessment_id, child_id, paragraph, author_name, author_role, advised_on, statement,
         proposed_on, proposed_by, organisation_id)
       select a.authority_id, gen_random_uuid(), a.id, a.child_id, 'f', 'Bronwen Tully', 'Speech and language therapist',
         greatest(a.opened_on, $2::date - 9) - 120, $3, greatest(a.opened_on, $2::date - 9), 'Priya Raman', $4
       from case_steps s join assessments a on a.authority_id = s.authority_id and a.id = s.assessment_id
       join requests r on r.authority_id = a.authority_id and r.id = a.request_id
       where s.authority_id = $1 and s.step = 'assess' and (r.requester_name = $5 or abs(hashtext('before' || a.id::text)) % 8 = 0)
       returning *),
     shared as (
       insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on)
       select authority_id, child_id, organisation_id, 'Whether advice given before is enough: ' || id, proposed_on from put),
     said as (
       insert into existing_advice_agreements (authority_id, existing_advice_id, party, child_id, satisfied, name, agreed_on, recorded_by)
       select put.authority_id, put.id, 'family', put.child_id, true, r.requester_name, $2, 'the family, online'
       from put join assessments a on a.authority_id = put.authority_id and a.id = put.assessment_id
       join requests r on r.authority_id = a.authority_id and r.id = a.request_id
       where r.requester_name <> $5 and abs(hashtext(put.assessment_id::text)) % 2 = 0)
     -- Whatever of this the list shows is written when it is next read.
     insert into case_changes (authority_id, child_id) select distinct authority_id, child_id from put`,
    [DEMO_AUTHORITY.code, today, STATEMENT, DEMO_SERVICES[2].id, SARAH_FINCH],
  );
}

import type pg from 'pg';
import type { PlainDate } from '../shared/plain-date.ts';
import { DEMO_AUTHORITY } from './people.ts';

/* What the demonstration's families write, how soon they are answered, and who of them waits to be checked. */

const WRITTEN = [
  'Could you tell us whether the speech therapist has sent her report? We have not heard since the visit.',
  'We have moved our boy’s clinic day to Thursdays. Does the plan meeting still fit?',
  'School says that they have not had the draft yet. When will they?',
  'Thank you for the call. We would like somebody to go through the form with us.',
  'We are worried about September. Which schools have you asked?',
] as const;
const ANSWERED = [
  'Thank you for writing. We asked again today, and will tell you as soon as it comes.',
  'Thank you. That day is fine, and nothing else changes.',
  'It went to the school this morning, and is in your documents too.',
  'Of course. Priya will ring you tomorrow, after ten.',
] as const;

/**
 * Families of the last year's requests who wrote, each once or twice: most answered by the day promised, some later, some
 * of the last days not yet, and some who wrote again before they had an answer.
 */
export async function insertMessages(client: pg.Client, today: PlainDate): Promise<void> {
  await client.query(
    `with drawn as (
       select k.authority_id, k.child_id, k.id as contact_id, k.name, abs(hashtext('wrote' || k.child_id::text || times)) as draw, times
       from children_contacts k join requests r on r.authority_id = k.authority_id and r.contact_id = k.id
       cross join generate_series(1, 2) times
       where k.authority_id = $1 and r.received_on > $2::date - 365 and r.file_opened_at is not null),
     timed as (
       select *, $2::date - (1 + abs(hashtext('wrote' || child_id::text || '1')) % 200
         - case when times = 2 then 3 else 0 end) as sent_on
       from drawn where (times = 1 and draw % 2 = 0) or (times = 2 and draw % 5 = 0)),
     sent as (
       select *, sent_on + case when extract(isodow from sent_on) > 5 then 9 else 7 end as promised_on,
         sent_on + 1 + (draw / 7 % 10)::int as answer_on
       from timed where sent_on < $2::date),
     written as (
       insert into messages (authority_id, id, child_id, contact_id, from_kind, from_name, body, sent_at, promised_on, answered_at)
       select authority_id, gen_random_uuid(), child_id, contact_id, 'family', name, ($3::text[])[1 + draw / 3 % $5],
         sent_on + time '19:20', promised_on, case when answer_on < $2::date and answer_on > sent_on then answer_on + time '11:05' end
       from sent returning *),
     told as (
       insert into messages (authority_id, id, child_id, contact_id, from_kind, from_name, body, sent_at)
       select authority_id, gen_random_uuid(), child_id, contact_id, 'staff', 'Priya Raman',
         ($4::text[])[1 + abs(hashtext(child_id::text)) % $6], answered_at
       from written where answered_at is not null returning *)
     insert into events (authority_id, id, recorded_at, child_id, actor_kind, actor_name, kind, subject, subject_id, data)
     select authority_id, gen_random_uuid(), sent_at, child_id, from_kind, from_name,
       case from_kind when 'family' then 'message from the family' else 'message to the family' end, 'message', id, '{}'
     from (select authority_id, sent_at, child_id, from_kind, from_name, id from written
       union all select authority_id, sent_at, child_id, from_kind, from_name, id from told) each_message`,
    [DEMO_AUTHORITY.code, today, WRITTEN, ANSWERED, WRITTEN.length, ANSWERED.length],
  );
}

/**
 * The other parent of some children of whom it was decided not to assess asked again: three wait until staff have checked who they are,
 * five were checked within days.
 */
export async function insertCheckWaits(client: pg.Client, today: PlainDate): Promise<void> {
  await client.query(
    `with known as (
       select r.authority_id, r.child_id, c.given_names, c.family_name, c.born_on, c.address_lines, c.postcode,
         row_number() over (order by r.reference) as place, gen_random_uuid() as record_id, gen_random_uuid() as contact_id,
         gen_random_uuid() as request_id, gen_random_uuid() as merge_id
       from requests r join children c on c.authority_id = r.authority_id and c.id = r.child_id
         join request_decisions d on d.authority_id = r.authority_id and d.request_id = r.id and d.outcome = 'do not assess'
       where r.authority_id = $1 and r.source = 'parent' and r.file_opened_at is not null and c.family_name <> 'Finch'
         and r.received_on between $2::date - 150 and $2::date - 60 order by r.reference limit 8),
     timed as (select *, $2::date - (4 + place * 9)::int as on_file, place > 3 as checked from known),
     records as (
       insert into children (authority_id, id, given_names, family_name, born_on, address_lines, postcode, joined_to, recorded_at)
       select authority_id, record_id, given_names, family_name, born_on, address_lines, postcode, child_id, on_file + time '10:00'
       from timed returning id),
     people as (
       insert into children_contacts (authority_id, id, child_id, name, relationship, email, address_lines, parental_responsibility,
         prefers, recorded_at, checked_how, checked_by, checked_at)
       select authority_id, contact_id, case when checked then child_id else record_id end, 'Robin ' || family_name, 'father',
         'second.' || left(contact_id::text, 8) || '@families.example', '{2 Example Street,Wexcombe}', true, 'email',
         on_file + time '10:00', case when checked then 'Passport seen at the Guildhall' end,
         case when checked then 'Leila Haddad' end, case when checked then on_file + place::int + time '15:00' end
       from timed returning id),
     asked as (
       insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, contact_id, stated, file_opened_at, recorded_at)
       select authority_id, request_id, 'R-DEMO-000' || place, record_id, on_file, 'letter', 'parent', 'Robin ' || family_name, contact_id,
         '[]', on_file + time '10:00', on_file + time '10:00' from timed returning id),
     looked_after as (
       insert into case_allocations (authority_id, id, child_id, account_id, name, handover, allocated_by, from_on, recorded_at)
       select one.authority_id, gen_random_uuid(), timed.record_id, one.account_id, one.name, '', one.allocated_by, one.from_on, one.recorded_at
       from timed join case_allocations one on one.authority_id = timed.authority_id and one.child_id = timed.child_id
         and one.ended_at is null returning id),
     changed as (
       insert into case_changes (authority_id, child_id) select authority_id, record_id from timed returning id),
     merged as (
       insert into children_merges (authority_id, id, from_child_id, to_child_id, request_id, why, made_by, made_at)
       select authority_id, merge_id, record_id, child_id, request_id, 'The same name, birth date and address', 'Priya Raman',
         on_file + time '10:00' from timed returning id)
     insert into children_merge_contacts (authority_id, merge_id, contact_id)
     select authority_id, merge_id, contact_id from timed where checked`,
    [DEMO_AUTHORITY.code, today],
  );
}

import type pg from 'pg';
import { DEMO_AUTHORITY } from '../../src/demo/people.ts';

/**
 * What is on the file of an ordinary case beside what the demonstration's cases have: four messages, of which the last waits for
 * its answer in one of five, and two documents. So that a page of it weighs what such a page does.
 */
export async function addOrdinaryFiles(client: pg.ClientBase): Promise<void> {
  await client.query(MESSAGES, [DEMO_AUTHORITY.code]);
  await client.query(DOCUMENTS, [DEMO_AUTHORITY.code]);
}

const MESSAGES = `
  with whose as materialized (
    select distinct on (k.child_id) k.authority_id, k.child_id, k.id as contact_id, k.name,
      ('x' || left(k.child_id::text, 8))::bit(32)::bigint % 5 = 0 as waits
    from children_contacts k where k.authority_id = $1
      and not exists (select from messages m where m.authority_id = k.authority_id and m.child_id = k.child_id)
    order by k.child_id, k.restricted, k.id),
  written as (
    insert into messages (authority_id, id, child_id, from_kind, from_name, contact_id, body, sent_at, promised_on, answered_at, seen_at)
    select authority_id, gen_random_uuid(), child_id, side, case side when 'family' then name else 'Priya Raman' end, contact_id,
      repeat('Invented words of about the length that people write to each other in. ', 3 + n), at,
      case side when 'family' then current_date + 7 - 6 * (4 - n) end,
      case when side = 'family' and not (waits and n = 4) then at + interval '1 day' end, at + interval '2 hours'
    from whose, lateral (select n, case when n % 2 = 0 then 'family' else 'staff' end as side, now() - interval '6 days' * (5 - n) as at
      from generate_series(1, 4) n) each
    returning authority_id, id, child_id, from_kind, sent_at)
  insert into events (authority_id, child_id, recorded_at, actor_kind, actor_name, kind, subject, subject_id)
  select authority_id, child_id, sent_at, from_kind, 'Somebody',
    case from_kind when 'family' then 'message from the family' else 'message to the family' end, 'message', id from written`;

const DOCUMENTS = `
  with added as (
    insert into documents (authority_id, id, child_id, kind, title, media_type, byte_size, sha256, storage_key, uploaded_at, uploaded_by_name)
    select c.authority_id, gen_random_uuid(), c.id, case n when 1 then 'report' else 'letter' end,
      case n when 1 then 'A report of the school' else 'A letter of the hospital' end, 'application/pdf', 120000,
      repeat('0', 64), gen_random_uuid()::text, now() - interval '9 days' * n, 'Somebody'
    from children c, generate_series(1, 2) n where c.authority_id = $1
    returning authority_id, id, child_id, uploaded_at)
  insert into events (authority_id, child_id, recorded_at, actor_kind, actor_name, kind, subject, subject_id)
  select authority_id, child_id, uploaded_at, 'staff', 'Somebody', 'document added', 'document', id from added`;

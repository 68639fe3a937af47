import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import { addDays, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';

/* What it takes a family, from what was recorded alone: nobody times anybody. */

/** How long those who came with a request waited for staff to check who they are, in days. */
export type CheckWaits = {
  waiting: number;
  longest: number | null;
  checked: number;
  half: number | null;
  nineInTen: number | null;
};

// Whoever is never written to is not waiting.
const CAME = sql`
  select k.authority_id, k.id, c.joined_to as file_id, (k.recorded_at at time zone 'Europe/London')::date as on_file,
    (k.checked_at at time zone 'Europe/London')::date as checked_on,
    c.joined_to is not null and k.checked_at is null and not k.restricted as waits
  from children_contacts k join children c on c.authority_id = k.authority_id and c.id = k.child_id
  where exists (select from requests r where r.authority_id = k.authority_id and r.contact_id = k.id)
    and (c.joined_to is not null or exists (select from children_merge_contacts carried
      where carried.authority_id = k.authority_id and carried.contact_id = k.id))`;

/**
 * Somebody who came with a request about a child already on file waits from the day their request was recorded until
 * staff record how they checked who they are.
 */
export async function countCheckWaits(tx: Tx, today: PlainDate): Promise<CheckWaits> {
  const { rows } = await sql<CheckWaits>`
    select (count(*) filter (where waits))::int as waiting,
      (max(${today}::date - on_file) filter (where waits))::int as longest,
      (count(*) filter (where checked_on > ${since(today)}::date))::int as checked,
      (percentile_disc(0.5) within group (order by checked_on - on_file) filter (where checked_on > ${since(today)}::date))::int as half,
      (percentile_disc(0.9) within group (order by checked_on - on_file) filter (where checked_on > ${since(today)}::date))::int as "nineInTen"
    from (${CAME}) came`.execute(tx);
  return rows[0] ?? { waiting: 0, longest: null, checked: 0, half: null, nineInTen: null };
}

/** A case on which somebody waits to be checked: whose it is, and since when they wait. */
export type CheckWaited = { childId: Uuid; reference: string; caseworker: string | null; since: PlainDate };

/** Everybody who waits to be checked, by the case and the request they came with, longest first: the first `most` of them. */
export async function listCheckWaits(tx: Tx, most: number): Promise<CheckWaited[]> {
  const { rows } = await sql<CheckWaited>`
    select came.file_id as "childId", came.on_file as since, worker.name as caseworker,
      (select min(r.reference) from requests r where r.authority_id = came.authority_id and r.contact_id = came.id) as reference
    from (${CAME}) came
    left join case_allocations worker on worker.authority_id = came.authority_id and worker.child_id = came.file_id
      and worker.ended_at is null and worker.left_at is null
    where came.waits order by came.on_file, came.id limit ${most}`.execute(tx);
  return rows;
}

/** How many families did anything, and how many things half of them, and nine in ten, did at most. */
export type Effort = { families: number; half: number | null; nineInTen: number | null };
/** One kind of thing families did: how often, and for how many children. */
export type Deed = { kind: string; times: number; families: number };

// By whoever asks, with an account or without. A child's own family: an invited adviser acts as a family too, and is left out.
function deeds(today: PlainDate) {
  return sql`
    select e.child_id, e.kind from events e
    where e.actor_kind in ('family', 'visitor') and e.child_id is not null
      and (e.recorded_at at time zone 'Europe/London')::date > ${since(today)}::date
      and not exists (select from children_access a where a.authority_id = e.authority_id and a.child_id = e.child_id
        and a.account_id = e.actor_id and a.basis = 'invited')`;
}

export async function countEffort(tx: Tx, today: PlainDate): Promise<Effort> {
  const { rows } = await sql<Effort>`
    select count(*)::int as families, (percentile_disc(0.5) within group (order by done))::int as half,
      (percentile_disc(0.9) within group (order by done))::int as "nineInTen"
    from (select child_id, count(*)::int as done from (${deeds(today)}) d group by child_id) each_family`.execute(
    tx,
  );
  return rows[0] ?? { families: 0, half: null, nineInTen: null };
}

/** What families did, most often first. */
export async function listDeeds(tx: Tx, today: PlainDate): Promise<Deed[]> {
  const { rows } = await sql<Deed>`
    select kind, count(*)::int as times, count(distinct child_id)::int as families
    from (${deeds(today)}) d group by kind order by count(*) desc, kind`.execute(tx);
  return rows;
}

/** What families wrote, how often before an earlier letter of theirs had its answer, and what they were told without asking. */
export type Chasing = { written: number; again: number; afterPromise: number; told: number };

export async function countChasing(tx: Tx, today: PlainDate): Promise<Chasing> {
  const { rows } = await sql<Chasing>`
    select count(*)::int as written, (count(*) filter (where open.promised_on is not null))::int as again,
      (count(*) filter (where open.promised_on < (m.sent_at at time zone 'Europe/London')::date))::int as "afterPromise",
      (select count(*)::int from family_updates u where u.letter_id is not null
        and (u.written_at at time zone 'Europe/London')::date > ${since(today)}::date)
      + (select count(*)::int from quiet_notices q where q.told_on > ${since(today)}::date) as told
    from messages m
    left join lateral (select min(earlier.promised_on) as promised_on from messages earlier
      where earlier.authority_id = m.authority_id and earlier.child_id = m.child_id and earlier.from_kind = 'family'
        and earlier.sent_at < m.sent_at and (earlier.answered_at is null or earlier.answered_at > m.sent_at)) open on true
    where m.from_kind = 'family' and (m.sent_at at time zone 'Europe/London')::date > ${since(today)}::date`.execute(
    tx,
  );
  return rows[0] ?? { written: 0, again: 0, afterPromise: 0, told: 0 };
}

function since(today: PlainDate): PlainDate {
  return addDays(today, -365);
}

import { sql } from 'kysely';
import { actorOf, type Tx, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { addDays, type PlainDate } from '../../shared/plain-date.ts';
import type { Case } from './case.ts';
import { type Durations, type Forecast, forecastOf, type Stretch, stretchOf } from './forecast.ts';
import type { WaitDurations } from './held.ts';
import { fromKeptRows } from './kept-store.ts';
import { AMENDMENTS } from './store.ts';

/** A year: long enough to hold every season, short enough to be how things are now. */
const LATELY = 365;
const KEPT_FOR = 10 * 60_000;

type Kept = { at: number; durations: Durations; waits: WaitDurations };
const kept = new WeakMap<Services, Map<number, Kept>>();
const asked = new WeakMap<Services, Map<number, Promise<Kept>>>();

/**
 * How long each stretch of the authority's own cases took, of those that came to its end in the last year. Worked out at
 * most every ten minutes: it changes slowly, and is asked for on every case's page.
 */
export async function durationsOf(tx: Tx, services: Services, today: PlainDate): Promise<Durations> {
  return (await keptDurations(tx, services, today)).durations;
}

/** When what is due next on a case will probably be done; null on one that is over. Needs an authority's lens. */
export async function forecastFor(
  tx: Tx,
  services: Services,
  current: Case,
  today: PlainDate,
): Promise<Forecast | null> {
  if (stretchOf(current) === null) return null;
  return forecastOf(current, await durationsOf(tx, services, today), today);
}

/** How long others took to give what they were asked for, of what came in the last year. */
export async function waitDurationsOf(tx: Tx, services: Services, today: PlainDate): Promise<WaitDurations> {
  return (await keptDurations(tx, services, today)).waits;
}

/**
 * The same durations for a page of a family's, whose own lens shows no other case. Asked outside any transaction, and by one
 * at a time: whoever waits for an answer must not hold what it needs.
 */
export async function durationsForFamilies(
  services: Services,
  authorityId: number,
  today: PlainDate,
): Promise<Durations> {
  const known = lastKept(services, authorityId);
  if (known !== undefined) return known.durations;
  const waiting = ofServices(asked, services);
  const begun = waiting.get(authorityId);
  if (begun !== undefined) return (await begun).durations;
  const system = { kind: 'system', authorityId } as const;
  const answer = withLens(services.database, system, (tx) => keptDurations(tx, services, today));
  waiting.set(authorityId, answer);
  try {
    return (await answer).durations;
  } finally {
    waiting.delete(authorityId);
  }
}

async function keptDurations(tx: Tx, services: Services, today: PlainDate): Promise<Kept> {
  const actor = actorOf(tx);
  if (actor.kind !== 'staff' && actor.kind !== 'system')
    throw new Error('only an authority has durations of its own');
  const last = lastKept(services, actor.authorityId);
  if (last !== undefined) return last;
  const durations = await fromKeptRows(tx, () => readDurations(tx, today));
  const read = { at: services.now().getTime(), durations, waits: await readWaitDurations(tx, today) };
  ofServices(kept, services).set(actor.authorityId, read);
  return read;
}

function lastKept(services: Services, authorityId: number): Kept | undefined {
  const last = ofServices(kept, services).get(authorityId);
  const fresh = last !== undefined && Math.abs(services.now().getTime() - last.at) < KEPT_FOR;
  return fresh ? last : undefined;
}

function ofServices<T>(all: WeakMap<Services, Map<number, T>>, services: Services): Map<number, T> {
  const own: Map<number, T> = all.get(services) ?? new Map();
  all.set(services, own);
  return own;
}

async function readDurations(tx: Tx, today: PlainDate): Promise<Durations> {
  const since = addDays(today, -LATELY);
  const { rows } = await sql<{ stretch: Stretch; days: number[] }>`
    select stretch, array_agg(days order by days) as days from (
      select 'decide whether to assess' as stretch, decided_on - received_on as days, decided_on as ended_on from case_rows
      union all select 'assess', issue_decided_on - decided_on, issue_decided_on from case_rows
      union all select 'make the plan', issued_on - issue_decided_on, issued_on from case_rows
      union all select 'amend the plan', done_on - sent_on, done_on from ${AMENDMENTS} amended) each_stretch
    where ended_on > ${since} and days >= 0
    group by stretch`.execute(tx);
  const of = (stretch: Stretch) => rows.find((row) => row.stretch === stretch)?.days ?? [];
  return {
    'decide whether to assess': of('decide whether to assess'),
    assess: of('assess'),
    'make the plan': of('make the plan'),
    'amend the plan': of('amend the plan'),
  };
}

async function readWaitDurations(tx: Tx, today: PlainDate): Promise<WaitDurations> {
  const since = addDays(today, -LATELY);
  const { rows } = await sql<{ key: string; days: number[] }>`
    select key, array_agg(days order by days) as days from (
      select case q.paragraph when 'a' then 'family’s views a' else 'advice ' || q.paragraph end as key,
        a.returned_on - q.received_on as days, a.returned_on as ended_on
      from advice a join advice_requests q on q.authority_id = a.authority_id and q.id = a.advice_request_id
      where a.number = 1 and not q.already_provided
      union all select 'setting’s answer ', answered_on - sent_on, answered_on from consultations) each_wait
    where ended_on > ${since} and days >= 0
    group by key`.execute(tx);
  return new Map(rows.map(({ key, days }) => [key, days]));
}

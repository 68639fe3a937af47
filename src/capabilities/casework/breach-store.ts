import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { isPlace, variantOf } from '../../law/index.ts';
import { once, type Tx } from '../../platform/lens/index.ts';
import { addDays, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { readGround } from '../requests/index.ts';
import { type BreachReason, isExcepted } from './breach.ts';
import { LIMITS, type Limit } from './limits.ts';
import { AMENDMENTS } from './store.ts';

export type ReasonKind = { id: Uuid; words: string };

/** The reasons the authority counts by now. */
export function listReasonKinds(tx: Tx): Promise<ReasonKind[]> {
  return tx
    .selectFrom('breach_reason_kinds')
    .select(['id', 'words'])
    .where('ended_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
}

/** Adds one to the list; false where it is there already. */
export async function insertReasonKind(
  tx: Tx,
  authorityId: number,
  words: string,
  added: { by: string; at: Date },
): Promise<boolean> {
  const row = await tx
    .insertInto('breach_reason_kinds')
    .values({ authority_id: authorityId, id: randomUUID(), words, added_by: added.by, added_at: added.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes one off the list; false where this authority has none such. Taken off already, it stays so. */
export async function endReasonKind(tx: Tx, id: Uuid, at: Date): Promise<boolean> {
  const kind = await tx
    .selectFrom('breach_reason_kinds')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  await tx
    .updateTable('breach_reason_kinds')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
  return kind !== undefined;
}

export type StandingReason = {
  limit: Limit;
  amendmentId: Uuid | null;
  /** The day of that amendment's notice. */
  noticedOn: PlainDate | null;
  kind: string | null;
  reason: string;
  recordedOn: PlainDate;
  recordedBy: string;
};

/** Why each limit of a request passed, as it stands; to a family without the authority's own list. */
export async function listReasons(tx: Tx, requestId: Uuid): Promise<StandingReason[]> {
  const rows = await askReasons(tx, { requestId });
  return rows.flatMap(({ limit, ...row }) => {
    const known = LIMITS.find((one) => one === limit);
    return known === undefined ? [] : [{ ...row, limit: known }];
  });
}

const askReasons = once((tx, { requestId }: { requestId: Uuid }) =>
  tx
    .selectFrom('breach_reasons as given')
    .leftJoin('breach_reason_kinds as kind', (join) =>
      join.onRef('kind.authority_id', '=', 'given.authority_id').onRef('kind.id', '=', 'given.kind_id'),
    )
    .select([
      'given.time_limit as limit',
      'given.amendment_id as amendmentId',
      sql<PlainDate | null>`(select min(notice.sent_on) from plan_versions notice
        where notice.authority_id = given.authority_id and notice.amendment_id = given.amendment_id)`.as(
        'noticedOn',
      ),
      'kind.words as kind',
      'given.reason',
      'given.recorded_on as recordedOn',
      'given.recorded_by as recordedBy',
    ])
    .where('given.request_id', '=', requestId)
    .where('given.replaced_at', 'is', null),
);

/** Keeps a reason in the place of the one that stood. */
export async function saveReason(
  tx: Tx,
  of: { authorityId: number; childId: Uuid },
  { breach: { requestId, limit, amendmentId }, kindId, reason }: BreachReason,
  recorded: { by: string; on: PlainDate; at: Date },
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .updateTable('breach_reasons')
    .set({ replaced_at: recorded.at })
    .where('request_id', '=', requestId)
    .where('time_limit', '=', limit)
    .where('amendment_id', 'is not distinct from', amendmentId)
    .where('replaced_at', 'is', null)
    .execute();
  await tx
    .insertInto('breach_reasons')
    .values({
      authority_id: of.authorityId,
      id,
      request_id: requestId,
      child_id: of.childId,
      time_limit: limit,
      amendment_id: amendmentId,
      kind_id: kindId,
      reason,
      recorded_on: recorded.on,
      recorded_by: recorded.by,
    })
    .execute();
  return id;
}

/** Limits that fell due in the last year and passed: how many, of which kind of reason, and how many the law excuses. */
export type BreachCount = {
  limit: Limit;
  kind: string | null;
  given: boolean;
  count: number;
  excepted: number;
};

/** The limits that passed, as `breachesOf` finds them in each case; held to it by a test. */
function passed(today: PlainDate) {
  const since = addDays(today, -365);
  const limit = (name: Limit, due: number, done: 'decided_on' | 'issue_decided_on' | 'issued_on') => sql`
      select s.authority_id, s.request_id, s.child_id, s.reference, s.caseworker, s.received_on, s.born_on, ${name}::text as time_limit,
        null::uuid as amendment_id, s.received_on + ${due}::int as due_on, s.${sql.ref(done)} as done_on
      from case_rows s`;
  return sql`
    select * from (
      ${limit('decide whether to assess', 42, 'decided_on')} where s.step <> 'closed' or s.decided_on is not null
      union all
      ${limit('notify that there is no plan', 112, 'issue_decided_on')} where s.step = 'closed' and s.issue_decided_on is not null
      union all
      ${limit('send the final plan', 140, 'issued_on')} where s.step <> 'closed'
      union all
      select s.authority_id, s.request_id, s.child_id, s.reference, s.caseworker, s.received_on, s.born_on,
        ${AMENDED}, a.id, a.sent_on + 56, a.done_on
      from case_rows s join ${AMENDMENTS} a on a.authority_id = s.authority_id and a.plan_id = s.plan_id
      where s.step <> 'closed') each_limit
    where due_on < coalesce(done_on, ${today}::date) and due_on > ${since}::date`;
}

const AMENDED = sql.lit<Limit>('send the amended plan, or say why not');

const STANDING = sql`
  left join breach_reasons given on given.authority_id = p.authority_id and given.request_id = p.request_id
    and given.time_limit = p.time_limit and given.amendment_id is not distinct from p.amendment_id and given.replaced_at is null
  left join breach_reason_kinds kind on kind.authority_id = given.authority_id and kind.id = given.kind_id`;

/** What was recorded of the request whose limit passed, and by which law the exceptions to it are read. */
const RECORDED = sql`p.received_on as "receivedOn", p.born_on as "bornOn",
  (select r.place from requests r where r.authority_id = p.authority_id and r.id = p.request_id) as place,
  (select coalesce(json_agg(json_build_object('ground', e.ground, 'from', e.from_on, 'until', e.until_on,
      'adviceRequestedOn', e.advice_asked_on)), '[]') from request_exceptions e
    where e.authority_id = p.authority_id and e.request_id = p.request_id and e.advice_request_id is null
      and e.withdrawn_on is null) as exceptions`;

type Recorded = {
  receivedOn: PlainDate;
  bornOn: PlainDate;
  place: string | null;
  exceptions: {
    ground: string;
    from: PlainDate;
    until: PlainDate | null;
    adviceRequestedOn: PlainDate | null;
  }[];
};

/** Whether the law knows one of the exceptions recorded for the limit that passed. */
function excepts(breach: { limit: Limit; dueOn: PlainDate }, recorded: Recorded): boolean {
  const { receivedOn, bornOn, place, exceptions } = recorded;
  if (exceptions.length === 0) return false;
  const known = exceptions.flatMap(({ ground: name, ...of }) => {
    const ground = readGround(name);
    return ground === null ? [] : [{ ground, ...of }];
  });
  const variant = variantOf({ place: place !== null && isPlace(place) ? place : null, bornOn }, receivedOn);
  return isExcepted(breach, { receivedOn, variant }, known);
}

/** What passed in the last year, counted by limit and reason. The kept rows are written first. */
export async function countBreaches(tx: Tx, today: PlainDate): Promise<BreachCount[]> {
  const { rows } = await sql<{ limit: string; kind: string | null; given: boolean; count: number }>`
    select p.time_limit as limit, kind.words as kind, given.id is not null as given, count(*)::int as count
    from (${passed(today)}) p ${STANDING}
    group by p.time_limit, kind.words, given.id is not null
    order by p.time_limit, count(*) desc, kind.words`.execute(tx);
  const excepted = (await listPassed(tx, today, { having: EXCEPTIONS, most: null, after: 0 })).filter(
    (one) => one.excepted,
  );
  return rows.flatMap(({ limit, ...row }) => {
    const known = LIMITS.find((one) => one === limit);
    const such = excepted.filter(
      (one) => one.limit === known && one.kind === row.kind && one.given === row.given,
    );
    return known === undefined ? [] : [{ ...row, limit: known, excepted: such.length }];
  });
}

export type LateCase = {
  childId: Uuid;
  reference: string;
  caseworker: string | null;
  limit: Limit;
  dueOn: PlainDate;
  doneOn: PlainDate | null;
  kind: string | null;
  given: boolean;
  /** A lawful exception is recorded that the law knows for this limit. */
  excepted: boolean;
};

/** Each limit that passed in the last year, those without a reason first: `most` of them (null for all) after the first `after`. */
export function listBreaches(tx: Tx, today: PlainDate, most: number | null, after = 0): Promise<LateCase[]> {
  return listPassed(tx, today, { having: sql`true`, most, after });
}

const EXCEPTIONS = sql`exists (select from request_exceptions e where e.authority_id = p.authority_id
  and e.request_id = p.request_id and e.advice_request_id is null and e.withdrawn_on is null)`;

async function listPassed(
  tx: Tx,
  today: PlainDate,
  { having, most, after }: { having: RawBuilder<unknown>; most: number | null; after: number },
): Promise<LateCase[]> {
  const { rows } = await sql<Omit<LateCase, 'limit' | 'excepted'> & Recorded & { limit: string }>`
    select p.child_id as "childId", p.reference, p.caseworker, p.time_limit as limit, p.due_on as "dueOn", p.done_on as "doneOn",
      kind.words as kind, given.id is not null as given, ${RECORDED}
    from (${passed(today)}) p ${STANDING} where ${having}
    order by given.id is not null, p.due_on, p.request_id, p.time_limit limit ${most} offset ${after}`.execute(
    tx,
  );
  return rows.flatMap(({ limit, receivedOn, bornOn, place, exceptions, ...row }) => {
    const known = LIMITS.find((one) => one === limit);
    if (known === undefined) return [];
    const excepted = excepts({ limit: known, dueOn: row.dueOn }, { receivedOn, bornOn, place, exceptions });
    return [{ ...row, limit: known, excepted }];
  });
}

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { once, type Tx } from '../../platform/lens/index.ts';
import { addDays, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type BreachReason, LIMITS, type Limit } from './breach.ts';

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
  { breach: { requestId, limit }, kindId, reason }: BreachReason,
  recorded: { by: string; on: PlainDate; at: Date },
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .updateTable('breach_reasons')
    .set({ replaced_at: recorded.at })
    .where('request_id', '=', requestId)
    .where('time_limit', '=', limit)
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
      kind_id: kindId,
      reason,
      recorded_on: recorded.on,
      recorded_by: recorded.by,
    })
    .execute();
  return id;
}

/** Limits that fell due in the last year and passed: how many, of which kind of reason. */
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
  return sql`
    select * from (
      select s.authority_id, s.request_id, s.child_id, s.reference, s.caseworker, 'decide whether to assess' as time_limit,
        s.received_on + 42 as due_on, s.decided_on as done_on
      from case_rows s where s.step <> 'closed' or s.decided_on is not null
      union all
      select s.authority_id, s.request_id, s.child_id, s.reference, s.caseworker, 'notify that there is no plan', s.received_on + 112, s.issue_decided_on
      from case_rows s where s.step = 'closed' and s.issue_decided_on is not null
      union all
      select s.authority_id, s.request_id, s.child_id, s.reference, s.caseworker, 'send the final plan', s.received_on + 140, s.issued_on
      from case_rows s where s.step <> 'closed') each_limit
    where due_on < coalesce(done_on, ${today}::date) and due_on > ${since}::date`;
}

const STANDING = sql`
  left join breach_reasons given on given.authority_id = p.authority_id and given.request_id = p.request_id
    and given.time_limit = p.time_limit and given.replaced_at is null
  left join breach_reason_kinds kind on kind.authority_id = given.authority_id and kind.id = given.kind_id`;
const EXCEPTED = sql`exists (select from request_exceptions e where e.authority_id = p.authority_id
  and e.request_id = p.request_id and e.advice_request_id is null and e.withdrawn_on is null)`;

/** What passed in the last year, counted by limit and reason. The kept rows are written first. */
export async function countBreaches(tx: Tx, today: PlainDate): Promise<BreachCount[]> {
  const { rows } = await sql<Omit<BreachCount, 'limit'> & { limit: string }>`
    select p.time_limit as limit, kind.words as kind, given.id is not null as given, count(*)::int as count,
      (count(*) filter (where ${EXCEPTED}))::int as excepted
    from (${passed(today)}) p ${STANDING}
    group by p.time_limit, kind.words, given.id is not null
    order by p.time_limit, count(*) desc, kind.words`.execute(tx);
  return rows.flatMap(({ limit, ...row }) => {
    const known = LIMITS.find((one) => one === limit);
    return known === undefined ? [] : [{ ...row, limit: known }];
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
  excepted: boolean;
};

/** Each limit that passed in the last year, those without a reason first: `most` of them (null for all) after the first `after`. */
export async function listBreaches(
  tx: Tx,
  today: PlainDate,
  most: number | null,
  after = 0,
): Promise<LateCase[]> {
  const { rows } = await sql<Omit<LateCase, 'limit'> & { limit: string }>`
    select p.child_id as "childId", p.reference, p.caseworker, p.time_limit as limit, p.due_on as "dueOn", p.done_on as "doneOn",
      kind.words as kind, given.id is not null as given, ${EXCEPTED} as excepted
    from (${passed(today)}) p ${STANDING}
    order by given.id is not null, p.due_on, p.request_id, p.time_limit limit ${most} offset ${after}`.execute(
    tx,
  );
  return rows.flatMap(({ limit, ...row }) => {
    const known = LIMITS.find((one) => one === limit);
    return known === undefined ? [] : [{ ...row, limit: known }];
  });
}

import { randomUUID } from 'node:crypto';
import { GROUND_WORDS, type Ground, type Place, type RecordedException } from '../../law/index.ts';
import { once, type Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { NewException } from './exceptions.ts';
import { readPlace } from './store.ts';

type Exception = RecordedException & {
  id: Uuid;
  adviceRequestId: Uuid | null;
  adviceRequestedOn: PlainDate | null;
  reason: string;
  evidence: string;
  recordedAt: Date;
  recordedBy: string;
  withdrawn: { on: PlainDate; reason: string; by: string } | null;
};

/** What an exception is to: a request's own time limits, or that of one piece of advice asked of somebody. */
export type ExceptionTo = {
  authorityId: number;
  childId: Uuid;
  requestId: Uuid;
  advice: { id: Uuid; organisationId: Uuid | null } | null;
};

export async function insertException(
  tx: Tx,
  to: ExceptionTo,
  exception: NewException,
  by: string,
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('request_exceptions')
    .values({
      authority_id: to.authorityId,
      id,
      request_id: to.requestId,
      child_id: to.childId,
      advice_request_id: to.advice?.id ?? null,
      organisation_id: to.advice?.organisationId ?? null,
      ground: exception.ground,
      from_on: exception.from,
      until_on: exception.until,
      advice_asked_on: exception.adviceAskedOn,
      reason: exception.reason,
      evidence: exception.evidence,
      recorded_by: by,
    })
    .execute();
  return id;
}

/** Everything recorded on a request, to any of its time limits, withdrawn or not, in the order it happened. */
export async function listAllExceptions(tx: Tx, requestId: Uuid): Promise<Exception[]> {
  const rows = await exceptionsOf(tx).where('request_id', '=', requestId).execute();
  return rows.map(toException);
}

/** The exceptions to the authority's own time limits that stand, as its clocks take them. */
export async function listExceptions(tx: Tx, requestId: Uuid): Promise<Exception[]> {
  return (await askExceptions(tx, { requestId })).map(toException);
}

const askExceptions = once((tx, { requestId }: { requestId: Uuid }) =>
  exceptionsOf(tx)
    .where('request_id', '=', requestId)
    .where('advice_request_id', 'is', null)
    .where('withdrawn_on', 'is', null),
);

/** What a request's clocks are counted by beside its days: where the child learns, and the exceptions that stand. */
export type CountedBy = { place: Place | null; exceptions: RecordedException[] };

/** Of a request this lens shows, asked in one question: every tracker and every case needs both. */
export async function findCountedBy(tx: Tx, requestId: Uuid): Promise<CountedBy> {
  const rows = await askCountedBy(tx, { requestId });
  return {
    place: readPlace(rows[0]?.place),
    exceptions: rows.flatMap(({ ground, from, until, adviceRequestedOn }) =>
      ground === null || from === null ? [] : [{ ground: groundOf(ground), from, until, adviceRequestedOn }],
    ),
  };
}

const askCountedBy = once((tx, { requestId }: { requestId: Uuid }) =>
  tx
    .selectFrom('requests as r')
    .leftJoin('request_exceptions as e', (join) =>
      join
        .onRef('e.authority_id', '=', 'r.authority_id')
        .onRef('e.request_id', '=', 'r.id')
        .on('e.advice_request_id', 'is', null)
        .on('e.withdrawn_on', 'is', null),
    )
    .select([
      'r.place',
      'e.ground',
      'e.from_on as from',
      'e.until_on as until',
      'e.advice_asked_on as adviceRequestedOn',
    ])
    .where('r.id', '=', requestId)
    .orderBy('e.from_on')
    .orderBy('e.recorded_at'),
);

/** The exceptions to the time limit of one piece of advice that stand. */
export async function listExceptionsToAdvice(tx: Tx, adviceRequestId: Uuid): Promise<Exception[]> {
  const rows = await exceptionsOf(tx)
    .where('advice_request_id', '=', adviceRequestId)
    .where('withdrawn_on', 'is', null)
    .execute();
  return rows.map(toException);
}

/** Withdraws one that stands; false when it was withdrawn before. */
export async function withdrawException(
  tx: Tx,
  id: Uuid,
  withdrawn: { on: PlainDate; reason: string; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('request_exceptions')
    .set({ withdrawn_on: withdrawn.on, withdrawn_reason: withdrawn.reason, withdrawn_by: withdrawn.by })
    .where('id', '=', id)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function exceptionsOf(tx: Tx) {
  return tx.selectFrom('request_exceptions').selectAll().orderBy('from_on').orderBy('recorded_at');
}

type Row = Awaited<ReturnType<ReturnType<typeof exceptionsOf>['execute']>>[number];

function toException(row: Row): Exception {
  const { withdrawn_on: on, withdrawn_reason: reason, withdrawn_by: by } = row;
  return {
    id: row.id,
    adviceRequestId: row.advice_request_id,
    ground: groundOf(row.ground),
    from: row.from_on,
    until: row.until_on,
    adviceRequestedOn: row.advice_asked_on,
    reason: row.reason,
    evidence: row.evidence,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    withdrawn: on === null || reason === null || by === null ? null : { on, reason, by },
  };
}

function groundOf(text: string): Ground {
  const known = readGround(text);
  if (known === null) throw new Error('an exception on a ground the law does not list');
  return known;
}

/** A ground by its name, as the form and the table keep it; null for no name of one. */
export function readGround(text: string): Ground | null {
  return isGround(text) ? text : null;
}

function isGround(text: string): text is Ground {
  return Object.hasOwn(GROUND_WORDS, text);
}

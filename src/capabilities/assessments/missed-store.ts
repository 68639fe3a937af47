import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Missed, MissedDecision } from './missed.ts';

/** The request for advice it is about. */
type Of = { authorityId: number; id: Uuid; childId: Uuid; organisationId: Uuid };

export type MissedToDecide = { id: Uuid; adviceRequestId: Uuid; missedOn: PlainDate };

/** The appointments missed for one piece of advice, in their order, each with what the authority made of it. */
export async function listMissed(tx: Tx, adviceRequestId: Uuid): Promise<Missed[]> {
  const rows = await tx
    .selectFrom('missed_appointments as missed')
    .leftJoin('missed_appointment_decisions as decided', (join) =>
      join
        .onRef('decided.authority_id', '=', 'missed.authority_id')
        .onRef('decided.missed_appointment_id', '=', 'missed.id'),
    )
    .select(['missed.id', 'missed_on', 'what', 'evidence', 'missed.recorded_by'])
    .select(['exception_id', 'reason', 'decided_on', 'decided_by'])
    .where('missed.advice_request_id', '=', adviceRequestId)
    .orderBy('missed_on')
    .orderBy('missed.recorded_at')
    .execute();
  return rows.map((row) => {
    const { reason, decided_on: on, decided_by: by } = row;
    const decided = reason !== null && on !== null && by !== null;
    return {
      id: row.id,
      missedOn: row.missed_on,
      what: row.what,
      evidence: row.evidence,
      recordedBy: row.recorded_by,
      decision: decided ? { excuses: row.exception_id !== null, reason, on, by } : null,
    };
  });
}

/** The appointments missed in an assessment that staff have not decided about yet, in their order. */
export function listMissedToDecide(tx: Tx, assessmentId: Uuid): Promise<MissedToDecide[]> {
  return tx
    .selectFrom('missed_appointments as missed')
    .innerJoin('advice_requests as asked', (join) =>
      join
        .onRef('asked.authority_id', '=', 'missed.authority_id')
        .onRef('asked.id', '=', 'missed.advice_request_id'),
    )
    .leftJoin('missed_appointment_decisions as decided', (join) =>
      join
        .onRef('decided.authority_id', '=', 'missed.authority_id')
        .onRef('decided.missed_appointment_id', '=', 'missed.id'),
    )
    .select(['missed.id', 'asked.id as adviceRequestId', 'missed_on as missedOn'])
    .where('asked.assessment_id', '=', assessmentId)
    .where('decided.missed_appointment_id', 'is', null)
    .orderBy('missed_on')
    .orderBy('missed.recorded_at')
    .execute();
}

export async function insertMissed(
  tx: Tx,
  of: Of,
  missed: { missedOn: PlainDate; what: string; evidence: string; by: string },
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('missed_appointments')
    .values({
      authority_id: of.authorityId,
      id,
      advice_request_id: of.id,
      child_id: of.childId,
      organisation_id: of.organisationId,
      missed_on: missed.missedOn,
      what: missed.what,
      evidence: missed.evidence,
      recorded_by: missed.by,
    })
    .execute();
  return id;
}

/** Holds one request for advice until the transaction ends, so that two decisions at once cannot both be made. */
export async function lockMissed(tx: Tx, id: Uuid): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`missed ${id}`}, 0))`.execute(tx);
}

export async function insertMissedDecision(
  tx: Tx,
  of: Of,
  decided: MissedDecision & { missedId: Uuid; exceptionId: Uuid | null; on: PlainDate; by: string },
): Promise<void> {
  await tx
    .insertInto('missed_appointment_decisions')
    .values({
      authority_id: of.authorityId,
      missed_appointment_id: decided.missedId,
      child_id: of.childId,
      organisation_id: of.organisationId,
      exception_id: decided.exceptionId,
      reason: decided.reason,
      decided_on: decided.on,
      decided_by: decided.by,
    })
    .execute();
}

import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { CONSULTATION_ACTS, type ConsultationAct } from './acts.ts';

export type ConsultationKey = { authorityId: number; id: Uuid; childId: Uuid; organisationId: Uuid };

export async function insertConsultationAct(
  tx: Tx,
  { authorityId, id, childId, organisationId }: ConsultationKey,
  { kind, on, dueOn, words, by }: ConsultationAct,
): Promise<Uuid> {
  const actId = randomUUID();
  await tx
    .insertInto('consultation_acts')
    .values({
      authority_id: authorityId,
      id: actId,
      consultation_id: id,
      child_id: childId,
      organisation_id: organisationId,
      kind,
      on_day: on,
      due_on: dueOn,
      words,
      by_name: by,
    })
    .execute();
  return actId;
}

/** What followed each of these consultations, in order. */
export async function listConsultationActs(
  tx: Tx,
  ids: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, readonly ConsultationAct[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('consultation_acts')
    .select(['consultation_id as consultationId', 'kind', 'on_day as on', 'due_on as dueOn', 'words'])
    .select('by_name as by')
    .where('consultation_id', 'in', [...ids])
    .orderBy('recorded_at')
    .execute();
  const found = new Map<Uuid, ConsultationAct[]>();
  for (const { consultationId, kind, ...act } of rows) {
    const known = CONSULTATION_ACTS.find((one) => one === kind);
    if (known === undefined) continue;
    found.set(consultationId, [...(found.get(consultationId) ?? []), { ...act, kind: known }]);
  }
  return found;
}

/** Sets the later day an answer is asked for by. */
export async function extendConsultation(tx: Tx, id: Uuid, dueOn: PlainDate): Promise<void> {
  await tx
    .updateTable('consultations')
    .set({ due_on: dueOn })
    .where('id', '=', id)
    .where('answered_on', 'is', null)
    .execute();
}

/** Records that its copy of a draft went, on a day, with the day its answer is then due. */
export async function markCopySent(
  tx: Tx,
  id: Uuid,
  { versionId, on, dueOn }: { versionId: Uuid; on: PlainDate; dueOn: PlainDate },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('consultations')
    .set({ version_id: versionId, copy_sent_on: on, due_on: dueOn })
    .where('id', '=', id)
    .where('copy_sent_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** From this day on nothing waits for its answer. */
export async function closeConsultation(tx: Tx, id: Uuid, on: PlainDate): Promise<void> {
  await tx
    .updateTable('consultations')
    .set({ answered_on: on })
    .where('id', '=', id)
    .where('answered_on', 'is', null)
    .execute();
}

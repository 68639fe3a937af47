import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import {
  type CapacityAssessment,
  DECISIONS,
  type Decision,
  REPRESENTATIVES,
  type Representative,
  type RightsFacts,
  type Wish,
} from './rights.ts';

/** What is recorded of a young person's capacity, of who acts for them and of their wish: the latest first. */
export async function loadRecorded(
  tx: Tx,
  childId: Uuid,
): Promise<Pick<RightsFacts, 'assessments' | 'representatives' | 'wish'>> {
  return {
    assessments: await listAssessments(tx, childId),
    representatives: await listRepresentatives(tx, childId),
    wish: await findWish(tx, childId),
  };
}

async function listAssessments(tx: Tx, childId: Uuid): Promise<CapacityAssessment[]> {
  const rows = await tx
    .selectFrom('capacity_assessments')
    .select([
      'id',
      'parent_id as parentId',
      'decision',
      'has_capacity as hasCapacity',
      'assessed_on as assessedOn',
    ])
    .select(['assessed_by as assessedBy', 'reasons', 'recorded_by as recordedBy'])
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('assessed_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, decision: decisionOf(row.decision) }));
}

function decisionOf(text: string): Decision {
  return DECISIONS.find((decision) => decision === text) ?? DECISIONS[0];
}

async function listRepresentatives(tx: Tx, childId: Uuid): Promise<Representative[]> {
  const rows = await tx
    .selectFrom('representatives')
    .select([
      'id',
      'contact_id as contactId',
      'parent_id as parentId',
      'kind',
      'paper_seen as paperSeen',
      'from_on as fromOn',
    ])
    .select(['until_on as untilOn', 'recorded_by as recordedBy'])
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: REPRESENTATIVES.find((kind) => kind === row.kind) ?? REPRESENTATIVES[0],
  }));
}

async function findWish(tx: Tx, childId: Uuid): Promise<Wish | null> {
  const row = await tx
    .selectFrom('parents_involvement')
    .select(['involved', 'said_on as saidOn', 'how', 'recorded_by as recordedBy'])
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('said_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

type Of = { authorityId: number; childId: Uuid };

export async function insertAssessment(
  tx: Tx,
  of: Of,
  assessment: Omit<CapacityAssessment, 'id'>,
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('capacity_assessments')
    .values({
      authority_id: of.authorityId,
      id,
      child_id: of.childId,
      parent_id: assessment.parentId,
      decision: assessment.decision,
      has_capacity: assessment.hasCapacity,
      assessed_on: assessment.assessedOn,
      assessed_by: assessment.assessedBy,
      reasons: assessment.reasons,
      recorded_by: assessment.recordedBy,
    })
    .execute();
  return id;
}

/** Null when that contact acts already: two who record it at once record it once. */
export async function insertRepresentative(
  tx: Tx,
  of: Of,
  one: Omit<Representative, 'id' | 'untilOn'>,
): Promise<Uuid | null> {
  const row = await tx
    .insertInto('representatives')
    .values({
      authority_id: of.authorityId,
      id: randomUUID(),
      child_id: of.childId,
      contact_id: one.contactId,
      parent_id: one.parentId,
      kind: one.kind,
      paper_seen: one.paperSeen,
      from_on: one.fromOn,
      recorded_by: one.recordedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** False when it had ended. */
export async function endRepresentative(
  tx: Tx,
  id: Uuid,
  { on, by }: { on: PlainDate; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('representatives')
    .set({ until_on: on, ended_by: by })
    .where('id', '=', id)
    .where('until_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertWish(tx: Tx, of: Of, wish: Wish): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('parents_involvement')
    .values({
      authority_id: of.authorityId,
      id,
      child_id: of.childId,
      involved: wish.involved,
      said_on: wish.saidOn,
      how: wish.how,
      recorded_by: wish.recordedBy,
    })
    .execute();
  return id;
}

/** What was said of the rights passing, the earliest first. */
export function listNotices(tx: Tx, childId: Uuid) {
  return tx
    .selectFrom('rights_notices')
    .select(['kind', 'sent_on as sentOn', 'young_person_told as youngPersonTold'])
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('sent_on')
    .orderBy('kind')
    .execute();
}

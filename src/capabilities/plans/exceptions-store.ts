import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { PlanException } from './facts.ts';
import { keys, type PlanKey } from './version-store.ts';

export async function insertExceptions(
  tx: Tx,
  plan: PlanKey,
  exceptions: readonly PlanException[],
): Promise<Uuid> {
  const rows = exceptions.map((one) => ({
    ...keys(plan),
    id: randomUUID(),
    rule: one.rule,
    section: one.section,
    row_id: one.row,
    words: one.text,
    why: one.why,
    reason: one.reason,
    recorded_by: one.by,
    recorded_on: one.on,
  }));
  await tx.insertInto('plan_exceptions').values(rows).execute();
  return rows[0]?.id ?? plan.id;
}

/** What staff let go out though a check stopped it, in the order it was recorded. A family's lens shows none. */
export function listExceptions(tx: Tx, planId: Uuid): Promise<PlanException[]> {
  return tx
    .selectFrom('plan_exceptions')
    .select(['rule', 'section', 'row_id as row', 'words as text', 'why', 'reason'])
    .select(['recorded_by as by', 'recorded_on as on'])
    .where('plan_id', '=', planId)
    .orderBy('recorded_at')
    .execute();
}

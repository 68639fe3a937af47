import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { keys, type PlanKey } from './version-store.ts';
import type { By } from './withheld-store.ts';
import type { Held, Waiting } from './withholding/held.ts';
import { CLASSES } from './withholding/rule.ts';

/** Keeps that a version is held from an organisation; null where that is kept already. */
export async function insertHeld(tx: Tx, plan: PlanKey, held: Held): Promise<Uuid | null> {
  const added = await tx
    .insertInto('plan_sendings_held')
    .values({
      ...keys(plan),
      id: randomUUID(),
      version_id: held.versionId,
      reader: held.reader,
      organisation_id: held.organisationId,
      setting_id: held.settingId,
      name: held.name,
      reason: held.reason,
      held_on: held.on,
      chosen_by: held.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added?.id ?? null;
}

const readerSchema = z.enum(CLASSES);

/** Everyone whose copy of the newest versions of a plan is held still, with who is to release it, as far as the lens shows them. */
export async function listWaiting(tx: Tx, planId: Uuid): Promise<Waiting[]> {
  const { rows } = await sql<Omit<Waiting, 'kind' | 'reader' | 'dueOn'> & { kind: string; reader: string }>`
    select w.version_id as "versionId", w.reader, w.organisation_id as "organisationId", w.setting_id as "settingId", w.name,
      w.reason, w.held_on as "on", w.chosen_by as "by", w.kind, w.number, owner.name as owner
    from plan_sendings_waiting w
    left join case_allocations owner on owner.authority_id = w.authority_id and owner.child_id = w.child_id
      and owner.ended_at is null and owner.left_at is null
    where w.plan_id = ${planId} order by w.held_on, w.name`.execute(tx);
  return rows.map(({ kind, ...row }) => ({
    ...row,
    dueOn: row.on,
    kind: kind === 'final' ? 'final' : 'draft',
    reader: readerSchema.parse(row.reader),
  }));
}

type Mended = { withholdingId: Uuid } & (
  | { asId: Uuid; versionId: null; reason: null }
  | { asId: null; versionId: Uuid; reason: string }
);

export async function insertMend(tx: Tx, plan: PlanKey, mended: Mended, by: By): Promise<void> {
  await tx
    .insertInto('plan_withholding_mends')
    .values({
      ...keys(plan),
      id: randomUUID(),
      withholding_id: mended.withholdingId,
      as_withholding_id: mended.asId,
      version_id: mended.versionId,
      reason: mended.reason,
      mended_on: by.on,
      mended_by: by.accountId,
      mended_by_name: by.name,
    })
    .execute();
}

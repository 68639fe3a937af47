import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { ENDINGS, type Ending } from './ending.ts';
import type { Request } from './request.ts';

/** Whether nothing more is due on the request, as the view of every case's step has it. */
export async function isFinished(tx: Tx, requestId: Uuid): Promise<boolean> {
  const { rows } = await sql<{ step: string }>`
    select step from case_steps where request_id = ${requestId}`.execute(tx);
  const step = rows[0]?.step;
  return step === 'closed' || step === 'plan issued' || step === 'amend the plan';
}

export async function insertEnding(tx: Tx, request: Request, ending: Ending): Promise<void> {
  await tx
    .insertInto('request_withdrawals')
    .values({
      authority_id: request.authorityId,
      request_id: request.id,
      child_id: request.childId,
      kind: ending.kind,
      withdrawn_on: ending.on,
      withdrawn_by: ending.by,
      reason: ending.reason,
    })
    .execute();
}

export async function findEnding(tx: Tx, requestId: Uuid): Promise<Ending | null> {
  const row = await tx
    .selectFrom('request_withdrawals')
    .select(['kind', 'withdrawn_on as on', 'withdrawn_by as by', 'reason'])
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...row, kind: ENDINGS.find((kind) => kind === row.kind) ?? 'withdrawn' };
}

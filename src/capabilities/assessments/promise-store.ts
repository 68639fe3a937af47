import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** The day the advice was last said to be ready by; null where nobody said one. */
export async function findPromise(tx: Tx, adviceRequestId: Uuid): Promise<PlainDate | null> {
  const row = await tx
    .selectFrom('advice_promises')
    .select('ready_on')
    .where('advice_request_id', '=', adviceRequestId)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.ready_on ?? null;
}

/** The day each piece of a child's advice was last said to be ready by, as far as this lens shows it. */
export async function listPromises(tx: Tx, childId: Uuid): Promise<ReadonlyMap<Uuid, PlainDate>> {
  const rows = await tx
    .selectFrom('advice_promises')
    .select(['advice_request_id', 'ready_on'])
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('recorded_at')
    .execute();
  return new Map(rows.map((row) => [row.advice_request_id, row.ready_on]));
}

export async function insertPromise(
  tx: Tx,
  of: { authorityId: number; childId: Uuid; adviceRequestId: Uuid; organisationId: Uuid },
  said: { readyOn: PlainDate; by: string },
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('advice_promises')
    .values({
      authority_id: of.authorityId,
      id,
      advice_request_id: of.adviceRequestId,
      child_id: of.childId,
      organisation_id: of.organisationId,
      ready_on: said.readyOn,
      said_by: said.by,
    })
    .execute();
  return id;
}

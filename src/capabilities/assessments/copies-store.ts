import { z } from 'zod';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Copy, Copyable } from './copies.ts';

type Of = { authorityId: number; adviceRequestId: Uuid; childId: Uuid; organisationId: Uuid };

const bodySchema = z.array(z.object({ heading: z.string(), words: z.string() }));

/** What was given with a request for advice, first given first. */
export async function listCopies(tx: Tx, adviceRequestId: Uuid): Promise<Copy[]> {
  const rows = await tx
    .selectFrom('advice_copies')
    .select(['kind', 'subject_id as subjectId', 'title', 'said_by as saidBy', 'said_on as saidOn', 'body'])
    .select(['given_on as givenOn', 'given_by as givenBy'])
    .where('advice_request_id', '=', adviceRequestId)
    .orderBy('recorded_at')
    .orderBy('kind', 'desc')
    .orderBy('title')
    .execute();
  return rows.map(({ kind, body, ...row }) => ({
    ...row,
    kind: kind === 'request' ? 'request' : 'advice',
    body: bodySchema.parse(body),
  }));
}

/** Gives a copy; one given already stays as it was. */
export async function insertCopy(
  tx: Tx,
  of: Of,
  copy: Copyable,
  given: { on: PlainDate; by: string },
): Promise<void> {
  await tx
    .insertInto('advice_copies')
    .values({
      authority_id: of.authorityId,
      advice_request_id: of.adviceRequestId,
      kind: copy.kind,
      subject_id: copy.subjectId,
      child_id: of.childId,
      organisation_id: of.organisationId,
      title: copy.title,
      said_by: copy.saidBy,
      said_on: copy.saidOn,
      body: JSON.stringify(copy.body),
      given_on: given.on,
      given_by: given.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

import { findDocument, shareDocument } from '../../platform/documents/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findRequest, representationsIn } from '../requests/index.ts';
import { type Copyable, chosen, copyables } from './copies.ts';
import { insertCopy, listCopies } from './copies-store.ts';
import { listAdviceFiles } from './files-store.ts';
import { listSignedAdvice } from './signed-advice-store.ts';

type Of = { id: Uuid; authorityId: number; childId: Uuid; requestId: Uuid };

/** Everything of an assessment that can be given to whoever is asked for advice in it. */
export async function listCopyables(tx: Tx, assessment: Of, askedId: Uuid | null): Promise<Copyable[]> {
  const request = found(await findRequest(tx, assessment.requestId));
  const stated = { ...request, representations: representationsIn(request.stated) };
  return copyables(stated, await listSignedAdvice(tx, assessment.id), askedId);
}

/**
 * Gives copies to an organisation asked for advice, with the files that belong to them. Where nobody chose, what the family
 * said and sent: the law wants that before whoever advises. Returns how many were given.
 */
export async function giveCopies(
  tx: Tx,
  assessment: Of,
  to: { adviceRequestId: Uuid; organisationId: Uuid },
  keys: readonly string[] | null,
  by: { name: string; today: PlainDate },
): Promise<number> {
  const { authorityId, childId } = assessment;
  const { adviceRequestId, organisationId } = to;
  const all = await listCopyables(tx, assessment, adviceRequestId);
  const copies = chosen(all, keys, await listCopies(tx, adviceRequestId));
  for (const copy of copies) {
    const given = { on: by.today, by: by.name };
    await insertCopy(tx, { authorityId, adviceRequestId, childId, organisationId }, copy, given);
    const files = copy.adviceRequestId === null ? [] : await listAdviceFiles(tx, copy.adviceRequestId);
    for (const { documentId } of files) {
      await shareDocument(tx, found(await findDocument(tx, documentId)), organisationId);
    }
    await recordEvent(tx, {
      authorityId,
      childId,
      kind: 'copy given to whoever advises',
      subject: 'advice request',
      subjectId: adviceRequestId,
      organisationId,
      data: { assessmentId: assessment.id, of: copy.kind, subjectId: copy.subjectId },
    });
  }
  return copies.length;
}

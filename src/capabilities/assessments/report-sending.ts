import { randomUUID } from 'node:crypto';
import { listDocuments } from '../../platform/documents/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findAsked, insertRecorded } from './advice-store.ts';
import { type RecordForm, recordAdvice } from './asking.ts';
import { attachFile } from './files-store.ts';
import { insertAsk, lockAssessment } from './store.ts';

/**
 * Keeps a report the family sent as advice of its own: under (h), since the family brings it, signed by whoever wrote it,
 * and read, copied and cited as all advice is. It takes the place of none the authority must seek (that is reg. 6(4)'s).
 */
export async function recordReport(
  tx: Tx,
  assessmentId: Uuid,
  form: RecordForm & { documentId: string },
  by: { name: string; today: PlainDate; now: Date },
): Promise<Outcome> {
  const assessment = found(await lockAssessment(tx, assessmentId));
  const { authorityId, childId } = assessment;
  const document = (await listDocuments(tx, childId)).find(({ id }) => id === form.documentId);
  if (document === undefined) return refused('documentId', 'Select the document that is the report');
  const said = form.statement === '' ? `The report is the document: ${document.title}` : form.statement;
  const recorded = recordAdvice({ ...form, statement: said }, by.today);
  if (!recorded.ok) return recorded;
  const id = randomUUID();
  const { signedName, returnedOn } = recorded.value;
  await insertAsk(tx, assessment, {
    ...{ id, paragraph: 'h', organisationId: null, contactId: null, adviserName: signedName },
    ...{ questions: '', askedOn: returnedOn, receivedOn: returnedOn, insteadOf: null },
    ...{ askedBy: by.name, unconfirmed: null, independent: true },
  });
  const asked = found(await findAsked(tx, id));
  await insertRecorded(tx, asked, recorded.value, by.name);
  await attachFile(tx, { ...asked, organisationId: null }, document.id, { by: by.name, at: by.now });
  await recordEvent(tx, {
    authorityId,
    childId,
    kind: 'report from the family recorded',
    subject: 'advice request',
    subjectId: id,
    data: { assessmentId, documentId: document.id },
  });
  return accepted(`/assessments/${assessmentId}/advice-requests/${id}`);
}

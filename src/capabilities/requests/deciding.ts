import { recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findLikelySame, findStated, joinFiles } from '../children/index.ts';
import { insertSettled } from './file-store.ts';
import { writeDecision } from './post.ts';
import { type DecisionForm, decide } from './request.ts';
import { type FileForm, settle } from './settling.ts';
import { insertDecision, lockRequest, settleFile } from './store.ts';

/** Makes the decision whether to assess: the facts, the letter and the event together, for the page and the API alike. */
export async function recordDecision(
  tx: Tx,
  services: Services,
  act: { id: Uuid; form: DecisionForm },
  by: { name: string; today: PlainDate },
): Promise<Outcome> {
  const { id, form } = act;
  const subject = found(await lockRequest(tx, id));
  const decided = decide(subject, form, by.today);
  if (!decided.ok) return decided;
  const decision = decided.value;
  await insertDecision(tx, subject, decision, by.name);
  await writeDecision(tx, services, subject, decision);
  await recordEvent(tx, {
    authorityId: subject.authorityId,
    childId: subject.childId,
    kind: decision.outcome === 'assess' ? 'decided to assess' : 'decided not to assess',
    subject: 'request',
    subjectId: id,
    data: { requestId: id, decidedOn: decision.decidedOn },
  });
  return { ok: true, value: `/requests/${id}` };
}

/**
 * Settles whose file a request is on, for the page and the API alike, and opens the file. Once it is settled, saying it
 * again changes nothing.
 */
export async function settleRequest(
  tx: Tx,
  { id, form }: { id: Uuid; form: FileForm },
  by: { name: string; now: Date },
): Promise<Outcome> {
  const subject = found(await lockRequest(tx, id));
  const done = { ok: true, value: `/requests/${id}` } as const;
  if (subject.fileOpened) return done;
  const stated = found(await findStated(tx, subject.childId));
  const settled = settle(form, await findLikelySame(tx, stated, stated.id));
  if (!settled.ok) return settled;
  const childId = form.file ?? subject.childId;
  if (form.file !== null) await joinFiles(tx, subject.childId, form.file, form.contactCheck !== '');
  await settleFile(tx, id, childId, by.now);
  await insertSettled(tx, subject, { childId, settled: settled.value, by: by.name });
  const { authorityId } = subject;
  // Why is for the authority alone: the family reads the events of its child's file.
  const data = { same: form.file === null ? 'a new file' : 'a file already open' };
  await recordEvent(tx, {
    authorityId,
    childId,
    kind: 'file opened',
    subject: 'request',
    subjectId: id,
    data,
  });
  return done;
}

import { randomUUID } from 'node:crypto';
import { recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import { refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findLikelySame, findStated, mergeFiles } from '../children/index.ts';
import { findAttention, isUntold, markFamilyTold, saveNotTold } from './attention-store.ts';
import { type EndingForm, endRequest } from './ending.ts';
import { insertEnding, isFinished } from './ending-store.ts';
import { insertSettled } from './file-store.ts';
import { tellOthers } from './notice-sending.ts';
import { isAnybodyToTell, writeDecision, writeEnding, writeOfAttention, writeReferral } from './post.ts';
import { type ReferralForm, refer } from './referral.ts';
import { insertReferral, listOtherAuthorities } from './referral-store.ts';
import { type Decision, type DecisionForm, decide, type Request } from './request.ts';
import { type FileForm, settle } from './settling.ts';
import { findDecision, insertDecision, lockRequest, saveNotified, settleFile } from './store.ts';
import { type Said, tellingOf } from './telling.ts';

/** Makes the decision whether to assess: the facts, the letter and the event together, for the page and the API alike. */
export async function recordDecision(
  tx: Tx,
  services: Services,
  act: { id: Uuid; form: DecisionForm; said: Said },
  by: { name: string; today: PlainDate },
): Promise<Outcome> {
  const { id, form, said } = act;
  const subject = found(await lockRequest(tx, id));
  const decided = decide(subject, form, by.today);
  if (!decided.ok) return decided;
  const decision = decided.value;
  const untold = await isUntold(tx, subject);
  const telling = tellingOf({ untold, anybody: await isAnybodyToTell(tx, services, subject) }, said);
  if (!telling.ok) return telling;
  await insertDecision(tx, subject, decision, by.name);
  if (telling.value.tell) await tellOfDecision(tx, services, subject, { decision, by, untold });
  else await saveNotTold(tx, subject, { why: telling.value.why, on: by.today, by: by.name });
  await recordEvent(tx, {
    authorityId: subject.authorityId,
    childId: subject.childId,
    kind: decision.outcome === 'assess' ? 'decided to assess' : 'decided not to assess',
    subject: 'request',
    subjectId: id,
    data: { requestId: id, decidedOn: decision.decidedOn },
  });
  await tellOthers(tx, services, id, by);
  return { ok: true, value: `/requests/${id}` };
}

async function tellOfDecision(
  tx: Tx,
  services: Services,
  subject: Request,
  { decision, by, untold }: { decision: Decision; by: { name: string; today: PlainDate }; untold: boolean },
): Promise<void> {
  if (untold && (await markFamilyTold(tx, subject, { on: by.today, by: by.name })))
    await happened(tx, subject, 'family told', { today: by.today });
  await writeDecision(tx, services, subject, decision, untold);
}

/**
 * Settles whose file a request is on, for the page and the API alike, and opens the file. Once it is settled, saying it
 * again changes nothing.
 */
export async function settleRequest(
  tx: Tx,
  services: Services,
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
  if (form.file !== null) {
    const merge = {
      from: subject.childId,
      into: form.file,
      why: form.reason,
      requestId: id,
      contactCheck: form.contactCheck === '' ? null : form.contactCheck,
    };
    const merged = await mergeFiles(tx, merge, { by: by.name, at: by.now });
    if (!merged.ok) return { ...merged, field: 'file' };
  }
  await settleFile(tx, id, by.now);
  await insertSettled(tx, subject, { childId, settled: settled.value, by: by.name });
  const { authorityId } = subject;
  // Why is for the authority alone: the family reads the events of its child's file.
  const data = { same: form.file === null ? 'a new file' : 'a file already open' };
  await recordEvent(tx, {
    authorityId,
    childId: subject.childId,
    kind: 'file opened',
    subject: 'request',
    subjectId: id,
    data,
  });
  await tellOthers(tx, services, id, { name: by.name, today: englishDay(by.now) });
  return done;
}

const ENDED = {
  withdrawn: 'request withdrawn',
  'moved out': 'moved out of the area',
  referred: 'request referred to another authority',
} as const;

/** Ends a request without finishing it: the fact, the letter to the family and the event together. */
export async function recordEnding(
  tx: Tx,
  services: Services,
  act: { id: Uuid; form: EndingForm },
  today: PlainDate,
): Promise<Outcome> {
  const subject = found(await lockRequest(tx, act.id));
  const ended = endRequest({ ...subject, finished: await isFinished(tx, act.id) }, act.form, today);
  if (!ended.ok) return ended;
  const ending = ended.value;
  await insertEnding(tx, subject, ending);
  await writeEnding(tx, services, subject, ending);
  await happened(tx, subject, ENDED[ending.kind], { endedOn: ending.on, by: ending.by, today });
  return { ok: true, value: `/requests/${act.id}` };
}

/** Refers a request to the authority responsible, and sends it there where that authority runs here too. */
export async function recordReferral(
  tx: Tx,
  services: Services,
  act: { id: Uuid; form: ReferralForm; runsHere: boolean },
  by: { name: string; today: PlainDate },
): Promise<Outcome> {
  const subject = found(await lockRequest(tx, act.id));
  const { authorityId, id } = subject;
  const referred = refer(await listOtherAuthorities(tx, authorityId), act.form);
  if (!referred.ok) return referred;
  const form = { kind: 'referred', on: by.today, by: by.name, reason: referred.value.reason } as const;
  const ended = endRequest({ ...subject, finished: await isFinished(tx, id) }, form, by.today);
  if (!ended.ok) return ended;
  const { toAuthority } = referred.value;
  const arrivesAs = act.runsHere ? randomUUID() : null;
  const referral = { toAuthority, referredOn: by.today, referredBy: by.name, arrivesAs };
  await insertEnding(tx, subject, ended.value);
  await insertReferral(tx, subject, referral);
  await writeReferral(tx, services, subject, referral);
  if (arrivesAs !== null) await enqueue(tx, 'refer request', { authorityId, requestId: id });
  await happened(tx, subject, ENDED.referred, { endedOn: by.today, toAuthority, today: by.today });
  return { ok: true, value: `/requests/${id}` };
}

function happened(tx: Tx, subject: Request, kind: string, data: Record<string, string | number>) {
  const { authorityId, childId, id } = subject;
  return recordEvent(tx, { authorityId, childId, kind, subject: 'request', subjectId: id, data });
}

/**
 * Tells the family, once, that their child was brought to attention: on staff's word that it is safe to. Where it has been
 * decided meanwhile they are told of the decision, of which they are notified, and may appeal, from that day.
 */
export async function tellFamilyOfAttention(
  tx: Tx,
  services: Services,
  id: Uuid,
  by: { name: string; today: PlainDate },
): Promise<Outcome> {
  const subject = found(await lockRequest(tx, id));
  const { familyTold } = found(await findAttention(tx, id));
  const value = `/requests/${id}`;
  // What reaches nobody tells nobody.
  if (familyTold === null && !(await isAnybodyToTell(tx, services, subject)))
    return refused('familyTold', 'There is nobody on the child’s file to write to. Add them first');
  if (!(await markFamilyTold(tx, subject, { on: by.today, by: by.name }))) return { ok: true, value };
  const decided = await findDecision(tx, id);
  if (decided === undefined || subject.decision === null) {
    await writeOfAttention(tx, services, { ...subject, requestId: id });
  } else {
    const decision = { ...decided, outcome: subject.decision.outcome, notifiedOn: by.today };
    await saveNotified(tx, id, by.today);
    await writeDecision(tx, services, subject, decision, true);
  }
  await happened(tx, subject, 'family told', { today: by.today });
  return { ok: true, value };
}

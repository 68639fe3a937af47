import { recordEvent } from '../../platform/events/index.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Child, endAccessOf, listContacts } from '../children/index.ts';
import { findRights } from './post.ts';
import { endingRepresentative, happenedBy, parentOf, representing } from './recording.ts';
import { type CapacityAssessment, mayFollow, type Representative, type Wish } from './rights.ts';
import {
  endRepresentative,
  insertAssessment,
  insertRepresentative,
  insertWish,
  loadRecorded,
} from './store.ts';

/** Whose file, held until the transaction ends; and who records, when. */
export type Acting = { child: Child; by: string; now: Date; today: PlainDate };

/** Records what was found of capacity. The event says only that it was: what was found is for the authority. */
export async function recordAssessment(
  tx: Tx,
  { child, by, today }: Acting,
  { whose, ...form }: Omit<CapacityAssessment, 'id' | 'recordedBy' | 'parentId'> & { whose: string },
): Promise<Outcome> {
  const parent = parentOf(whose, await listContacts(tx, child.id));
  if (!parent.ok) return parent;
  const allowed = happenedBy(form, 'assessedOn', form.assessedOn, today);
  if (!allowed.ok) return allowed;
  const id = await insertAssessment(tx, ofFile(child), { ...form, parentId: parent.value, recordedBy: by });
  return happened(tx, child, 'capacity assessed', id);
}

export async function recordRepresentative(
  tx: Tx,
  { child, by, today }: Acting,
  { whose, ...form }: Pick<Representative, 'contactId' | 'kind' | 'paperSeen' | 'fromOn'> & { whose: string },
): Promise<Outcome> {
  const { representatives } = await loadRecorded(tx, child.id);
  const contacts = await listContacts(tx, child.id);
  const parent = parentOf(whose, contacts);
  if (!parent.ok) return parent;
  const one = { ...form, parentId: parent.value };
  const who = representing(one, contacts, representatives);
  if (!who.ok) return who;
  const allowed = happenedBy(form, 'fromOn', form.fromOn, today);
  if (!allowed.ok) return allowed;
  const id = await insertRepresentative(tx, ofFile(child), { ...one, recordedBy: by });
  if (id === null) return refused('contactId', `${who.value.name} is recorded as the representative already`);
  return happened(tx, child, 'representative recorded', id);
}

export async function recordEnd(
  tx: Tx,
  { child, by, today }: Acting,
  id: Uuid,
  on: PlainDate,
): Promise<Outcome> {
  const { representatives } = await loadRecorded(tx, child.id);
  const one = representatives.find((representative) => representative.id === id);
  if (one === undefined) return refused('untilOn', 'There is no such representative');
  const allowed = endingRepresentative(one, on, today);
  if (!allowed.ok) return allowed;
  await endRepresentative(tx, id, { on, by });
  return happened(tx, child, 'representative ended', id);
}

/** Records what the young person wants, and ends at once the access of any parent who may no longer follow. */
export async function recordWish(
  tx: Tx,
  services: Pick<Services, 'config' | 'now'>,
  { child, by, now, today }: Acting,
  form: Omit<Wish, 'recordedBy'>,
): Promise<Outcome> {
  const allowed = happenedBy(form, 'saidOn', form.saidOn, today);
  if (!allowed.ok) return allowed;
  const id = await insertWish(tx, ofFile(child), { ...form, recordedBy: by });
  await endWhoMayNotFollow(tx, services, child, now);
  return happened(tx, child, 'wish about parents recorded', id);
}

/** Ends the accounts' access, and the codes, of every contact who may no longer follow the case. Returns how many there are. */
export async function endWhoMayNotFollow(
  tx: Tx,
  services: Pick<Services, 'config' | 'now'>,
  child: Child,
  at: Date,
): Promise<number> {
  const rights = await findRights(tx, services, { child, decision: 'taking part in the assessment' });
  const ended = (await listContacts(tx, child.id)).filter((contact) => !mayFollow(rights, contact));
  for (const { id: subjectId } of ended) {
    await endAccessOf(tx, subjectId, at);
    const kind = 'parent no longer follows the case';
    await recordEvent(tx, { ...ofFile(child), kind, subject: 'contact', subjectId });
  }
  return ended.length;
}

async function happened(tx: Tx, child: Child, kind: string, subjectId: Uuid): Promise<Outcome> {
  await recordEvent(tx, { ...ofFile(child), kind, subject: 'rights', subjectId });
  return { ok: true, value: `/cases/${child.id}/rights` };
}

function ofFile({ authorityId, id }: Child) {
  return { authorityId, childId: id };
}

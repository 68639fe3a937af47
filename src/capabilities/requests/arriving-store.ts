import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import type { JobPayload } from '../../platform/jobs/index.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import {
  type Child,
  findChild,
  findLikelySame,
  findStated,
  insertChild,
  insertContact,
  listPeople,
  type NewChild,
  type Person,
  restrict,
} from '../children/index.ts';
import { type Attention, findAttention, insertAttention } from './attention-store.ts';
import { newReference } from './codes.ts';
import type { Flag } from './flag.ts';
import { insertFlag, listFlags } from './flag-store.ts';
import { tellOthers } from './notice-sending.ts';
import { acknowledge, acknowledgeAttention } from './post.ts';
import { findAuthority, findReferral } from './referral-store.ts';
import { findPlace, findRequest, insertRequest, type StatedRequest } from './store.ts';

const payloadSchema = z.object({ authorityId: z.number().int(), requestId: z.uuid() });

/**
 * Lets a referred request arrive at the authority it was referred to, in that authority's own lens: the child, the people
 * on the request and its words, what is urgent or unsafe, and who brought them to attention where somebody did, received there
 * today. Tried again it changes nothing: its identifier was made beforehand.
 */
export async function arriveReferred(payload: JobPayload, services: Services): Promise<void> {
  const { authorityId, requestId } = payloadSchema.parse(payload);
  const from = await withLens(services.database, { kind: 'system', authorityId }, async (tx) => {
    const request = await findRequest(tx, requestId);
    const referral = await findReferral(tx, requestId);
    if (request === undefined || referral === undefined || referral.arrivesAs === null) return null;
    const child = await findChild(tx, request.childId);
    if (child === undefined) return null;
    const attention = (await findAttention(tx, requestId)) ?? null;
    // A family that is not to be told yet is not put on the file there either, to be written to; whoever may not be is.
    const untold = attention !== null && attention.familyTold === null;
    const people = await listPeople(tx, child.id);
    const contacts = people.filter(({ waiting, restricted }) => restricted || !(waiting || untold));
    const from = (await findAuthority(tx, authorityId))?.name ?? 'another authority';
    const stated = await findStated(tx, child.id);
    return {
      request,
      child: { ...child, uln: stated?.uln ?? null, nhsNumber: stated?.nhsNumber ?? null },
      contacts,
      attention,
      flags: (await listFlags(tx, requestId)).filter(({ ended }) => ended === null),
      from,
      place: await findPlace(tx, requestId),
      ...referral,
      id: referral.arrivesAs,
    };
  });
  if (from === null) return;
  const there = { kind: 'system', authorityId: from.toAuthority } as const;
  await withLens(services.database, there, async (tx) => {
    if ((await findRequest(tx, from.id)) !== undefined) return;
    const receivedOn = englishDay(services.now());
    const { child, contactId } = await copyPeople(tx, from, there.authorityId, services.now());
    const likely = await findLikelySame(tx, child, child.id);
    await insertRequest(tx, {
      authorityId: there.authorityId,
      id: from.id,
      reference: newReference(),
      childId: child.id,
      receivedOn,
      receivedHow: 'online',
      source: from.request.source,
      place: from.place,
      requesterName: from.request.requesterName,
      contactId,
      organisationId: null,
      stated: from.request.stated,
      fileOpenedAt: likely.length === 0 ? services.now() : null,
    });
    await copyWarnings(tx, from, { ...there, requestId: from.id, childId: child.id }, receivedOn);
    await arrived(tx, services, from, receivedOn);
  });
}

type From = {
  request: StatedRequest;
  child: Child & Pick<NewChild, 'uln' | 'nhsNumber'>;
  contacts: readonly Person[];
  attention: Attention | null;
  flags: readonly Flag[];
  /** The authority that passed it on. */
  from: string;
  toAuthority: number;
  id: string;
};

// A child and their people are each authority's own record: nothing there leads back to the first authority's file.
// Whoever may not be written to or let in here may not be there either.
async function copyPeople(tx: Tx, from: From, authorityId: number, now: Date) {
  const child = { ...from.child, authorityId, id: randomUUID() };
  await insertChild(tx, authorityId, child);
  let contactId: string | null = null;
  for (const contact of from.contacts) {
    const id = randomUUID();
    await insertContact(tx, authorityId, { ...contact, id, childId: child.id });
    if (contact.restricted) {
      const reason = contact.restriction?.reason ?? 'No reason was passed on';
      const by = [contact.restriction?.by, `passed on by ${from.from}`].filter((one) => one != null);
      const restriction = { reason, by: by.join(', '), at: contact.restriction?.at ?? now };
      await restrict(tx, { authorityId, childId: child.id, contactId: id }, restriction);
    } else if (contact.id === from.request.contactId) contactId = id;
  }
  return { child, contactId };
}

// What is unsafe must not be lost on the way, nor that a family may not be told.
async function copyWarnings(
  tx: Tx,
  { attention, flags, from }: From,
  of: { authorityId: number; requestId: Uuid; childId: Uuid },
  on: PlainDate,
): Promise<void> {
  if (attention !== null) {
    const familyTold = attention.familyTold === null ? null : { on, by: 'the service' };
    await insertAttention(tx, of, { ...attention, familyTold });
  }
  for (const flag of flags)
    await insertFlag(tx, of, flag, { name: `${flag.raisedBy}, passed on by ${from}`, now: flag.raisedAt });
}

async function arrived(tx: Tx, services: Services, from: From, receivedOn: PlainDate): Promise<void> {
  const request = await findRequest(tx, from.id);
  const authority = await findAuthority(tx, from.toAuthority);
  if (request === undefined || authority === undefined) throw new Error('a referred request did not arrive');
  await recordEvent(tx, {
    authorityId: from.toAuthority,
    childId: request.childId,
    kind: from.attention === null ? 'request received' : 'brought to attention',
    subject: 'request',
    subjectId: request.id,
    data: { receivedOn, source: request.source, how: 'referred by another authority' },
  });
  const theirs = { ...services, authority: { ...authority, demo: services.authority.demo } };
  const sent = { ...request, requestId: request.id };
  await (from.attention === null ? acknowledge : acknowledgeAttention)(tx, theirs, sent);
  await tellOthers(tx, theirs, request.id, { name: 'the service', today: receivedOn });
}

import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { optionalText } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { tellFamilyOfAttention } from './deciding.ts';
import { endFlag, FLAG_KINDS, raiseFlag } from './flag.ts';
import { insertFlag, listFlags, lockFlag, takeDown } from './flag-store.ts';
import type { Request } from './request.ts';
import { findRequest } from './store.ts';

/* What staff do about what is urgent or unsafe, for the pages and the API alike. */

export const kindField = z.enum(FLAG_KINDS).nullable().catch(null);
export const flagSchema = z.object({ kind: kindField, words: optionalText(20_000) });
export const endSchema = z.object({ reason: optionalText(2000) });

export function raiseOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof flagSchema>,
): Promise<Outcome> {
  const id = idIn(request, 'requestId');
  return request.once(async (tx) => {
    const subject = found(await findRequest(tx, id));
    const raised = raiseFlag(form);
    if (!raised.ok) return raised;
    const of = { authorityId: subject.authorityId, requestId: id, childId: subject.childId };
    const flagId = await insertFlag(tx, of, raised.value, { name: nameOf(request), now: services.now() });
    await unseen(tx, subject, 'flag raised', flagId);
    return { ok: true, value: `/requests/${id}/flags` };
  });
}

export function takeDownOnce(
  request: FastifyRequest,
  services: Services,
  { reason }: z.infer<typeof endSchema>,
): Promise<Outcome> {
  const [id, flagId] = [idIn(request, 'requestId'), idIn(request, 'flagId')];
  return request.once(async (tx) => {
    const subject = found(await findRequest(tx, id));
    const ended = endFlag(found(await lockFlag(tx, id, flagId)), reason);
    if (!ended.ok) return ended;
    await takeDown(tx, flagId, { at: services.now(), by: nameOf(request), reason: ended.value });
    await unseen(tx, subject, 'flag taken down', flagId);
    return { ok: true, value: `/requests/${id}/flags` };
  });
}

/** Tells the family that somebody brought their child to attention: on staff's word that it is safe to. */
export function tellFamilyOnce(request: FastifyRequest, services: Services): Promise<Outcome> {
  const by = { name: nameOf(request), today: englishDay(services.now()) };
  const id = idIn(request, 'requestId');
  return request.once((tx) => tellFamilyOfAttention(tx, services, id, by));
}

/** Every flag of one request. */
export async function readFlags(request: FastifyRequest) {
  const requestId = idIn(request, 'requestId');
  const { subject, ...shown } = await request.act(async (tx) => {
    const subject = found(await findRequest(tx, requestId));
    const child = found(await findChild(tx, subject.childId));
    return { subject, childName: fullName(child), flags: await listFlags(tx, requestId) };
  });
  request.readsChildFile(subject);
  return shown;
}

// Without the child, because a family sees every event that is about theirs, and a flag may be about the home.
function unseen(tx: Tx, { authorityId, childId }: Request, kind: string, flagId: Uuid): Promise<void> {
  const data = { childId };
  return recordEvent(tx, { authorityId, childId: null, kind, subject: 'flag', subjectId: flagId, data });
}

export function nameOf({ actor }: FastifyRequest): string {
  return actor !== null && 'name' in actor ? actor.name : '';
}

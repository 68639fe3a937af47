import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { listDocuments } from '../../platform/documents/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalDayField, optionalText } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { type Actor, familyName, type Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild } from '../children/index.ts';
import { insertConfirmation, insertVoice, listVoices } from './store.ts';
import { confirmVoice, sayVoice, WAYS } from './voice.ts';

/* What a child says for themself, for the pages and the API alike. */

export const voiceSchema = z.object({
  way: z.enum(WAYS).nullable().catch(null),
  words: optionalText(20_000),
  documentId: z.string().max(100).catch(''),
  howGathered: optionalText(2000),
  helpedBy: optionalText(200),
  gatheredOn: optionalDayField('the day it was gathered'),
  recordedBy: optionalText(200),
});
export const confirmationSchema = z.object({ how: optionalText(2000), by: optionalText(200) });

export function sayOnce(
  request: FastifyRequest,
  services: Services,
  { documentId: chosen, ...typed }: z.infer<typeof voiceSchema>,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const child = found(await findChild(tx, idIn(request, 'childId')));
    const document = (await listMade(tx, child.id)).find(({ id }) => id === chosen);
    const file = { documentId: document?.id ?? null, mediaType: document?.mediaType ?? null };
    const recordedBy = familyName(request.actor) ?? typed.recordedBy;
    const said = sayVoice({ ...typed, recordedBy, ...file }, englishDay(services.now()));
    if (!said.ok) return said;
    const of = { authorityId: child.authorityId, childId: child.id };
    const subjectId = await insertVoice(tx, of, said.value, saidBy(found(request.actor)));
    await recordEvent(tx, { ...of, kind: 'what the child says recorded', subject: 'voice', subjectId });
    return accepted(`/children/${child.id}/voice`);
  });
}

/** The child has seen what was recorded, and says that it is what they mean. */
export function confirmOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof confirmationSchema>,
): Promise<Outcome> {
  const id = idIn(request, 'voiceId');
  return request.once(async (tx) => {
    const child = found(await findChild(tx, idIn(request, 'childId')));
    const voice = found((await listVoices(tx, child.id)).find((one) => one.id === id));
    const by = familyName(request.actor) ?? form.by;
    const confirmed = confirmVoice(voice, { ...form, by });
    if (!confirmed.ok) return confirmed;
    await insertConfirmation(tx, id, { ...confirmed.value, on: englishDay(services.now()) });
    const about = { authorityId: child.authorityId, childId: child.id, subject: 'voice', subjectId: id };
    await recordEvent(tx, { ...about, kind: 'what the child says confirmed by them' });
    return accepted(`/children/${child.id}/voice`);
  });
}

/** What the child said, and the files that what they made may be in. */
export async function readVoices(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const read = await request.act(async (tx) => ({
    child: found(await findChild(tx, childId)),
    voices: await listVoices(tx, childId),
    documents: await listMade(tx, childId),
  }));
  request.readsChildFile({ authorityId: read.child.authorityId, childId });
  return read;
}

// Neither what this service wrote itself, nor what nobody will ever open.
async function listMade(tx: Tx, childId: Uuid) {
  return (await listDocuments(tx, childId)).filter((one) => !one.madeHere && one.scanPassed !== false);
}

function saidBy(actor: Actor) {
  switch (actor.kind) {
    case 'family':
      return { by: 'family', organisationId: null } as const;
    case 'organisation':
      return { by: 'organisation', organisationId: actor.organisationId } as const;
    case 'staff':
      return { by: 'authority', organisationId: null } as const;
    default:
      throw new NotTheirs();
  }
}

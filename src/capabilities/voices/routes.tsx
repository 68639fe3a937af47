import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { listDocuments } from '../../platform/documents/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalDayField, optionalText, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Actor, Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { VoicesPage } from './pages/voices.tsx';
import { insertConfirmation, insertVoice, listVoices } from './store.ts';
import { confirmVoice, sayVoice, WAYS } from './voice.ts';

const at = '/children/:childId/voice';
const anyone = { access: 'anyone signed in' } as const;

/** What a child says for themself: brought by the family, an organisation the child is before, or staff. */
export function voices(app: FastifyInstance, services: Services): void {
  const today = () => englishDay(services.now());

  app.get(at, { config: { ...anyone, childFile: true } }, (request, reply) => show(request, reply, {}, {}));

  app.post(at, { config: anyone }, async (request, reply) => {
    const read = readForm(voiceSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const { documentId: chosen, ...typed } = read.value;
    const outcome = await request.once(async (tx) => {
      const child = found(await findChild(tx, childIdOf(request)));
      const document = (await listDocuments(tx, child.id)).find(({ id }) => id === chosen);
      const said = sayVoice({ ...typed, documentId: document?.id ?? null }, today());
      if (!said.ok) return said;
      const of = { authorityId: child.authorityId, childId: child.id };
      const subjectId = await insertVoice(tx, of, said.value, saidBy(found(request.actor)));
      await recordEvent(tx, { ...of, kind: 'what the child says recorded', subject: 'voice', subjectId });
      return accepted(`/children/${child.id}/voice`);
    });
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  app.post(`${at}/:voiceId/confirmation`, { config: anyone }, async (request, reply) => {
    const id = voiceIdOf(request);
    const read = readForm(confirmationSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed, id);
    const outcome = await request.once(async (tx) => {
      const child = found(await findChild(tx, childIdOf(request)));
      const voice = found((await listVoices(tx, child.id)).find((one) => one.id === id));
      const confirmed = confirmVoice(voice, read.value);
      if (!confirmed.ok) return confirmed;
      await insertConfirmation(tx, id, { ...confirmed.value, on: today() });
      const about = { authorityId: child.authorityId, childId: child.id, subject: 'voice', subjectId: id };
      await recordEvent(tx, { ...about, kind: 'what the child says confirmed by them' });
      return accepted(`/children/${child.id}/voice`);
    });
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body), id);
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    errors: FieldErrors,
    typed: Typed,
    confirming: Uuid | null = null,
  ) {
    const childId = childIdOf(request);
    const { child, ...said } = await request.act(async (tx: Tx) => ({
      child: found(await findChild(tx, childId)),
      voices: await listVoices(tx, childId),
      documents: await listDocuments(tx, childId),
    }));
    request.readsChildFile({ authorityId: child.authorityId, childId });
    const actor = found(request.actor);
    const keys = Object.fromEntries(said.voices.map(({ id }) => [id, randomUUID()]));
    const shown = {
      ...{
        childId,
        childName: fullName(child),
        back: backFrom(actor, childId),
        family: actor.kind === 'family',
      },
      ...{ ...said, confirming, keys, formKey: randomUUID(), typed, errors },
    };
    const page = request.pageContext(actor.kind === 'family' ? 'family' : undefined);
    return reply.page(<VoicesPage page={page} {...shown} />, hasErrors(errors) ? 400 : 200);
  }
}

const voiceSchema = z.object({
  way: z.enum(WAYS).nullable().catch(null),
  words: optionalText(20_000),
  documentId: z.string().max(100).catch(''),
  howGathered: optionalText(2000),
  helpedBy: optionalText(200),
  gatheredOn: optionalDayField('the day it was gathered'),
  recordedBy: optionalText(200),
});
const confirmationSchema = z.object({ how: optionalText(2000), by: optionalText(200) });

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

function backFrom(actor: Actor, childId: Uuid) {
  if (actor.kind === 'staff') return { href: `/cases/${childId}`, text: 'Case' };
  if (actor.kind === 'organisation') return { href: '/inbox', text: 'Inbox' };
  return { href: `/family/${childId}`, text: 'Where things are' };
}

function childIdOf(request: FastifyRequest): Uuid {
  const { childId } = z.object({ childId: z.string() }).parse(request.params);
  if (!isUuid(childId)) throw new NotTheirs();
  return childId;
}

function voiceIdOf(request: FastifyRequest): Uuid {
  const { voiceId } = z.object({ voiceId: z.string() }).parse(request.params);
  if (!isUuid(voiceId)) throw new NotTheirs();
  return voiceId;
}

import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { type Actor, familyName } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { fullName } from '../children/index.ts';
import { voicesApi } from './api.ts';
import { VoicesPage } from './pages/voices.tsx';
import { confirmationSchema, confirmOnce, readVoices, sayOnce, voiceSchema } from './sending.ts';

const at = '/children/:childId/voice';
const anyone = { access: 'anyone signed in' } as const;

/** What a child says for themself: brought by the family, an organisation the child is before, or staff. */
export function voices(app: FastifyInstance, services: Services): void {
  voicesApi(app, services);
  app.get(at, { config: { ...anyone, childFile: true } }, (request, reply) => show(request, reply, {}, {}));

  app.post(at, { config: anyone }, async (request, reply) => {
    const read = readForm(voiceSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await sayOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  app.post(`${at}/:voiceId/confirmation`, { config: anyone }, async (request, reply) => {
    const id = idIn(request, 'voiceId');
    const read = readForm(confirmationSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed, id);
    const outcome = await confirmOnce(request, services, read.value);
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
    const { child, ...said } = await readVoices(request);
    const childId = child.id;
    const actor = found(request.actor);
    const keys = Object.fromEntries(said.voices.map(({ id }) => [id, randomUUID()]));
    const shown = {
      ...{
        childId,
        childName: fullName(child),
        back: backFrom(actor, childId),
        family: actor.kind === 'family',
        named: familyName(actor) !== null,
      },
      ...{ ...said, confirming, keys, formKey: randomUUID(), typed, errors },
    };
    const page = request.pageContext(actor.kind === 'family' ? 'family' : undefined);
    return reply.page(<VoicesPage page={page} {...shown} />, hasErrors(errors) ? 400 : 200);
  }
}

function backFrom(actor: Actor, childId: Uuid) {
  if (actor.kind === 'staff') return { href: `/cases/${childId}`, text: 'Case' };
  if (actor.kind === 'organisation') return { href: '/inbox', text: 'Inbox' };
  return { href: `/family/${childId}`, text: 'Where things are' };
}

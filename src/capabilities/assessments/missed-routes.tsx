import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalDayField, optionalText, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { theirAdvice } from './advice-routes.tsx';
import { findAdvice, findAsked } from './advice-store.ts';
import { type MissedForm, recordMissed } from './missed.ts';
import { insertMissed, listMissed } from './missed-store.ts';
import { MissedPage } from './pages/missed.tsx';

const at = '/advice/:adviceRequestId/missed-appointments';

/** An organisation records that an appointment it made for its advice was missed. */
export function missedRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: 'organisation', childFile: true } }, (request, reply) =>
    show(request, reply, {}, {}),
  );

  app.post(at, { config: { access: 'organisation' } }, async (request, reply) => {
    const read = readForm(missedSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await recordOnce(request, services, read.value);
    if (!outcome.ok) return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
    return reply.redirect(outcome.value, 303);
  });
}

/** Records an appointment that was missed, as the organisation that is looking says. */
export function recordOnce(request: FastifyRequest, services: Services, form: MissedForm) {
  const { actor } = request;
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  const id = idIn(request, 'adviceRequestId');
  return request.once(async (tx) => {
    const asked = found(await findAsked(tx, id));
    const of = { ...asked, organisationId: found(asked.organisationId) };
    const advice = await findAdvice(tx, id);
    const facts = { askedOn: asked.askedOn, signed: (advice?.signed ?? null) !== null };
    const missed = recordMissed(facts, form, englishDay(services.now()));
    if (!missed.ok) return missed;
    const missedId = await insertMissed(tx, of, { ...missed.value, by: actor.name });
    await recordEvent(tx, {
      authorityId: asked.authorityId,
      childId: asked.childId,
      kind: 'appointment missed',
      subject: 'missed appointment',
      subjectId: missedId,
      data: { assessmentId: asked.assessmentId, adviceRequestId: id },
    });
    return accepted(`/advice/${id}/missed-appointments`);
  });
}

const missedSchema = z.object({
  missedOn: optionalDayField('the day of the appointment'),
  what: optionalText(200),
  evidence: optionalText(2000),
});

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const asked = await theirAdvice(request);
  const missed = await request.act((tx) => listMissed(tx, asked.id));
  const form = { missed, typed, errors, formKey: randomUUID() };
  const page = <MissedPage page={request.pageContext()} {...asked} {...form} />;
  return reply.page(page, hasErrors(errors) ? 400 : 200);
}

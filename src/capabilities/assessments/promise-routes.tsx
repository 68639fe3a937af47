import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalDayField, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { theirAdvice } from './advice-routes.tsx';
import { findAdvice, findAsked } from './advice-store.ts';
import { PromisePage } from './pages/promise.tsx';
import { adviceDue } from './post.ts';
import { promiseAdvice } from './promise.ts';
import { findPromise, insertPromise } from './promise-store.ts';

const at = '/advice/:adviceRequestId/ready';
export const promiseSchema = z.object({ readyOn: optionalDayField('the day the advice will be ready') });

/** An organisation says when the advice it was asked for will be ready: those who wait are told a day they can believe. */
export function promiseRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: 'organisation', childFile: true } }, (request, reply) =>
    show(request, reply, {}, {}),
  );

  app.post(at, { config: { access: 'organisation' } }, async (request, reply) => {
    const read = readForm(promiseSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await promiseOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });
}

export async function promiseOnce(
  request: FastifyRequest,
  services: Services,
  form: z.output<typeof promiseSchema>,
): Promise<Outcome> {
  const { actor } = request;
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  const id = idIn(request, 'adviceRequestId');
  return request.once(async (tx) => {
    const asked = found(await findAsked(tx, id));
    const signed = ((await findAdvice(tx, id))?.signed ?? null) !== null;
    const readyOn = promiseAdvice({ signed }, form.readyOn, englishDay(services.now()));
    if (!readyOn.ok) return readyOn;
    const { authorityId, childId, assessmentId } = asked;
    const of = { authorityId, childId, adviceRequestId: id, organisationId: found(asked.organisationId) };
    const said = { readyOn: readyOn.value, by: actor.name };
    const subjectId = await insertPromise(tx, of, said);
    const data = { assessmentId, adviceRequestId: id };
    const about = { kind: 'day given for advice', subject: 'advice promise', subjectId, data };
    await recordEvent(tx, { authorityId, childId, ...about });
    return accepted(`/advice/${id}`);
  });
}

/** What is asked, and the day it was said to be ready by. */
export async function readPromise(request: FastifyRequest) {
  const asked = await theirAdvice(request);
  return { asked, said: await request.act((tx) => findPromise(tx, asked.id)) };
}

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const { asked, said } = await readPromise(request);
  const form = { said, dueOn: adviceDue(asked.receivedOn), typed, errors, formKey: randomUUID() };
  const page = <PromisePage page={request.pageContext()} {...asked} {...form} />;
  return reply.page(page, hasErrors(errors) ? 400 : 200);
}

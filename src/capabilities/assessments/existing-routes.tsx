import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { optionalDayField, optionalText, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { findAnswering } from './answering-store.ts';
import { staffName } from './assessment-routes.tsx';
import { type ExistingForm, PARTIES } from './existing.ts';
import { proposeExisting, recordAgreement } from './existing-sending.ts';
import { listExisting } from './existing-store.ts';
import { ExistingPage } from './pages/existing.tsx';
import { ExistingListPage } from './pages/existing-list.tsx';
import { PARAGRAPHS } from './paragraphs.ts';
import { findAssessment, listOrganisations } from './store.ts';

const staff = ['caseworker', 'manager'] as const;
const all = '/assessments/:assessmentId/existing-advice';
const one = `${all}/:existingAdviceId`;

/** Advice given before: staff put it forward, and record what each of the three says of it (reg. 6(4)). */
export function existingRoutes(app: FastifyInstance, services: Services): void {
  const by = (request: FastifyRequest) => ({ name: staffName(request), today: englishDay(services.now()) });

  app.get(all, { config: { access: 'staff', childFile: true } }, (request, reply) =>
    showAll(request, reply, {}, {}),
  );

  app.post(all, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(proposalSchema, request.body);
    if (!read.ok) return showAll(request, reply, read.errors, read.typed);
    const { organisationId, ...form } = read.value;
    const outcome = await proposeOnce(request, services, {
      ...form,
      organisationId: organisationId === '' ? null : organisationId,
    });
    if (!outcome.ok)
      return showAll(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
    return reply.redirect(outcome.value, 303);
  });

  app.get(one, { config: { access: 'staff', childFile: true } }, (request, reply) =>
    showOne(request, reply, services, {}, {}),
  );

  app.post(`${one}/agreements`, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(agreementSchema, request.body);
    if (!read.ok) return showOne(request, reply, services, read.errors, read.typed);
    const ids = { assessmentId: idIn(request, 'assessmentId'), id: idIn(request, 'existingAdviceId') };
    const next = `/assessments/${ids.assessmentId}/existing-advice/${ids.id}`;
    const { satisfied, ...said } = read.value;
    const form = { ...said, satisfied: satisfied === null ? null : satisfied === 'yes' };
    const outcome = await request.once((tx) => recordAgreement(tx, { ...ids, next }, form, by(request)));
    if (!outcome.ok)
      return showOne(request, reply, services, { [outcome.field]: outcome.message }, typedIn(request.body));
    return reply.redirect(outcome.value, 303);
  });
}

/** Puts advice given before forward. */
export function proposeOnce(
  request: FastifyRequest,
  services: Services,
  form: ExistingForm,
): Promise<Outcome> {
  const proposal = { assessmentId: idIn(request, 'assessmentId'), form };
  const by = { name: staffName(request), today: englishDay(services.now()) };
  return request.once((tx) => proposeExisting(tx, services, proposal, by));
}

const name = z.string().max(200, 'The name must be 200 characters or fewer').default('');
const proposalSchema = z.object({
  paragraph: z.enum(PARAGRAPHS).nullable().catch(null),
  authorName: name,
  authorRole: z.string().max(200, 'The role must be 200 characters or fewer').default(''),
  advisedOn: optionalDayField('the date on the advice'),
  statement: optionalText(),
  organisationId: z.string().default(''),
});
const agreementSchema = z.object({
  party: z.enum(PARTIES).nullable().catch(null),
  satisfied: z.enum(['yes', 'no']).nullable().catch(null),
  name,
  agreedOn: optionalDayField('the date they said it'),
});

async function load(request: FastifyRequest) {
  const id = idIn(request, 'assessmentId');
  const loaded = await request.act(async (tx) => ({
    assessment: found(await findAssessment(tx, id)),
    existing: await listExisting(tx, id),
  }));
  request.readsChildFile(loaded.assessment);
  return loaded;
}

async function showAll(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const { assessment, existing } = await load(request);
  const shown = {
    assessmentId: assessment.id,
    organisations: await request.act(listOrganisations),
    childName: assessment.childName,
    existing,
    mayAdd: assessment.decision === null && mayUse(staff, request.actor),
    typed,
    errors,
    formKey: randomUUID(),
  };
  const page = <ExistingListPage page={request.pageContext()} {...shown} />;
  return reply.page(page, hasErrors(errors) ? 400 : 200);
}

async function showOne(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  errors: FieldErrors,
  typed: Typed,
) {
  const { assessment, existing } = await load(request);
  const id = idIn(request, 'existingAdviceId');
  const shown = {
    ...found(existing.find((other) => other.id === id)),
    assessmentId: assessment.id,
    childName: assessment.childName,
    answering: await request.act((tx) => findAnswering(tx, services, assessment.childId)),
    mayAdd: assessment.decision === null && mayUse(staff, request.actor),
    typed,
    errors,
    formKey: randomUUID(),
  };
  const page = <ExistingPage page={request.pageContext()} {...shown} />;
  return reply.page(page, hasErrors(errors) ? 400 : 200);
}

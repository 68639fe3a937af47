import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, parsePlainDate } from '../../shared/plain-date.ts';
import { isUuid } from '../../shared/uuid.ts';
import { listContacts } from '../children/index.ts';
import { findAdvice, findAsked, insertRecorded } from './advice-store.ts';
import { askAdvice, recordAdvice } from './asking.ts';
import { assessmentId, staffName } from './assessment-routes.tsx';
import { AskPage } from './pages/ask.tsx';
import { AskedPage } from './pages/asked.tsx';
import { PARAGRAPHS } from './paragraphs.ts';
import { adviceDue, ask } from './post.ts';
import { findAssessment, listOrganisations, lockAssessment } from './store.ts';

const staff = ['caseworker', 'manager'] as const;
const given = z.object({ adviceRequestId: z.string() });

/** Staff ask for advice, read what comes, and write down what comes by other means. */
export function askingRoutes(app: FastifyInstance, services: Services): void {
  const ofAssessment = '/assessments/:assessmentId/advice-requests';

  app.get(ofAssessment, { config: { access: staff, childFile: true } }, async (request, reply) => {
    const chosen = z
      .object({ paragraph: z.enum(PARAGRAPHS).optional().catch(undefined) })
      .parse(request.query);
    return showAsk(request, reply, {}, chosen.paragraph === undefined ? {} : { paragraph: chosen.paragraph });
  });

  app.post(ofAssessment, { config: { access: staff } }, async (request, reply) => {
    const id = assessmentId(request.params);
    const typed = typedIn(request.body);
    const read = readForm(askSchema, request.body);
    if (!read.ok) return showAsk(request, reply, read.errors, typed);
    const today = englishDay(services.now());
    const outcome = await request.once(async (tx) => {
      const assessment = found(await lockAssessment(tx, id));
      const form = await withPeople(tx, assessment.childId, read.value);
      const asked = askAdvice(assessment, form, today);
      if (!asked.ok) return asked;
      const { contactId, organisationId } = asked.value;
      if (contactId === null && organisationId === null && read.value.organisationId !== 'none') {
        return { ok: false, field: 'organisationId', message: 'Select the organisation to ask' };
      }
      await ask(tx, services, assessment, { ...asked.value, id: randomUUID(), askedBy: staffName(request) });
      return { ok: true, value: `/assessments/${id}` };
    });
    if (!outcome.ok) return showAsk(request, reply, { [outcome.field]: outcome.message }, typed);
    return reply.redirect(outcome.value, 303);
  });

  const one = `${ofAssessment}/:adviceRequestId`;
  app.get(one, { config: { access: 'staff', childFile: true } }, async (request, reply) =>
    showAsked(request, reply, {}, {}),
  );

  app.post(`${one}/advice`, { config: { access: staff } }, async (request, reply) => {
    const id = adviceRequestId(request.params);
    const typed = typedIn(request.body);
    const read = readForm(recordSchema, request.body);
    if (!read.ok) return showAsked(request, reply, read.errors, typed);
    const { signedOn, returnedOn, ...words } = read.value;
    const form = { ...words, signedOn: parsePlainDate(signedOn), returnedOn: parsePlainDate(returnedOn) };
    const recorded = recordAdvice(form, englishDay(services.now()));
    if (!recorded.ok) return showAsked(request, reply, { [recorded.field]: recorded.message }, typed);
    const outcome = await request.once(async (tx) => {
      const asked = found(await findAsked(tx, id));
      // Locked, so that advice cannot be recorded twice at once.
      found(await lockAssessment(tx, asked.assessmentId));
      if ((await findAdvice(tx, id)) !== undefined) {
        return { ok: false, field: 'statement', message: 'This advice has already been received' };
      }
      await insertRecorded(tx, asked, recorded.value, staffName(request));
      await recordEvent(tx, {
        authorityId: asked.authorityId,
        childId: asked.childId,
        kind: 'advice recorded',
        subject: 'advice request',
        subjectId: id,
        data: { assessmentId: asked.assessmentId, paragraph: asked.paragraph },
      });
      return { ok: true, value: `/assessments/${asked.assessmentId}` };
    });
    if (!outcome.ok) return showAsked(request, reply, { [outcome.field]: outcome.message }, typed);
    return reply.redirect(outcome.value, 303);
  });
}

const askSchema = z.object({
  paragraph: z.enum(PARAGRAPHS).nullable().catch(null),
  organisationId: z.string().default(''),
  contactId: z.string().default(''),
  adviserName: z.string().max(200, 'The name must be 200 characters or fewer').default(''),
  questions: z.string().max(5000, 'What you are asking must be 5,000 characters or fewer').default(''),
});

const recordSchema = z.object({
  statement: z.string().max(20_000, 'The advice must be 20,000 characters or fewer').default(''),
  signedName: z.string().max(200, 'The name must be 200 characters or fewer').default(''),
  signedRole: z.string().max(200, 'The role must be 200 characters or fewer').default(''),
  signedOn: z.string().default(''),
  returnedOn: z.string().default(''),
});

/** Only an organisation in the directory, and only a contact on this child's file, can be asked. */
async function withPeople(tx: Tx, childId: string, form: z.infer<typeof askSchema>) {
  const organisation = (await listOrganisations(tx)).find(({ id }) => id === form.organisationId);
  const contact = (await listContacts(tx, childId)).find(({ id }) => id === form.contactId);
  const ofFamily = form.paragraph === 'a';
  return {
    paragraph: form.paragraph,
    organisationId: organisation?.id ?? null,
    contactId: contact?.id ?? null,
    adviserName: ofFamily && form.adviserName === '' ? (contact?.name ?? '') : form.adviserName,
    questions: form.questions,
  };
}

async function showAsk(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const id = assessmentId(request.params);
  const { assessment, ...people } = await request.act(async (tx) => {
    const assessment = found(await findAssessment(tx, id));
    const contacts = await listContacts(tx, assessment.childId);
    return { assessment, organisations: await listOrganisations(tx), contacts };
  });
  request.readsChildFile(assessment);
  const form = { assessmentId: id, childName: assessment.childName, typed, errors, formKey: randomUUID() };
  return reply.page(<AskPage page={request.pageContext()} {...people} {...form} />, statusOf(errors));
}

async function showAsked(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const id = adviceRequestId(request.params);
  const { asked, advice } = await request.act(async (tx) => ({
    asked: found(await findAsked(tx, id)),
    advice: await findAdvice(tx, id),
  }));
  if (asked.assessmentId !== assessmentId(request.params)) throw new NotTheirs();
  request.readsChildFile(asked);
  const shown = {
    ...asked,
    dueOn: adviceDue(asked.receivedOn),
    signed: advice?.signed ?? null,
    content: advice?.content ?? null,
    typed,
    errors,
    formKey: randomUUID(),
  };
  return reply.page(<AskedPage page={request.pageContext()} {...shown} />, statusOf(errors));
}

function statusOf(errors: FieldErrors): number {
  return Object.keys(errors).length === 0 ? 200 : 400;
}

export function adviceRequestId(params: unknown): string {
  const id = given.parse(params).adviceRequestId;
  if (!isUuid(id)) throw new NotTheirs();
  return id;
}

import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { optionalDayField, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { refused } from '../../shared/result.ts';
import { isUuid } from '../../shared/uuid.ts';
import { staffName } from './assessment-routes.tsx';
import { gaps, unconfirmed } from './known.ts';
import { confirmationSchema, knownSchema, removalSchema } from './known-form-schema.ts';
import { confirmList, type Saying, sayWhoKnows, sendWhoKnows, takeOffList } from './known-sending.ts';
import { listKnown, listKnownQuestions } from './known-store.ts';
import { KnownPage } from './pages/known.tsx';
import { KnownAddPage } from './pages/known-add.tsx';
import { KnownAskPage } from './pages/known-ask.tsx';
import { KnownRemovalPage } from './pages/known-removal.tsx';
import { statutoryMinimum } from './paragraphs.ts';
import { findAssessment, listOrganisations } from './store.ts';

const staff = ['caseworker', 'manager'] as const;
const at = '/assessments/:assessmentId/professionals';
const reads = { access: 'staff', childFile: true } as const;
const writes = { access: staff, childFile: true } as const;

/** Staff ask who knows a child, see whom the list leaves out, and write down what they are told by telephone. */
export function knownRoutes(app: FastifyInstance, services: Services): void {
  const today = () => englishDay(services.now());

  app.get(at, { config: reads }, async (request, reply) => {
    const { assessment, ...list } = await readKnown(request);
    const { questions } = list;
    const may = mayUse(staff, request.actor) && assessment.decision === null;
    const shown = { assessment, ...list, today: today(), may };
    const keys = Object.fromEntries(questions.map(({ id }) => [id, randomUUID()]));
    return reply.page(<KnownPage page={request.pageContext()} {...shown} keys={keys} errors={{}} />);
  });

  app.get(`${at}/questions`, { config: writes }, (request, reply) => showAsk(request, reply, {}, {}));

  app.post(`${at}/questions`, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(askSchema, request.body);
    if (!read.ok) return showAsk(request, reply, read.errors, read.typed);
    const outcome = await askOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showAsk(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  app.get(`${at}/new`, { config: writes }, (request, reply) => showAdd(request, reply, {}, {}));

  app.post(at, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(addSchema, request.body);
    if (!read.ok) return showAdd(request, reply, read.errors, read.typed);
    const outcome = await addOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showAdd(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  app.get(`${at}/:professionalId/removal`, { config: writes }, (request, reply) =>
    showRemoval(request, reply, {}, {}),
  );

  app.post(`${at}/:professionalId/removal`, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(removalSchema, request.body);
    if (!read.ok) return showRemoval(request, reply, read.errors, read.typed);
    const outcome = await takeOffOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showRemoval(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  // Said by telephone or on paper, and written down by staff.
  app.post(`${at}/questions/:questionId/answer`, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(confirmationSchema, request.body);
    const outcome = await answerForThem(request, services, read.ok ? read.value : { by: '' });
    return reply.redirect(outcome.ok ? outcome.value : request.url, 303);
  });

  async function showAsk(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const assessment = await theAssessment(request);
    const { organisations, questions } = await request.act(async (tx) => ({
      organisations: await listOrganisations(tx),
      questions: await listKnownQuestions(tx, { assessmentId: assessment.id }),
    }));
    const form = { organisations, questions, today: today(), errors, typed, formKey: randomUUID() };
    const page = <KnownAskPage page={request.pageContext()} assessment={assessment} {...form} />;
    return reply.page(page, hasErrors(errors) ? 400 : 200);
  }

  async function showAdd(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const assessment = await theAssessment(request);
    const form = { errors, typed, formKey: randomUUID() };
    const page = <KnownAddPage page={request.pageContext()} assessment={assessment} {...form} />;
    return reply.page(page, hasErrors(errors) ? 400 : 200);
  }

  async function showRemoval(
    request: FastifyRequest,
    reply: FastifyReply,
    errors: FieldErrors,
    typed: Typed,
  ) {
    const assessment = await theAssessment(request);
    const known = await request.act((tx) => listKnown(tx, assessment.childId));
    const one = found(known.find(({ id }) => id === idIn(request, 'professionalId')));
    const list = `/assessments/${assessment.id}/professionals`;
    const form = {
      childName: assessment.childName,
      one,
      named: false,
      at: list,
      errors,
      typed,
      formKey: randomUUID(),
    };
    return reply.page(
      <KnownRemovalPage page={request.pageContext()} {...form} />,
      hasErrors(errors) ? 400 : 200,
    );
  }
}

export const askSchema = z.object({
  whom: z.string().max(200).catch(''),
  organisationId: z.string().max(100).catch(''),
  answerBy: optionalDayField('the day'),
});

export const addSchema = knownSchema.extend({
  saidBy: z.enum(['authority', 'family', 'setting']).nullable().catch(null),
});

/** Who is known to know the child, who was asked, and whom the list leaves out. */
export async function readKnown(request: FastifyRequest) {
  const assessment = await theAssessment(request);
  const { known, questions } = await request.act(async (tx) => ({
    known: await listKnown(tx, assessment.childId),
    questions: await listKnownQuestions(tx, { assessmentId: assessment.id }),
  }));
  const left = { gaps: gaps(known, statutoryMinimum(assessment)), unconfirmed: unconfirmed(questions) };
  return { assessment, known, questions, ...left };
}

export function askOnce(
  request: FastifyRequest,
  services: Services,
  { whom, organisationId, answerBy }: z.infer<typeof askSchema>,
): Promise<Outcome> {
  const family = whom.split(',').includes('family');
  const form = { family, organisationId: isUuid(organisationId) ? organisationId : null, answerBy };
  const by = { name: staffName(request), today: englishDay(services.now()) };
  const id = idIn(request, 'assessmentId');
  return request.once((tx) => sendWhoKnows(tx, services, id, form, by));
}

/** Puts somebody on the list, on the word of the family, the setting or the authority's own. */
export async function addOnce(
  request: FastifyRequest,
  services: Services,
  { saidBy, ...form }: z.infer<typeof addSchema>,
): Promise<Outcome> {
  const name = staffName(request);
  const saidByName = saidBy === 'authority' && form.saidByName === '' ? name : form.saidByName;
  const outcome = await request.once(async (tx) => {
    const saying = await sayingOf(tx, request, services, saidBy === 'authority' ? null : name);
    if (saidBy === null) return refused('saidBy', 'Select who says so');
    return sayWhoKnows(tx, { ...saying, by: saidBy }, { ...form, saidByName });
  });
  if (outcome.ok || outcome.message !== 'Enter your name') return outcome;
  return refused(outcome.field, 'Enter the name of who says so');
}

export function takeOffOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof removalSchema>,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const saying = await sayingOf(tx, request, services, null);
    return takeOffList(tx, saying, idIn(request, 'professionalId'), form);
  });
}

/** Writes down that the family or the setting says the list is whole, as they told staff. */
export function answerForThem(
  request: FastifyRequest,
  services: Services,
  { by }: z.infer<typeof confirmationSchema>,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const saying = await sayingOf(tx, request, services, staffName(request));
    const questions = await listKnownQuestions(tx, { assessmentId: idIn(request, 'assessmentId') });
    const question = found(questions.find(({ id }) => id === idIn(request, 'questionId')));
    return confirmList(tx, saying, question, by === '' ? sayParty(question.party) : by);
  });
}

async function sayingOf(
  tx: Tx,
  request: FastifyRequest,
  { now }: Services,
  recordedBy: string | null,
): Promise<Saying> {
  const { id, authorityId, childId } = found(await findAssessment(tx, idIn(request, 'assessmentId')));
  const next = `/assessments/${id}/professionals`;
  const today = englishDay(now());
  return { authorityId, childId, by: 'authority', organisationId: null, recordedBy, today, next };
}

function sayParty(party: 'family' | 'setting'): string {
  return party === 'family' ? 'The family' : 'The setting';
}

async function theAssessment(request: FastifyRequest) {
  const assessment = found(await request.act((tx) => findAssessment(tx, idIn(request, 'assessmentId'))));
  request.readsChildFile(assessment);
  return assessment;
}

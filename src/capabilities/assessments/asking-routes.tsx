import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { listDocuments } from '../../platform/documents/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalDayField, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { listContacts } from '../children/index.ts';
import { whereToTurn } from '../requests/index.ts';
import { findAdvice, findAsked, insertRecorded, listVersions } from './advice-store.ts';
import { recordAdvice } from './asking.ts';
import { staffName } from './assessment-routes.tsx';
import { listCopyables } from './copies-sending.ts';
import { listCopies } from './copies-store.ts';
import { excusesOf } from './excused.ts';
import { listAdviceFiles } from './files-store.ts';
import { unconfirmed } from './known.ts';
import { listKnown, listKnownQuestions } from './known-store.ts';
import { listMissed } from './missed-store.ts';
import { AskPage } from './pages/ask.tsx';
import { AskedPage } from './pages/asked.tsx';
import { PARAGRAPHS } from './paragraphs.ts';
import { adviceDue } from './post.ts';
import { questionToSend } from './question-letter.ts';
import { listQuestions } from './question-store.ts';
import { correctionOf } from './questions.ts';
import { askFor, takeBack } from './sending.ts';
import { findAssessment, listOrganisations, lockAssessment } from './store.ts';

const staff = ['caseworker', 'manager'] as const;

/** Staff ask for advice, read what comes, and write down what comes by other means. */
export function askingRoutes(app: FastifyInstance, services: Services): void {
  const ofAssessment = '/assessments/:assessmentId/advice-requests';

  app.get(ofAssessment, { config: { access: staff, childFile: true } }, async (request, reply) => {
    const chosen = z
      .object({
        paragraph: z.enum(PARAGRAPHS).optional().catch(undefined),
        insteadOf: z.string().catch(''),
        professional: z.string().catch(''),
      })
      .parse(request.query);
    const { paragraph, insteadOf, professional } = chosen;
    const typed = { ...(paragraph === undefined ? {} : { paragraph }), insteadOf };
    return showAsk(request, reply, {}, typed, professional);
  });

  app.post(ofAssessment, { config: { access: staff } }, async (request, reply) => {
    const id = idIn(request, 'assessmentId');
    const typed = typedIn(request.body);
    const read = readForm(askSchema, request.body);
    if (!read.ok) return showAsk(request, reply, read.errors, typed);
    const { documents, copies, ...whom } = read.value;
    const form = { ...whom, byOtherMeans: whom.organisationId === 'none' };
    const by = { name: staffName(request), today: englishDay(services.now()) };
    const outcome = await request.once((tx) =>
      askFor(
        tx,
        services,
        { id, form, documentIds: documents.split(','), copies: copies?.split(',') ?? null },
        by,
      ),
    );
    if (!outcome.ok) return showAsk(request, reply, { [outcome.field]: outcome.message }, typed);
    return reply.redirect(outcome.value, 303);
  });

  const one = `${ofAssessment}/:adviceRequestId`;
  app.get(one, { config: { access: 'staff', childFile: true } }, async (request, reply) =>
    showAsked(request, reply, services, {}, {}),
  );

  app.post(`${one}/advice`, { config: { access: staff } }, async (request, reply) => {
    const typed = typedIn(request.body);
    const read = readForm(recordSchema, request.body);
    if (!read.ok) return showAsked(request, reply, services, read.errors, typed);
    const outcome = await recordOnce(request, services, read.value);
    if (!outcome.ok) return showAsked(request, reply, services, { [outcome.field]: outcome.message }, typed);
    return reply.redirect(outcome.value, 303);
  });

  app.post(`${one}/withdrawal`, { config: { access: staff } }, async (request, reply) => {
    const typed = typedIn(request.body);
    const read = readForm(withdrawalSchema, request.body);
    if (!read.ok) return showAsked(request, reply, services, read.errors, typed);
    const outcome = await takeBackOnce(request, services, read.value);
    if (!outcome.ok) return showAsked(request, reply, services, { [outcome.field]: outcome.message }, typed);
    return reply.redirect(outcome.value, 303);
  });
}

/** Writes down advice that came by other means. */
export async function recordOnce(
  request: FastifyRequest,
  services: Services,
  form: z.output<typeof recordSchema>,
): Promise<Outcome> {
  const id = idIn(request, 'adviceRequestId');
  const recorded = recordAdvice(form, englishDay(services.now()));
  if (!recorded.ok) return recorded;
  return request.once(async (tx) => {
    const asked = found(await findAsked(tx, id));
    if (asked.assessmentId !== idIn(request, 'assessmentId')) throw new NotTheirs();
    // Locked, so that advice cannot be recorded twice at once.
    const assessment = found(await lockAssessment(tx, asked.assessmentId));
    const one = found(assessment.asked.find((other) => other.id === id));
    if (one.refused !== null) return refused('statement', REFUSED);
    const before = await findAdvice(tx, id);
    const corrects = before === undefined ? null : correctionOf(asked, before, await listQuestions(tx, id));
    if (before !== undefined && corrects === null)
      return refused('statement', 'This advice has already been received');
    const words = { ...recorded.value, ...(corrects === null ? {} : { corrects }) };
    if (!(await insertRecorded(tx, asked, words, staffName(request))))
      return refused('statement', BEGUN_HERE);
    await recordEvent(tx, {
      authorityId: asked.authorityId,
      childId: asked.childId,
      kind: corrects === null ? 'advice recorded' : 'advice corrected',
      subject: 'advice request',
      subjectId: id,
      data: { assessmentId: asked.assessmentId, paragraph: asked.paragraph },
    });
    return accepted(`/assessments/${asked.assessmentId}`);
  });
}

/** Takes a request for advice back. */
export function takeBackOnce(
  request: FastifyRequest,
  services: Services,
  form: z.output<typeof withdrawalSchema>,
): Promise<Outcome> {
  const ask = { assessmentId: idIn(request, 'assessmentId'), id: idIn(request, 'adviceRequestId') };
  return request.once((tx) => takeBack(tx, { ...ask, ...form }, englishDay(services.now())));
}

const BEGUN_HERE =
  'They have begun to write this advice here. Ask them to sign it; or take this request back, and ask again by other means';

const REFUSED =
  'They told you that they cannot give this advice. Ask again, and record it under that request';

const askSchema = z.object({
  paragraph: z.enum(PARAGRAPHS).nullable().catch(null),
  organisationId: z.string().default(''),
  contactId: z.string().default(''),
  adviserName: z.string().max(200, 'The name must be 200 characters or fewer').default(''),
  questions: z.string().max(5000, 'What you are asking must be 5,000 characters or fewer').default(''),
  documents: z.string().default(''),
  // A form that asks what to give says so, even where nothing is chosen; one that does not leaves it to the law.
  copies: z.string().nullable().default(null),
  insteadOf: z.string().default(''),
});

export const withdrawalSchema = z.object({
  reason: z.string().max(2000, 'The reason must be 2,000 characters or fewer').default(''),
});

export const recordSchema = z.object({
  statement: z.string().max(20_000, 'The advice must be 20,000 characters or fewer').default(''),
  signedName: z.string().max(200, 'The name must be 200 characters or fewer').default(''),
  signedRole: z.string().max(200, 'The role must be 200 characters or fewer').default(''),
  signedOn: optionalDayField('the date on the advice'),
  returnedOn: optionalDayField('the date you received the advice'),
});

async function showAsk(
  request: FastifyRequest,
  reply: FastifyReply,
  errors: FieldErrors,
  sent: Typed,
  professional = '',
) {
  const id = idIn(request, 'assessmentId');
  const { assessment, ...people } = await request.act(async (tx) => {
    const assessment = found(await findAssessment(tx, id));
    const contacts = await listContacts(tx, assessment.childId);
    const documents = await listDocuments(tx, assessment.childId);
    const known = await listKnown(tx, assessment.childId);
    const questions = await listKnownQuestions(tx, { assessmentId: id });
    const organisations = await listOrganisations(tx);
    const copyables = await listCopyables(tx, assessment, null);
    const said = { known, unconfirmed: unconfirmed(questions), copyables };
    return { assessment, organisations, contacts, documents, ...said };
  });
  request.readsChildFile(assessment);
  const who = people.known.find((one) => one.id === professional);
  // Whoever is chosen from the list is filled in; the rest is for staff to say.
  const typed = who === undefined ? sent : { ...sent, adviserName: who.name === '' ? who.role : who.name };
  const form = { assessmentId: id, childName: assessment.childName, typed, errors, formKey: randomUUID() };
  return reply.page(<AskPage page={request.pageContext()} {...people} {...form} />, statusOf(errors));
}

async function showAsked(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  errors: FieldErrors,
  typed: Typed,
) {
  const id = idIn(request, 'adviceRequestId');
  const turn = whereToTurn(services.authority);
  const { asked, ...given } = await request.act(async (tx) => {
    const one = found(await findAsked(tx, id));
    const askedBack = await listQuestions(tx, id);
    const missed = await listMissed(tx, id);
    const assessment = await findAssessment(tx, one.assessmentId);
    const refused = assessment?.asked.find((other) => other.id === id)?.refused ?? null;
    return {
      asked: one,
      versions: await listVersions(tx, id),
      askedBack,
      refused,
      unconfirmed: assessment?.asked.find((other) => other.id === id)?.unconfirmed ?? null,
      files: await listAdviceFiles(tx, id),
      copies: await listCopies(tx, id),
      missed,
      excused: await excusesOf(tx, one),
    };
  });
  if (asked.assessmentId !== idIn(request, 'assessmentId')) throw new NotTheirs();
  request.readsChildFile(asked);
  const shown = {
    ...asked,
    dueOn: adviceDue(asked.receivedOn),
    ...given,
    mayAskBack: asked.paragraph !== 'a' && mayUse(staff, request.actor),
    toSend: (asked.organisationId === null ? given.askedBack : [])
      .filter(({ answeredOn }) => answeredOn === null)
      .map(({ question }) => questionToSend({ ...asked, question }, turn)),
    typed,
    errors,
    formKey: randomUUID(),
    takeBackKey: randomUUID(),
  };
  return reply.page(<AskedPage page={request.pageContext()} {...shown} />, statusOf(errors));
}

function statusOf(errors: FieldErrors): number {
  return Object.keys(errors).length === 0 ? 200 : 400;
}

import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalText, readForm, type Typed } from '../../platform/http/forms.ts';
import { findPeople } from '../../platform/identity/first-person.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { whereToTurn } from '../requests/index.ts';
import { type Advice, type AdviceAsked, findAsked, listVersions } from './advice-store.ts';
import { findLastGiven } from './allocation-store.ts';
import { staffName } from './assessment-routes.tsx';
import { questionAboutAdvice, questionWaits } from './letters.ts';
import { QuestionPage } from './pages/question.tsx';
import { insertQuestion } from './question-store.ts';
import { askBack, linesOf, WHOLE } from './questions.ts';
import { peopleToRemind } from './reminders.ts';
import { headOf } from './row-words.ts';
import { questionBack, questionOnStatement } from './signing.ts';
import { lockAssessment } from './store.ts';

const staff = ['caseworker', 'manager'] as const;
const at = '/assessments/:assessmentId/advice-requests/:adviceRequestId/questions';

/** Staff send signed advice back to its author with a question about one of its lines, or about what staff wrote down of it. */
export function questionRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: staff, childFile: true } }, (request, reply) =>
    show(request, reply, {}, null),
  );

  app.post(at, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(questionSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await sendBack(request, services, read.value);
    if (!outcome.ok) return show(request, reply, { [outcome.field]: outcome.message }, read.value);
    return reply.redirect(outcome.value, 303);
  });
}

/**
 * Sends signed advice back to its author with a question, and tells whoever has it there, and its administrators, by email. To an
 * author outside any organisation here staff send it themselves, in the words that the page of the advice then shows.
 */
export async function sendBack(
  request: FastifyRequest,
  services: Services,
  form: { line: string; question: string },
) {
  const of = await request.act((tx) => signedAdvice(tx, request));
  const ids = of.asked.organisationId === null ? [] : [of.asked.organisationId];
  const people = await findPeople(services.database, ids);
  return request.once(async (tx) => {
    const { asked, latest } = await signedAdvice(tx, request);
    // Locked, so that a question and a signature at once keep an order.
    await lockAssessment(tx, asked.assessmentId);
    const question = askBack(latest.content, form);
    if (!question.ok) return question;
    const on = englishDay(services.now());
    await insertQuestion(tx, asked, latest, { ...question.value, on, by: staffName(request) });
    const { authorityId, childId, organisationId } = asked;
    if (organisationId !== null)
      await tell(tx, services, { asked: { ...asked, organisationId }, latest, asks: question.value }, people);
    await recordEvent(tx, {
      authorityId,
      childId,
      kind: 'question sent back about advice',
      subject: 'advice request',
      subjectId: asked.id,
      ...(organisationId === null ? {} : { organisationId }),
      data: { assessmentId: asked.assessmentId, paragraph: asked.paragraph },
    });
    return accepted(`/assessments/${asked.assessmentId}/advice-requests/${asked.id}`);
  });
}

/** Tells the organisation of its author in a letter, and whoever has it and its administrators by email. */
async function tell(
  tx: Tx,
  services: Services,
  { asked, latest, asks }: { asked: AdviceAsked & { organisationId: Uuid }; latest: Advice; asks: Asks },
  people: Awaited<ReturnType<typeof findPeople>>,
): Promise<void> {
  const { authorityId, childId, organisationId } = asked;
  const turn = whereToTurn(services.authority);
  const href = `${services.config.baseUrl}/advice/${asked.id}`;
  const row = latest.content.rows.find(({ id }) => id === asks.rowId);
  const line = row === undefined ? null : headOf(row);
  await sendLetter(tx, {
    authorityId,
    childId,
    to: { kind: 'organisation', organisationId, name: asked.adviserName },
    template: 'question about advice',
    ...questionAboutAdvice({ ...asked, line, question: asks.question, href }, turn),
  });
  // As when it is late: whoever has it, and in any case whoever looks after the inbox.
  const told = peopleToRemind('overdue', await findLastGiven(tx, asked.id), people);
  const words = questionWaits({ ...asked, href }, turn);
  for (const { name, email } of told) {
    const to = { kind: 'somebody', name, email } as const;
    await sendLetter(tx, { authorityId, childId, to, template: 'question in the inbox', ...words });
  }
}

type Asks = { rowId: Uuid | null; question: string };

const questionSchema = z.object({ line: z.string().default(''), question: optionalText(2000) });

// A family's own views are asked about in a message, and not sent back.
async function signedAdvice(tx: Tx, request: FastifyRequest) {
  const asked = found(await findAsked(tx, idIn(request, 'adviceRequestId')));
  if (asked.assessmentId !== idIn(request, 'assessmentId')) throw new NotTheirs();
  const latest = found((await listVersions(tx, asked.id)).at(-1));
  if (asked.paragraph === 'a') throw new NotTheirs();
  return { asked, latest };
}

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed | null) {
  const { asked, latest } = await request.act((tx) => signedAdvice(tx, request));
  request.readsChildFile(asked);
  const { line } = z.object({ line: z.string().catch(WHOLE) }).parse(request.query);
  const row = latest.content.rows.find(({ id }) => id === line);
  const whole = row === undefined ? questionOnStatement(latest.content) : '';
  const suggested = row?.kind === 'provision' ? questionBack(row) : whole;
  const form = {
    lines: linesOf(latest.content),
    typed: typed ?? { line: row?.id ?? WHOLE, question: suggested },
    errors,
    formKey: randomUUID(),
  };
  const page = <QuestionPage page={request.pageContext()} {...asked} {...form} />;
  return reply.page(page, hasErrors(errors) ? 400 : 200);
}

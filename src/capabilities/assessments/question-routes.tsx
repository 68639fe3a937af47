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
import { whereToTurn } from '../requests/index.ts';
import { findAsked, listVersions } from './advice-store.ts';
import { findLastGiven } from './allocation-store.ts';
import { staffName } from './assessment-routes.tsx';
import { questionAboutAdvice, questionWaits } from './letters.ts';
import { QuestionPage } from './pages/question.tsx';
import { insertQuestion } from './question-store.ts';
import { askBack, linesOf, WHOLE } from './questions.ts';
import { peopleToRemind } from './reminders.ts';
import { headOf } from './row-words.ts';
import { questionBack } from './signing.ts';
import { lockAssessment } from './store.ts';

const staff = ['caseworker', 'manager'] as const;
const at = '/assessments/:assessmentId/advice-requests/:adviceRequestId/questions';

/** Staff send signed advice back to its author with a question about one of its lines. */
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

/** Sends signed advice back to its author with a question, and tells whoever has it there, and its administrators, by email. */
export async function sendBack(
  request: FastifyRequest,
  services: Services,
  form: { line: string; question: string },
) {
  const of = await request.act((tx) => signedAdvice(tx, request));
  const people = await findPeople(services.database, [of.asked.organisationId]);
  return request.once(async (tx) => {
    const { asked, latest } = await signedAdvice(tx, request);
    // Locked, so that a question and a signature at once keep an order.
    await lockAssessment(tx, asked.assessmentId);
    const question = askBack(latest.content, form);
    if (!question.ok) return question;
    const on = englishDay(services.now());
    await insertQuestion(tx, asked, latest, { ...question.value, on, by: staffName(request) });
    const { authorityId, childId, organisationId } = asked;
    const row = latest.content.rows.find(({ id }) => id === question.value.rowId);
    await sendLetter(tx, {
      authorityId,
      childId,
      to: { kind: 'organisation', organisationId, name: asked.adviserName },
      template: 'question about advice',
      ...questionAboutAdvice(
        {
          childName: asked.childName,
          paragraph: asked.paragraph,
          line: row === undefined ? null : headOf(row),
          question: question.value.question,
          href: `${services.config.baseUrl}/advice/${asked.id}`,
        },
        whereToTurn(services.authority),
      ),
    });
    // As when it is late: whoever has it, and in any case whoever looks after the inbox.
    const told = peopleToRemind('overdue', await findLastGiven(tx, asked.id), people);
    const href = `${services.config.baseUrl}/advice/${asked.id}`;
    const words = questionWaits({ ...asked, href }, whereToTurn(services.authority));
    for (const { name, email } of told) {
      const to = { kind: 'somebody', name, email } as const;
      await sendLetter(tx, { authorityId, childId, to, template: 'question in the inbox', ...words });
    }
    await recordEvent(tx, {
      authorityId,
      childId,
      kind: 'question sent back about advice',
      subject: 'advice request',
      subjectId: asked.id,
      organisationId,
      data: { assessmentId: asked.assessmentId, paragraph: asked.paragraph },
    });
    return accepted(`/assessments/${asked.assessmentId}/advice-requests/${asked.id}`);
  });
}

const questionSchema = z.object({ line: z.string().default(''), question: optionalText(2000) });

// Only advice whose author is an organisation here: anybody else is written to, and answers by other means.
async function signedAdvice(tx: Tx, request: FastifyRequest) {
  const asked = found(await findAsked(tx, idIn(request, 'adviceRequestId')));
  if (asked.assessmentId !== idIn(request, 'assessmentId')) throw new NotTheirs();
  const latest = found((await listVersions(tx, asked.id)).at(-1));
  return { asked: { ...asked, organisationId: found(asked.organisationId) }, latest };
}

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed | null) {
  const { asked, latest } = await request.act((tx) => signedAdvice(tx, request));
  request.readsChildFile(asked);
  const { line } = z.object({ line: z.string().catch(WHOLE) }).parse(request.query);
  const row = latest.content.rows.find(({ id }) => id === line);
  const suggested = row?.kind === 'provision' ? questionBack(row) : '';
  const form = {
    lines: linesOf(latest.content),
    typed: typed ?? { line: row?.id ?? WHOLE, question: suggested },
    errors,
    formKey: randomUUID(),
  };
  const page = <QuestionPage page={request.pageContext()} {...asked} {...form} />;
  return reply.page(page, hasErrors(errors) ? 400 : 200);
}

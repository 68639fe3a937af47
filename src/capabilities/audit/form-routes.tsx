import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { noun } from '../../platform/http/json.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { accepted, refused } from '../../shared/result.ts';
import { FormPage } from './pages/form.tsx';
import type { Question } from './questions.ts';
import { type FormAnswers, formSchema } from './schema.ts';
import { findForm, insertForm, lockForm } from './store.ts';
import { LOOKERS, MAKERS, staffOf } from './who-routes.ts';

const url = '/audits/form';
const makes = { access: MAKERS } as const;

/** The authority's form: what an audit asks, what good looks like, and how much each question weighs. */
export function formRoutes(app: FastifyInstance, services: Services): void {
  app.get(url, { config: makes }, (request, reply) => show(request, reply, {}, {}));

  app.post(url, { config: makes }, async (request, reply) => {
    const read = readForm(formSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await changeOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  const takes = noun(app, `/api${url}`, {
    summary: 'The questions of an audit, what good looks like for each, where it comes from and its weight',
    tag: 'audit',
    may: { access: LOOKERS },
    answer: z.object({
      number: z.int(),
      questions: z
        .array(
          z.object({
            id: z.string(),
            quality: z.string(),
            source: z.string(),
            question: z.string(),
            good: z.string(),
            weight: z.int(),
          }),
        )
        .readonly(),
    }),
    show: (request) => request.act(findForm),
  });
  takes(`/api${url}`, {
    summary: 'Change the form: a new version of it, for the rounds made from then on',
    may: makes,
    form: formSchema,
    act: (request, form) => changeOnce(request, services, form),
  });
}

function changeOnce(request: FastifyRequest, services: Services, answers: FormAnswers): Promise<Outcome> {
  const { authorityId, name: by } = staffOf(request);
  return request.once(async (tx) => {
    await lockForm(tx, authorityId);
    const { number, questions } = await findForm(tx);
    if (answers['version'] !== number)
      return refused(
        `question-${questions[0]?.id}`,
        'Somebody has changed the form since you opened it. Open it anew to see what they saved; what you typed is below',
      );
    const changed = questions.map((one) => changedBy(answers, one));
    if (changed.every(({ weight }) => weight === 0))
      return refused(`weight-${changed[0]?.id}`, 'Give at least one question a weight above 0');
    const made = { by, at: services.now() };
    const subjectId = await insertForm(tx, authorityId, { number: number + 1, questions: changed }, made);
    const kind = 'audit form changed';
    await recordEvent(tx, { authorityId, childId: null, kind, subject: 'audit form', subjectId });
    return accepted('/audits');
  });
}

function changedBy(answers: FormAnswers, one: Question): Question {
  return {
    ...one,
    question: String(answers[`question-${one.id}`]),
    good: String(answers[`good-${one.id}`]),
    weight: Number(answers[`weight-${one.id}`]),
  };
}

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const form = await request.act(findForm);
  return reply.page(
    <FormPage page={request.pageContext()} {...{ form, errors, typed }} formKey={randomUUID()} />,
    Object.keys(errors).length > 0 ? 400 : 200,
  );
}

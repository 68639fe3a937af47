import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { getDeadline } from '../../law/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalDayField, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { listExceptions, toClock } from '../requests/index.ts';
import { missingAdvice, stageOf } from './assessment.ts';
import { recordDecision } from './deciding.ts';
import { withoutField } from './decision.ts';
import { findDecision } from './decision-store.ts';
import { listMissedToDecide } from './missed-store.ts';
import { IssueDecisionPage } from './pages/decision.tsx';
import { AssessmentPage } from './pages/show.tsx';
import { adviceDue } from './post.ts';
import { findAssessment, organisationsAsked } from './store.ts';

const staff = ['caseworker', 'manager'] as const;
/** An assessment as staff have it, and deciding whether to issue a plan. */
export function assessmentRoutes(app: FastifyInstance, services: Services): void {
  app.get(
    '/assessments/:assessmentId',
    { config: { access: 'staff', childFile: true } },
    async (request, reply) => {
      const id = idIn(request, 'assessmentId');
      const today = englishDay(services.now());
      const { assessment, decision, exceptions, missed } = await request.act(async (tx) => {
        const assessment = found(await findAssessment(tx, id));
        return {
          assessment,
          decision: (await findDecision(tx, id)) ?? null,
          exceptions: await listExceptions(tx, assessment.requestId),
          missed: mayUse(staff, request.actor) ? await listMissedToDecide(tx, id) : [],
        };
      });
      request.readsChildFile(assessment);
      const refuse = toClock(getDeadline('T03', { from: assessment.receivedOn }), exceptions);
      const issue = toClock(getDeadline('T04', { from: assessment.receivedOn }), exceptions);
      const clocks = [
        { ...refuse, today, doneOn: decision?.notifiedOn ?? null },
        // Once it is decided, the plan's own page keeps the limit of the final plan, which knows when it was issued.
        ...(decision === null ? [{ ...issue, today }] : []),
      ];
      const shown = {
        ...assessment,
        stage: stageOf(assessment),
        today,
        clocks,
        decision,
        asked: assessment.asked.map((one) => ({ ...one, dueOn: adviceDue(one.receivedOn) })),
        missed,
        toAsk: missingAdvice(assessment)
          .filter((gap) => gap.asked === null)
          .map((gap) => gap.paragraph),
      };
      return reply.page(<AssessmentPage page={request.pageContext()} {...shown} />);
    },
  );

  app.get(
    '/assessments/:assessmentId/decision',
    { config: { access: staff, childFile: true } },
    async (request, reply) => showDecision(request, reply, {}, {}),
  );

  app.post('/assessments/:assessmentId/decision', { config: { access: staff } }, async (request, reply) => {
    const id = idIn(request, 'assessmentId');
    const typed = typedIn(request.body);
    const read = readForm(decisionSchema, request.body);
    if (!read.ok) return showDecision(request, reply, read.errors, typed);
    const { necessary, tell, ...words } = read.value;
    const form = {
      ...words,
      necessary: necessary === undefined ? null : necessary === 'yes',
      withoutAdvice: reasonsIn(typed),
    };
    const by = { name: staffName(request), today: englishDay(services.now()) };
    const outcome = await request.once((tx) =>
      recordDecision(tx, services, { id, form, tell: tell.split(',') }, by),
    );
    if (!outcome.ok) return showDecision(request, reply, { [outcome.field]: outcome.message }, typed);
    return reply.redirect(outcome.value, 303);
  });
}

const long = z.string().max(20_000, 'This must be 20,000 characters or fewer').default('');
const decisionSchema = z.object({
  necessary: z.enum(['yes', 'no']).optional().catch(undefined),
  evidence: long,
  reasons: long,
  whatWouldChange: long,
  decidedOn: optionalDayField('the date of the decision'),
  tell: z.string().default(''),
});

// One box for each piece of advice that is not in, named after it.
function reasonsIn(typed: Typed): Record<string, string> {
  const asked = Object.entries(typed).filter(([field]) => field.startsWith(withoutField('')));
  return Object.fromEntries(asked.map(([field, reason]) => [field.slice(withoutField('').length), reason]));
}

async function showDecision(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const id = idIn(request, 'assessmentId');
  const assessment = await request.act(async (tx) => found(await findAssessment(tx, id)));
  request.readsChildFile(assessment);
  const shown = {
    assessmentId: id,
    childName: assessment.childName,
    missing: missingAdvice(assessment),
    organisations: organisationsAsked(assessment.asked),
    typed,
    errors,
    formKey: randomUUID(),
  };
  const status = Object.keys(errors).length === 0 ? 200 : 400;
  return reply.page(<IssueDecisionPage page={request.pageContext()} {...shown} />, status);
}

export function staffName({ actor }: FastifyRequest): string {
  if (actor?.kind !== 'staff') throw new NotTheirs();
  return actor.name;
}

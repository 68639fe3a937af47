import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { getDeadline } from '../../law/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalText, readForm } from '../../platform/http/forms.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { insertException, recordException } from '../requests/index.ts';
import { findAsked } from './advice-store.ts';
import { staffName } from './assessment-routes.tsx';
import { decideMissed, type Missed } from './missed.ts';
import { insertMissedDecision, listMissed, lockMissed } from './missed-store.ts';
import { MissedDecisionPage } from './pages/missed-decision.tsx';
import { findAssessment } from './store.ts';

const staff = ['caseworker', 'manager'] as const;
const at =
  '/assessments/:assessmentId/advice-requests/:adviceRequestId/missed-appointments/:missedAppointmentId';

/** Staff decide whether a missed appointment is a lawful exception to the six weeks (SEND Regulations 2014, reg. 8(2)). */
export function missedDecisionRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: staff, childFile: true } }, (request, reply) =>
    show(request, reply, {}, {}),
  );

  app.post(at, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(decisionSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const { excuses, reason } = read.value;
    const form = { excuses: excuses === undefined ? null : excuses === 'yes', reason };
    const outcome = await decideOnce(request, services, form);
    if (!outcome.ok) return show(request, reply, { [outcome.field]: outcome.message }, { ...read.value });
    return reply.redirect(outcome.value, 303);
  });
}

/** Decides, once, whether a missed appointment excuses the six weeks. */
export function decideOnce(
  request: FastifyRequest,
  services: Services,
  form: { excuses: boolean | null; reason: string },
) {
  const today = englishDay(services.now());
  return request.once(async (tx) => {
    const missedAppointmentId = idIn(request, 'missedAppointmentId');
    await lockMissed(tx, missedAppointmentId);
    const { asked, missed, requestId } = await theMissed(tx, request);
    const decided = decideMissed(missed, form);
    if (!decided.ok) return decided;
    const by = staffName(request);
    let exceptionId: string | null = null;
    if (decided.value.excuses) {
      const exception = recordException(
        [getDeadline('T02', { from: asked.receivedOn })],
        asForm(missed, form.reason),
        today,
      );
      // Whatever the law says against it is said beside the choice: the form has no box for the day or the evidence.
      if (!exception.ok) return { ...exception, field: 'excuses' };
      const { authorityId, childId, id, organisationId } = asked;
      const to = { authorityId, childId, requestId, advice: { id, organisationId } };
      exceptionId = await insertException(tx, to, exception.value, by);
      await recordEvent(tx, {
        authorityId,
        childId,
        kind: 'lawful exception recorded',
        subject: 'exception',
        subjectId: exceptionId,
      });
    }
    await insertMissedDecision(tx, asked, {
      ...decided.value,
      missedId: missed.id,
      exceptionId,
      on: today,
      by,
    });
    await recordEvent(tx, {
      authorityId: asked.authorityId,
      childId: asked.childId,
      kind: 'missed appointment considered',
      subject: 'missed appointment',
      subjectId: missed.id,
      organisationId: asked.organisationId,
      data: { excuses: decided.value.excuses },
    });
    return accepted(`/assessments/${asked.assessmentId}/advice-requests/${asked.id}`);
  });
}

const decisionSchema = z.object({
  excuses: z.enum(['yes', 'no']).optional().catch(undefined),
  reason: optionalText(2000),
});

function asForm({ missedOn, what, evidence }: Missed, reason: string) {
  const words = `${what}: ${evidence}`;
  return {
    ground: 'appointment missed',
    from: missedOn,
    until: missedOn,
    adviceAskedOn: null,
    reason,
    evidence: words,
  } as const;
}

async function theMissed(tx: Tx, request: FastifyRequest) {
  const asked = found(await findAsked(tx, idIn(request, 'adviceRequestId')));
  if (asked.assessmentId !== idIn(request, 'assessmentId')) throw new NotTheirs();
  const id = idIn(request, 'missedAppointmentId');
  const missed = found((await listMissed(tx, asked.id)).find((one) => one.id === id));
  const { requestId } = found(await findAssessment(tx, asked.assessmentId));
  return { asked: { ...asked, organisationId: found(asked.organisationId) }, missed, requestId };
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  errors: FieldErrors,
  typed: Readonly<Record<string, string | undefined>>,
) {
  const { asked, missed } = await request.act((tx) => theMissed(tx, request));
  request.readsChildFile(asked);
  const form = { missed, typed, errors, formKey: randomUUID() };
  const page = <MissedDecisionPage page={request.pageContext()} {...asked} {...form} />;
  return reply.page(page, hasErrors(errors) ? 400 : 200);
}

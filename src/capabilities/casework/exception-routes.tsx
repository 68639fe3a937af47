import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import {
  dayField,
  optionalDayField,
  optionalText,
  readForm,
  type Typed,
  textField,
  typedIn,
} from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, type Refusal, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findAssessment, sayParagraph } from '../assessments/index.ts';
import { findChild, fullName } from '../children/index.ts';
import {
  excusedBy,
  findRequest,
  groundsOf,
  insertException,
  listAllExceptions,
  readGround,
  recordException,
  withdrawException,
} from '../requests/index.ts';
import type { Case } from './case.ts';
import { type AskedOf, limitsOf, OURS } from './exceptions.ts';
import { ExceptionsPage, type ShownException, WithdrawExceptionPage } from './pages/exceptions.tsx';
import { listCasesOfChild } from './store.ts';

const caseworkers = ['caseworker', 'manager'] as const;

export const exceptionSchema = z.object({
  limit: z.string({ error: 'Select which time limit' }),
  ground: z.string().default('').transform(readGround),
  from: dayField('the first day'),
  until: optionalDayField('the last day'),
  adviceAskedOn: optionalDayField('the day advice was asked for'),
  reason: optionalText(2000),
  evidence: optionalText(2000),
});
export const withdrawalSchema = z.object({ reason: textField('Enter why it is withdrawn', 2000) });

/** The lawful exceptions of a case: SEND Regulations 2014, regs 5(4), 8(2), 10(4) and 13(3). */
export function exceptionRoutes(app: FastifyInstance, services: Services): void {
  const at = '/cases/:childId/exceptions';

  app.get(at, { config: { access: 'staff', childFile: true } }, (request, reply) =>
    show(request, reply, {}, {}),
  );

  app.post(at, { config: { access: caseworkers } }, async (request, reply) => {
    const read = readForm(exceptionSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await recordOnce(request, services, read.value);
    return outcome.ok ? reply.redirect(outcome.value, 303) : again(request, reply, outcome);
  });

  app.get(
    `${at}/:exceptionId/withdrawal`,
    { config: { access: caseworkers, childFile: true } },
    (request, reply) => showWithdrawal(request, reply, {}, {}),
  );

  app.post(`${at}/:exceptionId/withdrawal`, { config: { access: caseworkers } }, async (request, reply) => {
    const read = readForm(withdrawalSchema, request.body);
    if (!read.ok) return showWithdrawal(request, reply, read.errors, read.typed);
    const outcome = await withdrawOnce(request, services, read.value);
    return reply.redirect(outcome.ok ? outcome.value : '/cases', 303);
  });

  async function again(request: FastifyRequest, reply: FastifyReply, { field, message }: Refusal) {
    return show(request, reply, { [field]: message }, typedIn(request.body));
  }

  async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const shown = await readExceptions(request);
    const form = {
      childId: idIn(request, 'childId'),
      typed,
      errors,
      formKey: randomUUID(),
      canRecord: mayUse(caseworkers, request.actor),
    };
    const page = <ExceptionsPage page={request.pageContext()} {...shown} {...form} />;
    return reply.page(page, hasErrors(errors) ? 400 : 200);
  }

  async function showWithdrawal(
    request: FastifyRequest,
    reply: FastifyReply,
    errors: FieldErrors,
    typed: Typed,
  ) {
    const childId = idIn(request, 'childId');
    const { one, authorityId, childName } = await request.act((tx) => openException(tx, request));
    request.readsChildFile({ authorityId, childId });
    const form = { childId, childName, one, typed, errors, formKey: randomUUID() };
    const page = <WithdrawExceptionPage page={request.pageContext()} {...form} />;
    return reply.page(page, hasErrors(errors) ? 400 : 200);
  }
}

export function recordOnce(
  request: FastifyRequest,
  services: Services,
  { limit, ...form }: z.infer<typeof exceptionSchema>,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  return request.once(async (tx) => {
    const { current, subject, asked, authorityId } = await openCase(tx, childId);
    const one = asked.find(({ id }) => id === limit) ?? null;
    if (one === null && limit !== OURS) return refused('limit', 'Select which time limit');
    const exception = recordException(limitsOf(subject, one), form, englishDay(services.now()));
    if (!exception.ok) return exception;
    const advice = one === null ? null : { id: one.id, organisationId: one.organisationId };
    const to = { authorityId, childId, requestId: current.requestId, advice };
    const id = await insertException(tx, to, exception.value, nameOf(request));
    await event(tx, to, 'lawful exception recorded', id);
    return accepted(`/cases/${childId}/exceptions`);
  });
}

export function withdrawOnce(
  request: FastifyRequest,
  services: Services,
  { reason }: z.infer<typeof withdrawalSchema>,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  return request.once(async (tx) => {
    const { one, authorityId } = await openException(tx, request);
    const withdrawn = { on: englishDay(services.now()), reason, by: nameOf(request) };
    if (await withdrawException(tx, one.id, withdrawn))
      await event(tx, { authorityId, childId }, 'lawful exception withdrawn', one.id);
    return accepted(`/cases/${childId}/exceptions`);
  });
}

/** What was recorded of every request about the child, what each excuses, and on what grounds the law allows more. */
export async function readExceptions(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const shown = await request.act(async (tx) => {
    const { subject, asked, cases, ...child } = await openCase(tx, childId);
    const recorded: Recorded[] = [];
    for (const one of cases) recorded.push(...(await recordedOf(tx, one, cases.length > 1)));
    const all = [...limitsOf(subject, null), ...asked.flatMap((one) => limitsOf(subject, one))];
    const { childName, authorityId } = child;
    return { childName, authorityId, asked, recorded, grounds: groundsOf(all) };
  });
  request.readsChildFile({ authorityId: shown.authorityId, childId });
  return shown;
}

type Recorded = ShownException & { adviceRequestId: Uuid | null };

/** What was recorded of one request, which is named where there are others. */
async function recordedOf(tx: Tx, one: Case, named: boolean): Promise<Recorded[]> {
  const exceptions = await listAllExceptions(tx, one.requestId);
  if (exceptions.length === 0) return [];
  const { subject, asked } = await openRequest(tx, one);
  return exceptions.map((exception) => ({
    ...exception,
    request: named ? one.reference : null,
    excuses: excusedBy(
      exception,
      limitsOf(subject, asked.find(({ id }) => id === exception.adviceRequestId) ?? null),
    ),
    recordedOn: englishDay(exception.recordedAt),
  }));
}

async function openCase(tx: Tx, childId: Uuid) {
  const child = found(await findChild(tx, childId));
  const cases = await listCasesOfChild(tx, childId);
  const current = found(cases[0]);
  const opened = await openRequest(tx, current);
  return { current, cases, ...opened, childName: fullName(child), authorityId: child.authorityId };
}

async function openRequest(tx: Tx, { requestId, assessmentId }: Case) {
  const subject = found(await findRequest(tx, requestId));
  const assessment = assessmentId === null ? undefined : await findAssessment(tx, assessmentId);
  const asked: AskedOf[] = (assessment?.asked ?? []).map((one) => ({
    id: one.id,
    organisationId: one.organisationId,
    receivedOn: one.receivedOn,
    words: `${sayParagraph(one.paragraph)}, ${one.adviser}`,
  }));
  return { subject, asked };
}

async function openException(tx: Tx, request: FastifyRequest) {
  const { cases, childName, authorityId } = await openCase(tx, idIn(request, 'childId'));
  const exceptionId = idIn(request, 'exceptionId');
  const recorded = await Promise.all(cases.map(({ requestId }) => listAllExceptions(tx, requestId)));
  return { one: found(recorded.flat().find(({ id }) => id === exceptionId)), childName, authorityId };
}

function event(
  tx: Tx,
  { authorityId, childId }: { authorityId: number; childId: string },
  kind: string,
  id: string,
) {
  return recordEvent(tx, { authorityId, childId, kind, subject: 'exception', subjectId: id });
}

function nameOf({ actor }: FastifyRequest): string {
  return actor?.kind === 'staff' ? actor.name : 'The service';
}

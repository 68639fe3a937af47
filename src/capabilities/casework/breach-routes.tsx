import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { optionalText, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { listAmendments } from '../plans/index.ts';
import { findRequest } from '../requests/index.ts';
import { breachesOf, giveReason } from './breach.ts';
import { listReasonKinds, listReasons, saveReason } from './breach-store.ts';
import type { Case } from './case.ts';
import { staffOf } from './list-routes.tsx';
import { LatePage, type LateRequest } from './pages/late.tsx';
import { listCasesOfChild } from './store.ts';

const caseworkers = ['caseworker', 'manager'] as const;
const AT = '/cases/:childId/late';
export const reasonSchema = z.object({
  limit: z.string().default(''),
  kind: z.string().default(''),
  reason: optionalText(2000),
});

type Sent = { typed: Typed; errors: Readonly<Record<string, string>> };

/** Why a case is late: recorded by staff, for the family to read and the authority to learn from. It excuses nothing. */
export function breachRoutes(app: FastifyInstance, services: Services): void {
  app.get(AT, { config: { access: 'staff', childFile: true } }, (request, reply) => show(request, reply));

  app.post(AT, { config: { access: caseworkers } }, async (request, reply) => {
    const read = readForm(reasonSchema, request.body);
    if (!read.ok) return show(request, reply, read);
    const outcome = await giveReasonOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, {
      typed: typedIn(request.body),
      errors: { [outcome.field]: outcome.message },
    });
  });

  async function show(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const childId = idIn(request, 'childId');
    const shown = await readBreaches(request, services);
    const form = {
      childId,
      formKey: randomUUID(),
      typed: sent?.typed ?? {},
      errors: sent?.errors ?? {},
      canRecord: mayUse(caseworkers, request.actor),
    };
    return reply.page(
      <LatePage page={request.pageContext()} {...{ ...shown, ...form }} />,
      sent === undefined ? 200 : 400,
    );
  }
}

/** Records why a limit passed, once: the family reads it. */
export function giveReasonOnce(
  request: FastifyRequest,
  services: Services,
  { kind, ...form }: z.infer<typeof reasonSchema>,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  const now = services.now();
  return request.once(async (tx) => {
    const { authorityId, requests, kinds } = await open(tx, childId, englishDay(now));
    const breaches = requests.flatMap((one) => one.breaches);
    const given = giveReason(breaches, kinds, { ...form, kindId: kind === '' ? null : kind });
    if (!given.ok) return given;
    const of = { authorityId, childId };
    const by = { by: staffOf(request).name, on: englishDay(now), at: now };
    const subjectId = await saveReason(tx, of, given.value, by);
    const what = { kind: 'reason for lateness recorded', subject: 'breach reason', subjectId };
    await recordEvent(tx, { authorityId, childId, ...what, data: { limit: given.value.breach.limit } });
    return accepted(`/cases/${childId}/late`);
  });
}

/** The limits that passed of every request about a child, and the reasons that stand for them. */
export async function readBreaches(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const shown = await request.act((tx) => open(tx, childId, englishDay(services.now())));
  request.readsChildFile({ authorityId: shown.authorityId, childId });
  return shown;
}

async function open(tx: Tx, childId: Uuid, today: PlainDate) {
  const child = found(await findChild(tx, childId));
  const cases = await listCasesOfChild(tx, childId);
  found(cases[0]);
  const requests: LateRequest[] = [];
  for (const one of cases) requests.push(await lateRequest(tx, one, today));
  return {
    authorityId: child.authorityId,
    childName: fullName(child),
    requests,
    kinds: await listReasonKinds(tx),
  };
}

async function lateRequest(tx: Tx, now: Case, today: PlainDate): Promise<LateRequest> {
  const { requestId, reference, receivedOn } = now;
  const { variant } = found(await findRequest(tx, requestId));
  const amendments = now.planId === null ? [] : await listAmendments(tx, now.planId);
  return {
    requestId,
    reference,
    receivedOn,
    breaches: breachesOf(now, variant, today, amendments),
    reasons: await listReasons(tx, requestId),
  };
}

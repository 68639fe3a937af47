import type { FastifyInstance } from 'fastify';
import { listKeptBack } from '../../platform/documents/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findAssessment } from '../assessments/index.ts';
import { listCoverOf } from '../caseload/index.ts';
import { findChild, fullName } from '../children/index.ts';
import { listUnanswered } from '../messages/index.ts';
import { findPlanFacts, listWaiting } from '../plans/index.ts';
import { findRequest, listAllExceptions } from '../requests/index.ts';
import { isLate } from './breach.ts';
import type { Case } from './case.ts';
import { expectedOf } from './forecast.ts';
import { durationsOf, waitDurationsOf } from './forecast-store.ts';
import { clocksOn, heldOn, waitOf } from './held.ts';
import { type Limit, nextLimit } from './limits.ts';
import { type CaseFacts, nextActs } from './next-acts.ts';
import { NextPage } from './pages/next.tsx';
import { amendingClocks } from './routes.tsx';
import { listCasesOfChild } from './store.ts';
import { listWaits } from './wait-store.ts';

/** What is to be done next on a case: what may be done and what may not yet, who has what, and every time limit. */
export function nextRoutes(app: FastifyInstance, services: Services): void {
  app.get(
    '/cases/:childId/next',
    { config: { access: 'staff', childFile: true } },
    async (request, reply) => {
      const childId = idIn(request, 'childId');
      const shown = await request.act((tx) => showNext(tx, services, childId));
      request.readsChildFile({ authorityId: shown.authorityId, childId });
      return reply.page(<NextPage page={request.pageContext()} {...shown} />);
    },
  );
}

async function showNext(tx: Tx, services: Services, childId: Uuid) {
  const today = englishDay(services.now());
  const child = found(await findChild(tx, childId));
  const now = found((await listCasesOfChild(tx, childId))[0]);
  const waits = await listWaits(tx, [now.requestId], today);
  const exceptions = await listAllExceptions(tx, now.requestId);
  const waiting = (await listUnanswered(tx, { childId, organisationId: null })).flatMap(
    ({ sentAt, promisedOn }) => (promisedOn === null ? [] : [{ sentOn: englishDay(sentAt), promisedOn }]),
  );
  const durations = await waitDurationsOf(tx, services, today);
  const expected = expectedOf(now, await durationsOf(tx, services, today), today);
  const dayOf = (limit: Limit | null) => expected.find((one) => one.limit === limit) ?? null;
  const holder = now.caseworker?.accountId;
  const cover = holder === undefined ? [] : await listCoverOf(tx, holder, today);
  const facts = await factsOf(tx, now);
  const keptBack = (await listKeptBack(tx, childId))
    .filter(({ end }) => end === null)
    .map(({ id, childId: of, ...kept }) => ({ ...kept, href: `/children/${of}/kept-back/${id}` }));
  const standing = exceptions.filter(({ withdrawn }) => withdrawn === null);
  return {
    authorityId: child.authorityId,
    childId,
    childName: fullName(child),
    bornOn: child.bornOn,
    upn: child.upn,
    acts: nextActs(facts, today),
    late: isLate(now, facts.request.variant, today),
    held: heldOn(
      now,
      { waits, messages: waiting, copies: facts.plan?.waiting ?? [], keptBack, cover },
      durations,
      today,
    ),
    // What amends a plan runs on clocks of its own, and stands first while it does.
    clocks: [
      ...(await amendingClocks(tx, now, today)).map((clock) => ({
        ...clock,
        expected: clock.doneOn === null && clock.due === now.dueOn ? dayOf(nextLimit(now.step)) : null,
        probably: null,
      })),
      ...clocksOn(now, facts.request.variant, waits, standing).map(({ limit, wait, ...clock }) => ({
        ...{ ...clock, today },
        expected: clock.doneOn === null ? dayOf(limit) : null,
        probably: wait && waitOf(wait, durations, today),
      })),
    ],
    expected: dayOf(nextLimit(now.step)),
    today,
  };
}

async function factsOf(tx: Tx, now: Case): Promise<CaseFacts> {
  const request = found(await findRequest(tx, now.requestId));
  const assessment = now.assessmentId === null ? undefined : await findAssessment(tx, now.assessmentId);
  const facts = now.planId === null ? undefined : await findPlanFacts(tx, now.planId);
  return {
    request,
    assessment: assessment ?? null,
    plan:
      facts === undefined || now.planId === null
        ? null
        : { id: now.planId, facts, waiting: await listWaiting(tx, now.planId) },
  };
}

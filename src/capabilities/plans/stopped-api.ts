import type { FastifyReply, FastifyRequest } from 'fastify';
import { idIn } from '../../platform/http/address.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import type { Refusal } from '../../shared/result.ts';
import { checkedOf } from './checking.ts';
import { nameOf } from './findings-shown.ts';
import { sayStopped, stoppedBy } from './stopping.ts';
import { findFacts } from './store.ts';

/** A refusal as JSON; where it is that the checks stop the plan, a conflict that lists every finding that does. */
export async function planProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  refusal: Pick<Refusal, 'field' | 'message'>,
) {
  const facts = await request.act((tx) => findFacts(tx, idIn(request, 'planId')));
  const stopped = facts === undefined ? [] : stoppedBy(checkedOf(facts, englishDay(services.now())), facts);
  if (!stopped.some((finding) => sayStopped(finding) === refusal.message)) return problem(reply, refusal);
  const findings = stopped.map((finding) => ({ name: nameOf(finding), finding }));
  const body = { type: 'about:blank', status: 409, title: refusal.message, field: refusal.field, findings };
  return reply.code(409).type('application/problem+json').send(body);
}

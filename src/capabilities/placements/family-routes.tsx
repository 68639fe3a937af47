import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import { familyName, invitedTo } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { lastOf } from './check.ts';
import { answerAsFamily, readCheck } from './check-sending.ts';
import { againWith, type Sent } from './forms.ts';
import { FamilyAnswersPage } from './pages/answers.tsx';
import { FamilyPlacementPage } from './pages/family-placement.tsx';
import { FamilyProblemPage, LinePage } from './pages/family-problem.tsx';
import { readLine, readProblem, reopenProblem, sayProblem } from './problem-sending.ts';
import { answersSchema, problemSchema, reopeningSchema } from './schema.ts';
import { openPlacements } from './staff-routes.tsx';

const reads = { access: 'family', childFile: true } as const;
const acts = { access: 'family' } as const;
/** Pages that are a form and nothing else. */
const asks = { ...reads, invited: 'nothing' } as const;

/** Where a child goes as the family has it, whether provision is in place, and saying that it is not. */
export function familyRoutes(app: FastifyInstance, services: Services): void {
  const at = '/family/:childId/placement';
  const { checkWeeks, problemWorkingDays: workingDays } = services.config.placements;
  const { sendiass } = services.authority;

  app.get(at, { config: reads }, async (request, reply) => {
    const shown = await openPlacements(request, services);
    const invited = invitedTo(request.actor, shown.childId) !== null;
    return reply.page(
      <FamilyPlacementPage
        page={request.pageContext('family')}
        {...{ shown, checkWeeks, sendiass, invited }}
      />,
    );
  });

  app.get(`${at}/lines/:rowId`, { config: asks }, (request, reply) => showLine(request, reply));
  app.post(`${at}/lines/:rowId`, { config: acts }, async (request, reply) => {
    const read = readForm(problemSchema, request.body);
    if (!read.ok) return showLine(request, reply, read);
    const outcome = await sayProblem(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showLine(request, reply, againWith(typedIn(request.body), outcome));
  });

  app.get(`${at}/problems/:problemId`, { config: reads }, (request, reply) => showProblem(request, reply));
  app.post(`${at}/problems/:problemId/reopening`, { config: acts }, async (request, reply) => {
    const read = readForm(reopeningSchema, request.body);
    if (!read.ok) return showProblem(request, reply, read);
    const outcome = await reopenProblem(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showProblem(request, reply, againWith(typedIn(request.body), outcome));
  });

  app.get(`${at}/checks/:checkId`, { config: asks }, (request, reply) => showCheck(request, reply));
  app.post(`${at}/checks/:checkId`, { config: acts }, async (request, reply) => {
    const read = readForm(answersSchema, request.body);
    if (!read.ok) return showCheck(request, reply, read);
    const outcome = await answerAsFamily(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showCheck(request, reply, againWith(typedIn(request.body), outcome));
  });

  async function showLine(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { childId, childName, line } = await readLine(request);
    const shown = { childId, childName, line, workingDays, sendiass, ...asked(request, sent) };
    return reply.page(<LinePage page={request.pageContext('family')} {...shown} />, statusOf(sent));
  }

  async function showProblem(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { childId, childName, problem, owner, today } = await readProblem(request, services);
    const invited = invitedTo(request.actor, childId) !== null;
    const shown = { childId, childName, problem, owner, today, invited, sendiass, ...asked(request, sent) };
    return reply.page(<FamilyProblemPage page={request.pageContext('family')} {...shown} />, statusOf(sent));
  }

  async function showCheck(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { check, ...read } = await readCheck(request, services);
    // A check of the setting alone is none of theirs to answer.
    found(check.asksFamily ? check : undefined);
    const { named, ...form } = asked(request, sent);
    const before = lastOf(check, 'family')?.lines ?? [];
    const childId = idIn(request, 'childId');
    const shown = { ...read, check, childId, by: 'family', asksName: !named, before, ...form } as const;
    return reply.page(<FamilyAnswersPage page={request.pageContext('family')} {...shown} />, statusOf(sent));
  }

  function asked(request: FastifyRequest, sent: Sent | undefined) {
    const form = { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
    return { named: familyName(request.actor) !== null, ...form };
  }
}

function statusOf(sent: Sent | undefined): number {
  return sent === undefined ? 200 : 400;
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { textField } from '../../platform/http/forms.ts';
import { day, moment, noun } from '../../platform/http/json.ts';
import type { Outcome as Done } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { accepted, refused } from '../../shared/result.ts';
import { findChild, fullName } from '../children/index.ts';
import { GRADES } from './grades.ts';
import { insertReply, listDrawnOfChild, outcomesOf } from './outcome-store.ts';
import { inOrder } from './outcomes.ts';
import { CaseAuditsPage } from './pages/case-audits.tsx';
import { findDrawn, findRound } from './store.ts';
import { AUDITORS, happenedTo, staffOf } from './who-routes.ts';

const url = '/cases/:childId/audits';
const reads = { access: AUDITORS, childFile: true } as const;

/** What audits found in a child's plans, on the case: for its author, and whoever has the case, to read and answer. */
export function findingsRoutes(app: FastifyInstance): void {
  app.get(url, { config: reads }, async (request, reply) =>
    reply.page(<CaseAuditsPage page={request.pageContext()} {...(await readAudits(request))} />),
  );

  noun(app, `/api${url}`, {
    summary:
      'What audits found in a child’s plans, once every grading is given; no family or organisation is shown it',
    tag: 'audit',
    may: reads,
    answer: z.object({
      audits: z.array(
        z.object({
          drawnId: z.uuid(),
          round: z.string(),
          issuedOn: day,
          findings: z
            .array(z.object({ question: z.string(), grade: z.enum(GRADES).nullable(), reason: z.string() }))
            .readonly(),
          replies: z.array(z.object({ body: z.string(), by: z.string(), at: moment })),
        }),
      ),
    }),
    show: readAudits,
  });
}

export const replySchema = z.object({ body: textField('Enter what you want to say', 4000) });

/** Keeps what an author, or whoever has the case, says to what was found. */
export function replyOnce(
  request: FastifyRequest,
  services: Services,
  { body }: z.infer<typeof replySchema>,
): Promise<Done> {
  const { accountId: by, name } = staffOf(request);
  return request.once(async (tx) => {
    const drawn = found(await findDrawn(tx, idIn(request, 'drawnId')));
    const outcome = found((await outcomesOf(tx, [drawn]))[0]);
    if (outcome.standing === null)
      return refused('body', 'There is nothing to answer until every grading is given');
    await insertReply(tx, drawn, { body, by, name, at: services.now() });
    await happenedTo(tx, drawn, 'audit findings answered');
    return accepted(`/audits/plans/${drawn.id}`);
  });
}

async function readAudits(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const shown = await request.act(async (tx) => {
    const child = found(await findChild(tx, childId));
    const audits = [];
    for (const { drawn, standing, replies } of await outcomesOf(tx, await listDrawnOfChild(tx, childId))) {
      if (standing === null) continue;
      const { name, questions } = found(await findRound(tx, drawn.roundId));
      const qualityOf = (id: string) => questions.find((one) => one.id === id)?.quality ?? id;
      const findings = inOrder(questions, standing).map((one) => ({
        ...one,
        quality: qualityOf(one.question),
      }));
      audits.push({ drawnId: drawn.id, round: name, issuedOn: drawn.issuedOn, findings, replies });
    }
    return { child, audits };
  });
  request.readsChildFile({ authorityId: shown.child.authorityId, childId: shown.child.id });
  return { childId: shown.child.id, childName: fullName(shown.child), audits: shown.audits };
}

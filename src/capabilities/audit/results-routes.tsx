import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { noun } from '../../platform/http/json.ts';
import { toCsv } from '../../shared/csv.ts';
import { readIssued } from '../plans/index.ts';
import { agreementOf } from './agreement.ts';
import { GRADES } from './grades.ts';
import { missedBy } from './missed.ts';
import { outcomesOf } from './outcome-store.ts';
import { pairsIn } from './outcomes.ts';
import { MissedPage } from './pages/missed.tsx';
import { ResultsPage } from './pages/results.tsx';
import { resultRows, resultsOf } from './results.ts';
import { findRound, listDrawn } from './store.ts';
import { LOOKERS, MAKERS } from './who-routes.ts';

const looks = { access: LOOKERS } as const;
const makes = { access: MAKERS } as const;
const at = '/audits/:auditId';

/** What a round found: by question, team, need, setting and month, each with its denominator; and what the checks missed. */
export function resultsRoutes(app: FastifyInstance): void {
  app.get(`${at}/results`, { config: looks }, async (request, reply) =>
    reply.page(<ResultsPage page={request.pageContext()} {...(await readResults(request))} />),
  );

  app.get(`${at}/results.csv`, { config: looks }, async (request, reply) => {
    const { results } = await readResults(request);
    const head = ['by', 'what', 'plans', 'mean out of 100', ...GRADES];
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit.csv"')
      .send(toCsv(head, resultRows(results)));
  });

  noun(app, `/api${at}/results`, {
    summary: 'What a round found, with denominators; fewer than five plans are not shown',
    tag: 'audit',
    may: looks,
    answer: resultsAnswer,
    show: readResults,
  });

  app.get(`${at}/missed`, { config: makes }, async (request, reply) =>
    reply.page(<MissedPage page={request.pageContext()} {...(await readMissed(request))} />),
  );

  noun(app, `/api${at}/missed`, {
    summary: 'Where a plan was graded low and no check found anything: for whoever keeps the checks',
    tag: 'audit',
    may: makes,
    answer: z.object({
      missed: z.array(
        z.object({
          drawnId: z.uuid(),
          reference: z.string(),
          question: z.string(),
          grade: z.enum(GRADES),
          rules: z.array(z.string()).readonly(),
        }),
      ),
    }),
    show: readMissed,
  });
}

const share = z.number().nullable();
const resultsAnswer = z.object({
  drawn: z.int(),
  agreement: z.object({ pairs: z.int(), same: z.int(), scored: z.int(), kappa: share }),
  results: z.object({
    graded: z.int(),
    shown: z
      .object({
        mean: share,
        questions: z
          .array(
            z.object({
              id: z.string(),
              question: z.string(),
              weight: z.int(),
              counts: z.record(z.enum(GRADES), z.int()),
              of: z.int(),
              mean: share,
            }),
          )
          .readonly(),
        groups: z
          .array(
            z.object({
              by: z.string(),
              groups: z
                .array(z.object({ name: z.string(), plans: z.int().nullable(), mean: share }))
                .readonly(),
            }),
          )
          .readonly(),
      })
      .nullable(),
  }),
});

async function readResults(request: FastifyRequest) {
  const { round, outcomes } = await readOutcomes(request);
  const graded = outcomes.flatMap(({ drawn, standing }) =>
    standing === null ? [] : [{ ...drawn, answers: standing }],
  );
  const pairs = outcomes.flatMap(({ drawn, gradings }) => pairsIn(drawn, gradings));
  return {
    round: { id: round.id, name: round.name },
    drawn: outcomes.length,
    results: resultsOf(round.questions, graded),
    agreement: agreementOf(pairs),
  };
}

function readOutcomes(request: FastifyRequest) {
  return request.act(async (tx) => {
    const round = found(await findRound(tx, idIn(request, 'auditId')));
    return { round, outcomes: await outcomesOf(tx, await listDrawn(tx, round.id)) };
  });
}

// Only the names of the rules that found something leave here: no word of a plan is shown.
function readMissed(request: FastifyRequest) {
  return request.act(async (tx) => {
    const round = found(await findRound(tx, idIn(request, 'auditId')));
    const outcomes = await outcomesOf(tx, await listDrawn(tx, round.id));
    const missed = [];
    for (const { drawn, standing } of outcomes) {
      if (standing === null) continue;
      const plan = found(await readIssued(tx, drawn.versionId));
      const foundBy = new Set(plan.findings.map(({ rule }) => rule));
      missed.push(
        ...missedBy(round.questions, standing, foundBy).map((one) => ({
          ...one,
          drawnId: drawn.id,
          reference: drawn.reference,
        })),
      );
    }
    return { round: { id: round.id, name: round.name }, missed };
  });
}

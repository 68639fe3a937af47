import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../../platform/http/address.ts';
import { found } from '../../../platform/http/errors.ts';
import { day, noun } from '../../../platform/http/json.ts';
import { SECTION_39_GROUNDS } from '../facts.ts';
import { NamingPage } from '../pages/namings.tsx';
import { openPlanPage } from '../plan-routes.tsx';
import { findPlan, loadFacts } from '../store.ts';
import { BASES, SECTION_33_GROUNDS } from './decision.ts';
import { readNamings } from './read.ts';
import { NAMING_STEPS } from './steps.ts';
import { namingWords } from './words.ts';

const looks = { access: 'staff', childFile: true } as const;
const mainstream = z.boolean().nullable();
const kind = z.enum(['request', 'representation']);
const settingId = z.string().nullable();

/** How Section I of a plan was decided, in the law's order: read back by staff, and as JSON with what the next one has before it. */
export function namingRoutes(app: FastifyInstance): void {
  app.get('/plans/:planId/naming', { config: looks }, async (request, reply) => {
    const { of, facts, shown } = await openPlanPage(request, readNamings);
    return reply.page(
      <NamingPage
        page={request.pageContext()}
        of={of}
        decisions={shown.decisions.map(({ decision, ...one }) => ({
          ...one,
          words: decision === null ? null : namingWords(decision),
        }))}
        before={facts.inForce?.preferenceNotFollowed ?? null}
      />,
    );
  });

  noun(app, '/api/plans/:planId/naming', {
    summary:
      'How Section I is decided in the law’s order, what the next decision has before it, and those made',
    tag: 'plans',
    may: looks,
    answer: z.object({
      steps: z.array(
        z.object({
          key: z.string(),
          says: z.string(),
          provision: z.string(),
          url: z.string(),
          confidence: z.enum(['high', 'medium']),
        }),
      ),
      over: z.string(),
      wants: z.array(
        z.object({
          n: z.int(),
          from: z.string(),
          receivedOn: day,
          kind,
          settingId,
          name: z.string(),
          mainstream,
        }),
      ),
      consulted: z.array(
        z.object({
          settingId: z.string(),
          name: z.string(),
          on: day,
          copySentOn: day.nullable(),
          canMeetNeeds: z.boolean().nullable(),
        }),
      ),
      decisions: z.array(z.object({ version: z.int(), issuedOn: day, decision: decisionAnswer.nullable() })),
    }),
    show: async (request) => {
      const { plan, shown } = await request.act(async (tx) => {
        const plan = found(await findPlan(tx, idIn(request, 'planId')));
        return { plan, shown: await readNamings(tx, plan, await loadFacts(tx, plan)) };
      });
      request.readsChildFile(plan);
      const steps = NAMING_STEPS.map(({ key, says, cite, confidence }) => ({
        key,
        says,
        ...cite,
        confidence,
      }));
      return { steps, ...shown };
    },
  });
}

const decisionAnswer = z.object({
  basis: z.enum(BASES),
  asked: z
    .array(
      z.object({
        from: z.string(),
        kind,
        settingId,
        name: z.string(),
        mainstream,
        followed: z.boolean(),
        consultedOn: day.nullable(),
        copyWaited: z
          .literal(true)
          .optional()
          .describe('Its copy of the draft had not gone when it was decided'),
        canMeetNeeds: z.boolean().nullable(),
        grounds: z.array(z.object({ ground: z.enum(SECTION_39_GROUNDS), reasons: z.string() })).readonly(),
        considered: z.string(),
        reasons: z.string(),
      }),
    )
    .readonly(),
  mainstream,
  notMainstream: z
    .discriminatedUnion('ground', [
      z.object({ ground: z.literal(SECTION_33_GROUNDS[0]), said: z.string() }),
      z.object({
        ground: z.literal(SECTION_33_GROUNDS[1]),
        reasons: z.string(),
        steps: z.string(),
        stepsThere: z.string(),
      }),
    ])
    .nullable(),
  otherwise: z.string(),
  agreed: z.string(),
});

import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { day, moment, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { differencesOf } from './agreement.ts';
import { replyOnce, replySchema } from './findings-routes.tsx';
import { GRADES } from './grades.ts';
import { beginOnce } from './grading-sending.ts';
import { outcomesOf } from './outcome-store.ts';
import { pairsIn } from './outcomes.ts';
import { DrawnPage } from './pages/drawn.tsx';
import { beginSchema } from './schema.ts';
import { findDrawn, findRound } from './store.ts';
import { turnFor } from './turns.ts';
import { AUDITORS, readingOf, staffOf } from './who-routes.ts';

const reads = { access: AUDITORS, childFile: true } as const;
const url = '/audits/plans/:drawnId';

/** A plan drawn in a round: who grades it, and, once every grading of it is given, what they found. */
export function drawnRoutes(app: FastifyInstance, services: Services): void {
  app.get(url, { config: reads }, (request, reply) => show(request, reply, {}, {}));

  app.post(`${url}/gradings`, { config: { access: AUDITORS } }, async (request, reply) => {
    const read = readForm(beginSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await beginOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  app.post(`${url}/replies`, { config: { access: AUDITORS } }, async (request, reply) => {
    const read = readForm(replySchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await replyOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  const takes = noun(app, `/api${url}`, {
    summary: 'A plan drawn in a round: its gradings, with their grades once every one of them is given',
    tag: 'audit',
    may: reads,
    answer,
    show: async (request) => {
      const { drawn, gradings, standing, replies } = await openDrawn(request);
      const shown = standing !== null;
      return {
        ...drawn,
        ...{ standing, replies },
        gradings: gradings.map(({ id, turn, agency, gradedBy, givenAt, answers }) => ({
          ...{ id, turn, agency, gradedBy },
          given: givenAt !== null,
          grades: shown ? answers : null,
        })),
      };
    },
  });
  takes(`/api${url}/gradings`, {
    summary: 'Begin the first grading of a drawn plan, or the second: one person grades a plan once',
    may: { access: AUDITORS },
    form: beginSchema,
    act: (request, form) => beginOnce(request, services, form),
  });
  takes(`/api${url}/replies`, {
    summary: 'Answer what was found: for the author, or whoever has the case',
    may: { access: AUDITORS },
    form: replySchema,
    act: (request, form) => replyOnce(request, services, form),
  });
}

const said = z
  .array(z.object({ question: z.string(), grade: z.enum(GRADES).nullable(), reason: z.string() }))
  .readonly();
const answer = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  planId: z.uuid(),
  versionId: z.uuid(),
  reference: z.string(),
  twice: z.boolean(),
  issuedOn: day,
  standing: said.nullable(),
  replies: z.array(z.object({ body: z.string(), by: z.string(), at: moment })),
  gradings: z.array(
    z.object({
      id: z.uuid(),
      turn: z.int(),
      agency: z.string(),
      gradedBy: z.string(),
      given: z.boolean(),
      grades: said.nullable(),
    }),
  ),
});

async function openDrawn(request: FastifyRequest) {
  const opened = await request.act(async (tx) => {
    const drawn = found(await findDrawn(tx, idIn(request, 'drawnId')));
    const round = found(await findRound(tx, drawn.roundId));
    return { round, ...found((await outcomesOf(tx, [drawn]))[0]) };
  });
  request.readsChildFile(readingOf(opened.drawn));
  return opened;
}

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const { drawn, round, gradings, standing, moderation, replies } = await openDrawn(request);
  const { accountId } = staffOf(request);
  const turn = turnFor(drawn, gradings, accountId);
  return reply.page(
    <DrawnPage
      page={request.pageContext()}
      {...{ drawn, round, gradings, standing, replies, errors, typed }}
      agreed={moderation !== null}
      differ={differencesOf(pairsIn(drawn, gradings)).length}
      mine={gradings.find(({ auditorId }) => auditorId === accountId)?.id ?? null}
      turn={turn.ok ? turn.value : null}
      whyNot={turn.ok ? null : turn.message}
      formKey={randomUUID()}
      replyKey={randomUUID()}
    />,
    Object.keys(errors).length > 0 ? 400 : 200,
  );
}

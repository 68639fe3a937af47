import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { day, noun } from '../../platform/http/json.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, isBefore } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { differencesOf } from './agreement.ts';
import { GRADES } from './grades.ts';
import { lockDrawn } from './grading-store.ts';
import { insertModeration, outcomesOf } from './outcome-store.ts';
import { agree, inOrder, pairsIn } from './outcomes.ts';
import { ModerationPage } from './pages/moderation.tsx';
import { type ModerationForm, moderationSchema, saidIn } from './schema.ts';
import { findDrawn, findRound } from './store.ts';
import { AUDITORS, happenedTo, readingOf, staffOf } from './who-routes.ts';

const url = '/audits/plans/:drawnId/moderation';
const reads = { access: AUDITORS, childFile: true } as const;

/** Where two gradings of a plan differ, and the grade that was agreed on each difference, with who was there. */
export function moderationRoutes(app: FastifyInstance, services: Services): void {
  app.get(url, { config: reads }, (request, reply) => show(request, reply, {}, {}));

  app.post(url, { config: { access: AUDITORS } }, async (request, reply) => {
    const read = readForm(moderationSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await agreeOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  const takes = noun(app, `/api${url}`, {
    summary: 'Where the two gradings of a plan differ, and what was agreed',
    tag: 'audit',
    may: reads,
    answer: z.object({
      differences: z.array(z.object({ question: z.string(), first: z.enum(GRADES), second: z.enum(GRADES) })),
      moderation: z
        .object({
          present: z.string(),
          metOn: day,
          agreed: z
            .array(z.object({ question: z.string(), grade: z.enum(GRADES), reason: z.string() }))
            .readonly(),
        })
        .nullable(),
    }),
    show: async (request) => {
      const { outcome, differences } = await openModeration(request);
      return { differences, moderation: outcome.moderation };
    },
  });
  takes(`/api${url}`, {
    summary: 'Record the grades agreed on every difference, and who was there',
    may: { access: AUDITORS },
    form: moderationSchema,
    act: (request, form) => agreeOnce(request, services, form),
  });
}

function agreeOnce(request: FastifyRequest, services: Services, form: ModerationForm): Promise<Outcome> {
  const { name: by } = staffOf(request);
  return request.once(async (tx) => {
    const drawn = found(await findDrawn(tx, idIn(request, 'drawnId')));
    await lockDrawn(tx, drawn.id);
    const { outcome, pairs } = await moderated(tx, request);
    if (outcome.moderation !== null)
      return refused('present', `${outcome.moderation.recordedBy} has recorded what was agreed`);
    if (isBefore(englishDay(services.now()), form.metOn))
      return refused('metOn', 'The day you met must be today or before');
    const agreed = agree(pairs, saidIn(form));
    if (!agreed.ok) return agreed;
    const { present, metOn } = form;
    await insertModeration(tx, drawn, { present, metOn, agreed: agreed.value }, { by, at: services.now() });
    await happenedTo(tx, drawn, 'audit grades agreed');
    return accepted(`/audits/plans/${drawn.id}`);
  });
}

async function moderated(tx: Tx, request: FastifyRequest) {
  const drawn = found(await findDrawn(tx, idIn(request, 'drawnId')));
  const outcome = found((await outcomesOf(tx, [drawn]))[0]);
  // Until both are given there is nothing to talk through, and nothing anybody may see.
  found(drawn.twice ? outcome.standing : null);
  const pairs = pairsIn(drawn, outcome.gradings);
  return { drawn, outcome, pairs, round: found(await findRound(tx, drawn.roundId)) };
}

async function openModeration(request: FastifyRequest) {
  const opened = await request.act((tx) => moderated(tx, request));
  request.readsChildFile(readingOf(opened.drawn));
  return { ...opened, differences: inOrder(opened.round.questions, differencesOf(opened.pairs)) };
}

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const { drawn, round, outcome, pairs, differences } = await openModeration(request);
  const reasonOf = (turn: 1 | 2, id: string) =>
    outcome.gradings.find((one) => one.turn === turn)?.answers.find(({ question }) => question === id)
      ?.reason ?? '';
  return reply.page(
    <ModerationPage
      page={request.pageContext()}
      {...{ drawn, errors, typed }}
      moderation={outcome.moderation}
      graders={outcome.gradings.map(({ gradedBy, agency }) => `${gradedBy} (${agency})`)}
      same={pairs.length - differences.length}
      differences={differences.map((one) => ({
        ...one,
        quality: round.questions.find(({ id }) => id === one.question)?.quality ?? one.question,
        reasons: [reasonOf(1, one.question), reasonOf(2, one.question)],
      }))}
      formKey={randomUUID()}
    />,
    Object.keys(errors).length > 0 ? 400 : 200,
  );
}

import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import {
  choiceField,
  optionalText,
  readForm,
  type Typed,
  tooLong,
  typedIn,
} from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import type { Refusal } from '../../shared/result.ts';
import { MEETING_OUTCOMES } from './facts.ts';
import { references } from './links.ts';
import { AnswerCommentPage, HealthAgreementPage, SettleMeetingPage, ViewsPage } from './pages/views.tsx';
import { openPlanPage, readsFile, staff, staffName } from './plan-routes.tsx';
import { readFamilyDiscussions } from './remarks/discussing.ts';
import { listSuggestions } from './suggestion-store.ts';
import { tookPlace } from './took-place.ts';
import { agreeHealth, answerComment, settle } from './views-sending.ts';

type Sent = { typed: Typed; errors: FieldErrors };

/** What the family said about a draft, as staff read and answer it. */
export function viewsRoutes(app: FastifyInstance, services: Services): void {
  app.get(
    '/plans/:planId/views',
    { config: { access: 'staff', childFile: true } },
    async (request, reply) => {
      const {
        of,
        facts,
        shown: [suggestions, discussions],
      } = await openPlanPage(request, (tx, plan, facts) =>
        Promise.all([
          listSuggestions(tx, plan.id, facts.representations),
          readFamilyDiscussions(tx, plan.id, facts),
        ]),
      );
      const {
        representations,
        meetings,
        preference,
        otherPreferences,
        finishedOn,
        notFinished,
        served,
        issued,
      } = facts;
      const names = references(served?.content ?? facts.working.content);
      const comments = representations.map((one) => ({
        ...one,
        line: names.get(one.rowId ?? '') ?? null,
        suggestionId: suggestions.find(({ representationId }) => representationId === one.id)?.id ?? null,
        places: tookPlace(facts, one.id),
        discussion: discussions.get(one.id),
      }));
      const shown = {
        of,
        comments,
        meetings,
        preference,
        otherPreferences,
        finishedOn,
        notFinished,
        open: served !== null && issued === null,
      };
      return reply.page(<ViewsPage page={request.pageContext()} {...shown} />);
    },
  );

  const comment = '/plans/:planId/comments/:commentId';
  app.get(comment, { config: readsFile }, (request, reply) => showComment(request, reply));
  app.post(comment, { config: { access: staff } }, async (request, reply) => {
    const typed = typedIn(request.body);
    const outcome = z.enum(['accepted', 'partly accepted', 'declined']).safeParse(typed['outcome']);
    if (!outcome.success)
      return showComment(request, reply, { typed, errors: { outcome: 'Select your answer' } });
    const reasons = typed['reasons'] ?? '';
    const representationId = idIn(request, 'commentId');
    const given = { representationId, outcome: outcome.data, reasons, answeredBy: staffName(request) };
    const done =
      tooLong(typed) ??
      (await request.once((tx) => answerComment(tx, services, idIn(request, 'planId'), given)));
    if (done.ok) return reply.redirect(`${done.value}/views`, 303);
    return showComment(request, reply, { typed, errors: { [done.field]: done.message } });
  });

  const meeting = '/plans/:planId/meetings/:meetingId';
  app.get(meeting, { config: readsFile }, (request, reply) => showMeeting(request, reply));
  app.post(meeting, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(settlingSchema, request.body);
    const done = read.ok ? await settleOnce(request, services, read.value) : read;
    if (done.ok) return reply.redirect(`${done.value}/views`, 303);
    return showMeeting(request, reply, { typed: typedIn(request.body), errors: errorsOf(done) });
  });

  const health = '/plans/:planId/health-agreement';
  app.get(health, { config: readsFile }, (request, reply) => showHealth(request, reply));
  app.post(health, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(healthSchema, request.body);
    const done = read.ok ? await agreeHealthOnce(request, services, read.value) : read;
    if (done.ok) return reply.redirect(done.value, 303);
    return showHealth(request, reply, { typed: typedIn(request.body), errors: errorsOf(done) });
  });
}

export const settlingSchema = z.object({
  outcome: choiceField(MEETING_OUTCOMES, 'Select what happened'),
  note: optionalText(),
});

export function settleOnce(
  request: FastifyRequest,
  services: Services,
  { outcome, note }: z.output<typeof settlingSchema>,
): Promise<Outcome> {
  const given = { meetingId: idIn(request, 'meetingId'), outcome, note, by: staffName(request) };
  return request.once((tx) => settle(tx, services, idIn(request, 'planId'), given));
}

export const healthSchema = z.object({ body: optionalText() });

export function agreeHealthOnce(
  request: FastifyRequest,
  services: Services,
  { body }: z.output<typeof healthSchema>,
): Promise<Outcome> {
  const given = { body, by: staffName(request) };
  return request.once((tx) => agreeHealth(tx, services, idIn(request, 'planId'), given));
}

function errorsOf(refused: Refusal | { errors: FieldErrors }): FieldErrors {
  return 'errors' in refused ? refused.errors : { [refused.field]: refused.message };
}

async function showComment(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
  const { of, facts } = await openPlanPage(request, async () => null);
  const comment = found(facts.representations.find(({ id }) => id === idIn(request, 'commentId')));
  return reply.page(
    <AnswerCommentPage page={request.pageContext()} {...{ of, comment }} {...form(sent)} />,
    statusOf(sent),
  );
}

async function showMeeting(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
  const { of, facts } = await openPlanPage(request, async () => null);
  const meeting = found(facts.meetings.find(({ id }) => id === idIn(request, 'meetingId')));
  return reply.page(
    <SettleMeetingPage page={request.pageContext()} {...{ of, meeting }} {...form(sent)} />,
    statusOf(sent),
  );
}

async function showHealth(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
  const { of } = await openPlanPage(request, async () => null);
  return reply.page(
    <HealthAgreementPage page={request.pageContext()} of={of} {...form(sent)} />,
    statusOf(sent),
  );
}

function form(sent: Sent | undefined) {
  return { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
}

function statusOf(sent: Sent | undefined): number {
  return sent === undefined ? 200 : 400;
}

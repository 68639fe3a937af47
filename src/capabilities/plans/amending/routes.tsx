import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../../design-system/index.ts';
import { idIn } from '../../../platform/http/address.ts';
import {
  choiceField,
  dayField,
  optionalDayField,
  optionalText,
  readForm,
  type Typed,
  textField,
  typedIn,
} from '../../../platform/http/forms.ts';
import { day, noun } from '../../../platform/http/json.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay } from '../../../shared/plain-date.ts';
import { refused } from '../../../shared/result.ts';
import { isUuid } from '../../../shared/uuid.ts';
import { stoppedProps } from '../findings-shown.ts';
import { sayPlacement } from '../placement.ts';
import { openPlanPage, readsFile, staff, staffName } from '../plan-routes.tsx';
import { aboutPlan } from '../post.ts';
import { lastDayForViews, servedWhenSent } from '../serving.ts';
import { sayStopped } from '../stopping.ts';
import { begin, end } from './amending.ts';
import { mayAmend, notYetDecided } from './amendment.ts';
import { drawNotice, listEvidence, sendNotice } from './notice-sending.ts';
import { AmendmentsPage } from './pages/amendments.tsx';
import { EndPage } from './pages/end.tsx';
import { NoticePage } from './pages/notice.tsx';
import { proposalBeingWritten } from './proposal.ts';
import { listAmendments } from './store.ts';

const looks = { access: 'staff', childFile: true } as const;
const acts = { access: staff } as const;

const beginSchema = z.object({
  basis: choiceField(['review', 'no review'], 'Select how it comes about'),
  reviewMeetingOn: optionalDayField('the day of the review meeting'),
  why: textField('Enter why the plan is to be amended', 4000),
});
const noticeSchema = z.object({
  servedOn: dayField('the day it is served'),
  sectionIMayChange: choiceField(['yes', 'no'], 'Select whether the setting is to be decided anew'),
  /** The papers it rests on, by their identifiers with commas between. */
  evidence: z.string().max(10_000, 'Select fewer papers').default(''),
  restsOn: optionalText(4000),
});
const endSchema = z.object({ reasons: optionalText(4000) });

/** Amending a plan that was issued: begun, noticed to the family, and ended without an amended plan where it comes to that. */
export function amendingRoutes(app: FastifyInstance, services: Services): void {
  const list = '/plans/:planId/amendments';
  app.get(list, { config: looks }, (request, reply) => showList(request, reply, {}, {}));
  app.post(list, { config: acts }, async (request, reply) => {
    const read = readForm(beginSchema, request.body);
    if (!read.ok) return showList(request, reply, read.errors, read.typed);
    const done = await beginOnce(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    return showList(request, reply, { [done.field]: done.message }, typedIn(request.body));
  });

  const notice = '/plans/:planId/amendment/notice';
  app.get(notice, { config: readsFile }, (request, reply) => showNotice(request, reply, services, {}, {}));
  app.post(notice, { config: acts }, async (request, reply) => {
    const read = readForm(noticeSchema, request.body);
    if (!read.ok) return showNotice(request, reply, services, read.errors, read.typed);
    const done = await sendOnce(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    return showNotice(request, reply, services, { [done.field]: done.message }, typedIn(request.body));
  });

  const ending = '/plans/:planId/amendment/end';
  app.get(ending, { config: readsFile }, (request, reply) => showEnd(request, reply, services, {}, {}));
  app.post(ending, { config: acts }, async (request, reply) => {
    const read = readForm(endSchema, request.body);
    if (!read.ok) return showEnd(request, reply, services, read.errors, read.typed);
    const done = await endOnce(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    return showEnd(request, reply, services, { [done.field]: done.message }, typedIn(request.body));
  });

  const takes = noun(app, `/api${list}`, {
    summary: 'Every amendment of a plan that was issued, and what became of each',
    tag: 'plans',
    may: looks,
    answer,
    show: async (request) => {
      const { shown } = await openPlanPage(request, (tx, plan) => listAmendments(tx, plan.id));
      return { amendments: shown };
    },
  });
  takes(`/api${list}`, {
    summary: 'Begin an amendment, after a review (reg. 22) or without one (reg. 28)',
    may: acts,
    form: beginSchema,
    act: (request, form) => beginOnce(request, services, form),
  });
  takes(`/api${notice}`, {
    summary: 'Send the family notice of what is proposed (reg. 22(2))',
    may: acts,
    form: noticeSchema,
    act: (request, form) => sendOnce(request, services, form),
  });
  takes(`/api${ending}`, {
    summary: 'Withdraw an amendment or, once a notice was sent, decide not to amend (reg. 22(4))',
    may: acts,
    form: endSchema,
    act: (request, form) => endOnce(request, services, form),
  });
}

const answer = z.object({
  amendments: z.array(
    z.object({
      id: z.uuid(),
      number: z.int(),
      reviewMeetingOn: day.nullable(),
      why: z.string(),
      begunOn: day,
      begunBy: z.string(),
      noticeSentOn: day.nullable(),
      end: z
        .object({ how: z.enum(['issued', 'withdrawn', 'not amended']), on: day, reasons: z.string() })
        .nullable(),
    }),
  ),
});

function beginOnce(
  request: FastifyRequest,
  services: Services,
  { basis, reviewMeetingOn, why }: z.output<typeof beginSchema>,
): Promise<Outcome> {
  if (basis === 'review' && reviewMeetingOn === null)
    return Promise.resolve(refused('reviewMeetingOn', 'Enter the day of the review meeting'));
  const met = basis === 'review' ? reviewMeetingOn : null;
  const by = staffName(request);
  return request.once((tx) =>
    begin(tx, services, idIn(request, 'planId'), { reviewMeetingOn: met, why, by }),
  );
}

async function sendOnce(
  request: FastifyRequest,
  services: Services,
  form: z.output<typeof noticeSchema>,
): Promise<Outcome> {
  const planId = idIn(request, 'planId');
  const { servedOn, restsOn } = form;
  const act = {
    servedOn,
    restsOn,
    sectionIMayChange: form.sectionIMayChange === 'yes',
    evidenceIds: form.evidence.split(',').filter(isUuid),
  };
  const drawn = await drawNotice((work) => request.act(work), services, planId, act);
  return request.once((tx) => sendNotice(tx, services, planId, { ...act, drawn }));
}

function endOnce(
  request: FastifyRequest,
  services: Services,
  { reasons }: z.output<typeof endSchema>,
): Promise<Outcome> {
  const by = staffName(request);
  return request.once((tx) => end(tx, services, idIn(request, 'planId'), { reasons, by }));
}

async function showList(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const { of, facts, shown } = await openPlanPage(request, (tx, plan) => listAmendments(tx, plan.id));
  const may = mayAmend(facts);
  return reply.page(
    <AmendmentsPage
      page={request.pageContext()}
      {...{ of, errors, typed }}
      formKey={randomUUID()}
      notYet={may.ok ? null : may.message}
      inForce={facts.inForce}
      amendments={shown}
    />,
    hasErrors(errors) ? 400 : 200,
  );
}

async function showNotice(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  errors: FieldErrors,
  typed: Typed,
) {
  const { of, plan, facts, shown } = await openPlanPage(request, async (tx, plan, facts) => {
    if (facts.amendment === null || (facts.served !== null && facts.redraftingSince === null)) return null;
    const { reference } = await aboutPlan(tx, services, plan);
    return {
      about: await aboutPlan(tx, services, plan),
      proposal: await proposalBeingWritten(tx, { plan, facts, reference }),
      papers: await listEvidence(tx, services, plan.childId),
    };
  });
  // Nothing to send, or it was sent already: the plan's own page says where things stand.
  if (shown === null || facts.inForce === null) return reply.redirect(`/plans/${plan.id}`, 303);
  const sentOn = englishDay(services.now());
  const people = shown.about.told.filter(({ restricted }) => !restricted);
  const byPost = people.some(({ prefers }) => prefers !== 'email');
  const servedOn = servedWhenSent(sentOn, byPost ? 'by post' : 'electronically');
  return reply.page(
    <NoticePage
      page={request.pageContext()}
      {...{ of, errors, typed, servedOn }}
      formKey={randomUUID()}
      proposal={shown.proposal}
      placed={sayPlacement(facts.inForce.content.sectionI)}
      toPutRight={stoppedProps(of.planId, facts, sentOn).map(({ finding, href }) => ({
        text: sayStopped(finding),
        href,
      }))}
      papers={shown.papers.map(({ id, title, uploadedAt }) => ({ id, title, on: englishDay(uploadedAt) }))}
      people={people.map(({ name, prefers }) => ({
        name,
        how: prefers === 'email' ? 'By email' : 'By post',
      }))}
      lastDay={lastDayForViews(servedOn)}
    />,
    hasErrors(errors) ? 400 : 200,
  );
}

async function showEnd(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  errors: FieldErrors,
  typed: Typed,
) {
  const { of, facts } = await openPlanPage(request, async () => null);
  const { amendment, inForce } = facts;
  if (amendment === null || inForce === null) return reply.redirect(`/plans/${of.planId}`, 303);
  const noticeSent = amendment.noticeSentOn !== null;
  const notYet = noticeSent ? notYetDecided(facts, englishDay(services.now())) : null;
  return reply.page(
    <EndPage
      page={request.pageContext()}
      {...{ of, errors, typed, noticeSent }}
      formKey={randomUUID()}
      version={inForce.version}
      notYet={notYet?.message ?? null}
    />,
    hasErrors(errors) ? 400 : 200,
  );
}

import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { actOnce, idempotencyKey } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { actorId, familyName, throughOf } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { findChild, fullName } from '../children/index.ts';
import { findAsked, insertRecorded } from './advice-store.ts';
import { recordAdvice } from './asking.ts';
import { ViewsPage } from './pages/views.tsx';
import { adviceDue } from './post.ts';
import { listSignedAdvice } from './signed-advice-store.ts';
import { findAssessmentOfChild, insertAsk, lockAssessment } from './store.ts';
import { type Slot, slotFor } from './whose-views.ts';

/** The family gives its own advice, under reg. 6(1)(a). */
export function viewsRoutes(app: FastifyInstance, services: Services): void {
  app.get(
    '/family/:childId/views',
    { config: { access: 'family', childFile: true } },
    async (request, reply) => showViews(request, reply, services, { errors: {}, typed: {} }),
  );

  app.post('/family/:childId/views', { config: { access: 'family' } }, async (request, reply) => {
    const typed = typedIn(request.body);
    const read = readForm(viewsSchema, request.body);
    if (!read.ok) return showViews(request, reply, services, { errors: read.errors, typed });
    const outcome = await giveViews(request, services, read.value);
    if (!outcome.ok)
      return showViews(request, reply, services, { errors: { [outcome.field]: outcome.message }, typed });
    return reply.redirect(outcome.value, 303);
  });
}

export const viewsSchema = z.object({
  statement: z.string().max(20_000, 'Your views must be 20,000 characters or fewer').default(''),
  signedName: z.string().max(200, 'Your name must be 200 characters or fewer').default(''),
  signedRole: z.string().max(200, 'Your relationship must be 200 characters or fewer').default(''),
});

// The rule speaks to staff writing down what came to them; the family is asked the same in its own words.
const WORDS: Readonly<Record<string, string>> = {
  'Enter what the advice says': 'Enter your views',
  'Enter the name of the person who gave the advice': 'Enter your name',
  'Enter their role, or their relationship to the child':
    'Enter your relationship to the child or young person',
};

/** Gives the family's views, once, in words that are theirs where they are refused. */
export async function giveViews(
  request: FastifyRequest,
  services: Services,
  { signedName: typed, ...said }: z.infer<typeof viewsSchema>,
): Promise<Outcome> {
  const form = { ...said, signedName: familyName(request.actor) ?? typed };
  const childId = idIn(request, 'childId');
  const today = englishDay(services.now());
  const contactId = throughOf(request.actor, childId)?.contactId ?? null;
  // Through the family's own lens first: only a child that is theirs, and only what they were asked.
  const assessment = await request.act(async (tx) => found(await findAssessmentOfChild(tx, childId)));
  const recorded = recordAdvice({ ...form, signedOn: today, returnedOn: today }, today);
  if (!recorded.ok) return refused(recorded.field, WORDS[recorded.message] ?? recorded.message);
  const { authorityId } = assessment;
  const system = { kind: 'system', authorityId, onBehalfOf: found(actorId(found(request.actor))) } as const;
  const call = { key: idempotencyKey(request), route: 'give views' };
  return actOnce(services, system, call, async (tx) => {
    const now = found(await lockAssessment(tx, assessment.id));
    const slot = slotFor(now, now.asked, contactId);
    if (slot.kind === 'none')
      return refused('statement', 'We already have your views. To add to them, contact us');
    const id = slot.kind === 'asked' ? slot.asked.id : randomUUID();
    if (slot.kind === 'their own')
      await insertAsk(tx, now, { ...unasked(form.signedName, today), id, contactId });
    await insertRecorded(tx, found(await findAsked(tx, id)), recorded.value, 'the family, online');
    await recordEvent(tx, {
      authorityId,
      childId,
      kind: 'views given by the family',
      subject: 'advice request',
      subjectId: id,
      data: { assessmentId: now.id, paragraph: 'a' },
    });
    return accepted(`/family/${childId}/views`);
  });
}

// Somebody who gives their views though another was asked: recorded as asked that day, since it is advice like any other.
function unasked(adviserName: string, today: PlainDate) {
  const asked = {
    adviserName,
    questions: '',
    askedOn: today,
    receivedOn: today,
    askedBy: 'the family, online',
  };
  return { ...asked, paragraph: 'a', organisationId: null, insteadOf: null, unconfirmed: null } as const;
}

/** What the family was asked, and what it gave. */
export async function readViews(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const { child, assessment, signed } = await request.act(async (tx) => {
    const child = found(await findChild(tx, childId));
    const assessment = found(await findAssessmentOfChild(tx, childId));
    return { child, assessment, signed: await listSignedAdvice(tx, assessment.id) };
  });
  request.readsChildFile({ authorityId: child.authorityId, childId });
  const slot = slotFor(assessment, assessment.asked, throughOf(request.actor, childId)?.contactId ?? null);
  return {
    child,
    asked: askedOf(slot, englishDay(services.now())),
    given: signed
      .filter(({ paragraph }) => paragraph === 'a')
      .map((one) => ({ text: one.content.statement.text, name: one.authorName, on: one.signedOn })),
  };
}

function askedOf(slot: Slot<{ questions: string; receivedOn: PlainDate }>, today: PlainDate) {
  switch (slot.kind) {
    case 'asked':
      return { questions: slot.asked.questions, dueOn: adviceDue(slot.asked.receivedOn) };
    case 'their own':
      return { questions: '', dueOn: adviceDue(today) };
    case 'none':
      return null;
  }
}

async function showViews(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  sent: { errors: FieldErrors; typed: Typed },
) {
  const { errors, typed } = sent;
  const { child, asked, given } = await readViews(request, services);
  const shown = {
    ...{ childId: child.id, childName: fullName(child), asked, given },
    ...{ typed, errors, formKey: randomUUID(), named: familyName(request.actor) !== null },
  };
  const status = Object.keys(errors).length === 0 ? 200 : 400;
  return reply.page(<ViewsPage page={request.pageContext('family')} {...shown} />, status);
}

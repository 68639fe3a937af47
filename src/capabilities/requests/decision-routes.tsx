import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { dayField, optionalText, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { endTrackers } from '../../platform/identity/trackers.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, parsePlainDate } from '../../shared/plain-date.ts';
import { isUuid } from '../../shared/uuid.ts';
import { findChild, findLikelySame, findStated, fullName, listFiles } from '../children/index.ts';
import { findAuthorityOf } from '../postcodes/index.ts';
import { findRights } from '../rights/index.ts';
import { findAttention, isUntold } from './attention-store.ts';
import { clocksOf } from './clocks.ts';
import { recordDecision, settleRequest } from './deciding.ts';
import { listExceptions } from './exception-store.ts';
import { findSettled } from './file-store.ts';
import { listFlags } from './flag-store.ts';
import { dueOf } from './notice-sending.ts';
import { DecisionPage } from './pages/decision.tsx';
import { RequestPage } from './pages/show.tsx';
import { isAnybodyToTell } from './post.ts';
import { residenceOf } from './referral.ts';
import { stageOf } from './request.ts';
import { findDecision, findRequest } from './store.ts';

const staff = ['caseworker', 'manager'] as const;

const yesNo = z.enum(['yes', 'no']).optional().catch(undefined);
/** What the decision form sends. What is missing is for the rule to say, in its own order. */
export const decisionSchema = z.object({
  hasOrMayHaveSen: yesNo,
  provisionMayBeNecessary: yesNo,
  evidence: z.string().max(20_000, 'Evidence must be 20,000 characters or fewer').default(''),
  reasons: z.string().max(20_000, 'Reasons must be 20,000 characters or fewer').default(''),
  whatWouldChange: z.string().max(20_000, 'This must be 20,000 characters or fewer').default(''),
  decidedOn: dayField('the date of the decision'),
  tellFamily: yesNo,
  whyNotTold: z.string().max(2000, 'This must be 2,000 characters or fewer').default(''),
});

/** A request as staff have it: settling whose file it is, and deciding whether to assess. */
export function decisionRoutes(app: FastifyInstance, services: Services): void {
  app.get(
    '/requests/:requestId',
    { config: { access: 'staff', childFile: true } },
    async (request, reply) => {
      return showPage(request, reply, {}, {});
    },
  );

  async function showPage(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const id = idIn(request, 'requestId');
    const shown = await request.act((tx) => showRequest(tx, id, services));
    request.readsChildFile({ authorityId: shown.authorityId, childId: shown.childId });
    const form = { errors, typed, formKey: randomUUID() };
    const page = <RequestPage page={request.pageContext()} {...shown} {...form} />;
    return reply.page(page, hasErrors(errors) ? 400 : 200);
  }

  app.post('/requests/:requestId/file', { config: { access: staff } }, async (request, reply) => {
    const id = idIn(request, 'requestId');
    const read = readForm(fileSchema, request.body);
    if (!read.ok) return showPage(request, reply, read.errors, read.typed);
    const { file, ...said } = read.value;
    const form = { file: isUuid(file) ? file : null, ...said };
    const by = { name: nameOf(request.actor), now: services.now() };
    const outcome = await request.once((tx) => settleRequest(tx, services, { id, form }, by));
    if (!outcome.ok)
      return showPage(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
    // A session that a code opened does not say who holds it: whoever may follow the whole file asks for another.
    if (form.file !== null)
      await endTrackers(
        services.database,
        [form.file, ...(await request.act((tx) => filesOfRequest(tx, id)))],
        by.now,
      );
    return reply.redirect(outcome.value, 303);
  });

  app.get(
    '/requests/:requestId/decision',
    { config: { access: staff, childFile: true } },
    async (request, reply) => {
      const id = idIn(request, 'requestId');
      const { subject, ...asked } = await request.act((tx) => askedOf(tx, id));
      request.readsChildFile(subject);
      const form = { requestId: id, ...asked, typed: {}, errors: {}, formKey: randomUUID() };
      return reply.page(<DecisionPage page={request.pageContext()} {...form} />);
    },
  );

  app.post('/requests/:requestId/decision', { config: { access: staff } }, async (request, reply) => {
    const id = idIn(request, 'requestId');
    const read = readForm(decisionSchema, request.body);
    const again = async (errors: FieldErrors, typed: Readonly<Record<string, string>>) => {
      const { subject: _, ...asked } = await request.act((tx) => askedOf(tx, id));
      const form = { requestId: id, ...asked, typed, errors, formKey: randomUUID() };
      return reply.page(<DecisionPage page={request.pageContext()} {...form} />, 400);
    };
    if (!read.ok && Object.keys(read.errors).some((field) => field !== 'decidedOn'))
      return again(read.errors, read.typed);
    const typed = readForm(z.record(z.string(), z.string()), request.body);
    const texts = typed.ok ? typed.value : {};
    const form = {
      hasOrMayHaveSen: answer(texts['hasOrMayHaveSen']),
      provisionMayBeNecessary: answer(texts['provisionMayBeNecessary']),
      evidence: texts['evidence'] ?? '',
      reasons: texts['reasons'] ?? '',
      whatWouldChange: texts['whatWouldChange'] ?? '',
      decidedOn: parsePlainDate(texts['decidedOn'] ?? ''),
    };
    const by = { name: nameOf(request.actor), today: englishDay(services.now()) };
    const said = { tellFamily: answer(texts['tellFamily']), whyNotTold: texts['whyNotTold']?.trim() ?? '' };
    const outcome = await request.once((tx) => recordDecision(tx, services, { id, form, said }, by));
    if (!outcome.ok)
      return again({ [outcome.field]: outcome.message, ...(read.ok ? {} : read.errors) }, texts);
    return reply.redirect(outcome.value, 303);
  });
}

// Whose file, and how the contact was checked where it is a file already open.
const fileSchema = z.object({
  file: z.string({ error: 'Select whose file this is' }),
  reason: optionalText(2000),
  contactCheck: optionalText(2000),
});

function answer(text: string | undefined): boolean | null {
  return text === 'yes' ? true : text === 'no' ? false : null;
}

function nameOf(actor: { kind: string; name?: string } | null): string {
  return actor?.name ?? 'the service';
}

async function filesOfRequest(tx: Tx, id: string) {
  return listFiles(tx, found(await findRequest(tx, id)).childId);
}

async function subjectOf(tx: Tx, id: string) {
  const subject = found(await findRequest(tx, id));
  const child = found(await findChild(tx, subject.childId));
  return { subject, childName: fullName(child) };
}

/** What the form of the decision asks: also, of a family that has not been told of the request, whether they may be. */
async function askedOf(tx: Tx, id: string) {
  const { subject, childName } = await subjectOf(tx, id);
  return { subject, childName, untold: await isUntold(tx, subject), childId: subject.childId };
}

async function showRequest(tx: Tx, id: string, services: Services) {
  const { subject, childName } = await subjectOf(tx, id);
  const stated = found(await findStated(tx, subject.childId));
  const likely = subject.fileOpened ? [] : await findLikelySame(tx, stated, stated.id);
  const clocks = clocksOf(subject.receivedOn, await listExceptions(tx, id), subject.variant);
  const child = found(await findChild(tx, subject.childId));
  const lives = child.postcode === null ? undefined : await findAuthorityOf(tx, child.postcode);
  const flags = await listFlags(tx, id);
  const attention = (await findAttention(tx, id)) ?? null;
  const notified = attention !== null && attention.familyTold === null ? null : subject.decision?.notifiedOn;
  const today = englishDay(services.now());
  const right = { child, decision: 'asking for an assessment', on: subject.receivedOn } as const;
  const tooSoon =
    subject.source === 'young person' && (await findRights(tx, services, right)).holder === 'parent';
  return {
    ...subject,
    requestId: id,
    childName,
    postcode: child.postcode,
    attention:
      attention === null ? null : { ...attention, anybody: await isAnybodyToTell(tx, services, subject) },
    flags: [...new Set(flags.filter(({ ended }) => ended === null).map(({ kind }) => kind))].sort(),
    residence: residenceOf(subject.authorityId, lives),
    stage: stageOf(subject),
    tooSoon,
    clocks: [
      // Nothing is due on a request that has ended.
      ...(subject.decision === null && subject.withdrawnOn !== null
        ? []
        : [{ ...clocks.decide, today, doneOn: notified ?? null }]),
      // Once it is decided, the case's page keeps the limit of the final plan, which knows when it was issued.
      ...(subject.decision === null && subject.withdrawnOn === null ? [{ ...clocks.finalPlan, today }] : []),
    ],
    likely: likely.map((one) => ({ ...one, childId: one.id, name: fullName(one) })),
    settled: (await findSettled(tx, id)) ?? null,
    decision: (await findDecision(tx, id)) ?? null,
    othersToTell: (await dueOf(tx, subject)).length,
  };
}

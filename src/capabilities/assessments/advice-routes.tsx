import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { listDocuments } from '../../platform/documents/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { optionalDayField, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { beginCorrection, changeStatement, EMPTY, type Statement } from './advice.ts';
import { findAdvice, findAsked, insertCorrection, lockDraft, saveContent } from './advice-store.ts';
import { listCopies } from './copies-store.ts';
import { ALREADY_SIGNED, recordSignature } from './deciding.ts';
import { excusesOf } from './excused.ts';
import { listAdviceFiles } from './files-store.ts';
import { CorrectionPage } from './pages/correction.tsx';
import type { SavedMeanwhile } from './pages/saved-meanwhile.tsx';
import { SignPage } from './pages/sign.tsx';
import { StatementPage } from './pages/statement.tsx';
import { AdvicePage } from './pages/write.tsx';
import { adviceDue } from './post.ts';
import { findPromise } from './promise-store.ts';
import { listQuestions } from './question-store.ts';
import { versionField } from './schema.ts';
import { openQuestions, toFinish } from './signing.ts';

const organisation = { access: 'organisation' } as const;
const readsFile = { access: 'organisation', childFile: true } as const;

/** An organisation reads what it is asked, writes its advice, and signs it. */
export function adviceRoutes(app: FastifyInstance, services: Services): void {
  const today = () => englishDay(services.now());

  app.get('/advice/:adviceRequestId', { config: readsFile }, async (request, reply) => {
    const shown = await theirAdvice(request);
    const put = await request.act(async (tx) => ({
      documents: await listDocuments(tx, shown.childId),
      askedBack: await listQuestions(tx, shown.id),
      copies: await listCopies(tx, shown.id),
      files: await listAdviceFiles(tx, shown.id),
      excused: await excusesOf(tx, shown),
      promisedOn: await findPromise(tx, shown.id),
    }));
    const left = {
      toFinish: toFinish(shown.content),
      openQuestions: openQuestions(shown.content),
      dueOn: adviceDue(shown.receivedOn),
      today: today(),
    };
    return reply.page(<AdvicePage page={request.pageContext()} {...shown} {...left} {...put} />);
  });

  app.get('/advice/:adviceRequestId/statement', { config: readsFile }, async (request, reply) =>
    showStatement(request, reply, {}, null),
  );

  app.post('/advice/:adviceRequestId/statement', { config: organisation }, async (request, reply) => {
    const id = idIn(request, 'adviceRequestId');
    const typed = typedIn(request.body);
    const read = readForm(statementSchema, request.body);
    if (!read.ok) return showStatement(request, reply, read.errors, typed);
    const { text, notKnown, version } = read.value;
    const outcome = await request.once(async (tx) => {
      const draft = await lockDraft(tx, found(await findAsked(tx, id)));
      if (draft === undefined) return refused('text', ALREADY_SIGNED);
      const changed = changeStatement(draft.content, { text, notKnown: notKnown === 'yes', version });
      if (!changed.ok) return changed;
      await saveContent(tx, draft, changed.value);
      return { ok: true, value: `/advice/${id}` };
    });
    if (!outcome.ok) return showStatement(request, reply, { text: outcome.message }, typed);
    return reply.redirect(outcome.value, 303);
  });

  app.get('/advice/:adviceRequestId/signature', { config: readsFile }, async (request, reply) =>
    showSignature(request, reply, {}, {}),
  );

  app.post('/advice/:adviceRequestId/signature', { config: organisation }, async (request, reply) => {
    const id = idIn(request, 'adviceRequestId');
    const typed = typedIn(request.body);
    const read = readForm(signatureSchema, request.body);
    if (!read.ok) return showSignature(request, reply, read.errors, typed);
    const { confirmed, ...signer } = read.value;
    const form = { ...signer, confirmed: confirmed === 'yes' };
    const outcome = await request.once((tx) => recordSignature(tx, id, form, today()));
    if (!outcome.ok) return showSignature(request, reply, { [outcome.field]: outcome.message }, typed);
    return reply.redirect(outcome.value, 303);
  });

  app.get('/advice/:adviceRequestId/correction', { config: readsFile }, async (request, reply) =>
    showCorrection(request, reply, {}, {}),
  );

  app.post('/advice/:adviceRequestId/correction', { config: organisation }, async (request, reply) => {
    const typed = typedIn(request.body);
    const read = readForm(correctionSchema, request.body);
    if (!read.ok) return showCorrection(request, reply, read.errors, typed);
    const outcome = await correctOnce(request, read.value);
    if (!outcome.ok) return showCorrection(request, reply, { [outcome.field]: outcome.message }, typed);
    return reply.redirect(outcome.value, 303);
  });

  async function showCorrection(
    request: FastifyRequest,
    reply: FastifyReply,
    errors: FieldErrors,
    typed: Typed,
  ) {
    const { id, childName, signed } = await theirAdvice(request);
    if (signed === null) return reply.redirect(`/advice/${id}`, 303);
    const asked = (await request.act((tx) => listQuestions(tx, id))).filter((one) => one.answeredOn === null);
    const form = { id, childName, asked, typed, errors, formKey: randomUUID() };
    return reply.page(<CorrectionPage page={request.pageContext()} {...form} />, statusOf(errors));
  }

  async function showSignature(
    request: FastifyRequest,
    reply: FastifyReply,
    errors: FieldErrors,
    typed: Typed,
  ) {
    const shown = await theirAdvice(request);
    // Nothing to sign, or something to finish first: the advice itself says which.
    if (shown.signed !== null || toFinish(shown.content).length > 0) {
      return reply.redirect(`/advice/${shown.id}`, 303);
    }
    const form = { typed, errors, formKey: randomUUID(), today: today() };
    return reply.page(<SignPage page={request.pageContext()} {...shown} {...form} />, statusOf(errors));
  }
}

const statementSchema = z.object({
  text: z.string().max(20_000, 'The statement must be 20,000 characters or fewer').default(''),
  notKnown: z.string().default(''),
  version: versionField,
});

export const correctionSchema = z.object({
  reason: z.string().max(2000, 'The reason must be 2,000 characters or fewer').default(''),
});

/** Begins a new version of advice that was signed. */
export function correctOnce(
  request: FastifyRequest,
  { reason }: z.output<typeof correctionSchema>,
): Promise<Outcome> {
  const id = idIn(request, 'adviceRequestId');
  return request.once(async (tx) => {
    const asked = found(await findAsked(tx, id));
    const latest = found(await findAdvice(tx, id));
    const begun = beginCorrection({ signed: latest.signed !== null, number: latest.number }, reason);
    if (!begun.ok) return begun;
    await insertCorrection(tx, asked, { number: begun.value, reason, content: latest.content });
    return { ok: true, value: `/advice/${id}` };
  });
}

const signatureSchema = z.object({
  name: z.string().max(200, 'Your name must be 200 characters or fewer').default(''),
  role: z.string().max(200, 'Your role must be 200 characters or fewer').default(''),
  signedOn: optionalDayField('the date'),
  confirmed: z.string().default(''),
  version: versionField,
});

/** What is asked of the organisation looking, and the advice as it stands; not there for anybody else. */
export async function theirAdvice(request: FastifyRequest) {
  const id: Uuid = idIn(request, 'adviceRequestId');
  const { asked, advice } = await request.act(async (tx) => ({
    asked: found(await findAsked(tx, id)),
    advice: await findAdvice(tx, id),
  }));
  request.readsChildFile(asked);
  const { content, version, signed, correctionReason } = advice ?? UNWRITTEN;
  return { ...asked, content, version, signed, correctionReason };
}

const UNWRITTEN = { content: EMPTY, version: 1, signed: null, correctionReason: null };

async function showStatement(
  request: FastifyRequest,
  reply: FastifyReply,
  errors: FieldErrors,
  typed: Typed | null,
) {
  const { id, childName, content, signed } = await theirAdvice(request);
  if (signed !== null && typed === null) return reply.redirect(`/advice/${id}`, 303);
  const { text, notKnown, version } = content.statement;
  const overtaken = typed !== null && typed['version'] !== String(version);
  const form = {
    typed: typed ?? { text, notKnown: notKnown ? 'yes' : '' },
    saved: overtaken ? savedStatement(content.statement) : null,
    errors,
    version,
    formKey: randomUUID(),
  };
  const status = overtaken || signed !== null ? 409 : statusOf(errors);
  return reply.page(<StatementPage page={request.pageContext()} {...{ id, childName }} {...form} />, status);
}

function savedStatement({ text, notKnown }: Statement): SavedMeanwhile {
  const known = { key: 'Known to this service', words: notKnown ? 'No' : 'Yes, or not said' };
  return text === '' ? [known] : [{ key: 'Statement', words: text }, known];
}

function statusOf(errors: FieldErrors): number {
  return Object.keys(errors).length === 0 ? 200 : 400;
}

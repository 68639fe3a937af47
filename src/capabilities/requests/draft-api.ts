import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { found } from '../../platform/http/errors.ts';
import { readForm } from '../../platform/http/forms.ts';
import { day, firstOf, noun, texts } from '../../platform/http/json.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { schemaOf } from './answers.ts';
import { clocksOf } from './clocks.ts';
import { askingWith, beginDraft, sourceOf } from './draft-routes.tsx';
import { openDraft, questionOf, saveQuestion, theirDraft, versionOf } from './open-draft-store.ts';
import { nextQuestion } from './question-path.ts';
import { questionsFor } from './questions.ts';
import { nextOf, sendDraft } from './sending-routes.tsx';
import { maySend } from './together.ts';
import {
  inviteOnce,
  joinOnce,
  leave,
  linkSchema,
  nameSchema,
  readSharing,
  sharedDraft,
} from './together-routes.tsx';

const SOURCES = ['parent', 'young person', 'school', 'staff', 'attention'] as const;
const parts = z.enum(['family', 'school']);
const answer = z.object({
  id: z.uuid(),
  source: z.enum(SOURCES),
  part: parts,
  questions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** How often it was saved: sent back with the answers, so that nobody writes over another's. */
      version: z.int(),
      fields: z.array(
        z.object({
          name: z.string(),
          label: z.string(),
          answer: z.string(),
          /** What may be chosen, where it is a choice. */
          choices: z.array(z.object({ value: z.string(), text: z.string() })).optional(),
        }),
      ),
    }),
  ),
  /** The question to answer next; null where it may be sent. */
  next: z.string().nullable(),
  sentAs: z.uuid().nullable(),
});
const beginBody = z.object({ source: z.enum([...SOURCES, 'together']) });
const answersBody = z.looseObject({ version: z.int() });
const sentAnswer = z.object({
  requestId: z.uuid(),
  reference: z.string(),
  receivedOn: day,
  decideBy: day,
});
const tag = 'requests';
const may = { access: 'anyone signed in' } as const;
const at = '/api/drafts/:draftId';
const SENT_ALREADY = {
  field: 'version',
  message: 'This was sent meanwhile, without what you saved now. Send that to the SEND team',
};

/**
 * Asking for an assessment, and bringing a child to attention, as JSON, for whoever is signed in: a question at a time, and
 * sent when they choose. A visitor without an account has no sign-in of a system's, and asks on the pages.
 */
export function draftApi(app: FastifyInstance, services: Services): void {
  const asking = askingWith(services);
  const limited = { ...may, rateLimit: { max: services.config.publicFormLimit, timeWindow: '1 minute' } };
  noun(app, at, {
    summary: 'A request being written: what is asked, and what is answered',
    tag,
    may,
    answer,
    show: (request) => show(request),
  });

  const begin = { summary: 'Begin a request, or begin to tell of a child', tag, body: beginBody, answer };
  app.post('/api/drafts', { config: { ...limited, api: begin } }, async (request, reply) => {
    const source = await sourceOf(request);
    if (source === null) return problem(reply, { field: 'source', message: 'Select who you are asking for' });
    const outcome = await request.once(async (tx) => {
      const id = randomUUID();
      await beginDraft(tx, services, found(request.actor), { id, source });
      return accepted(id);
    });
    return outcome.ok ? show(request, outcome.value) : problem(reply, outcome);
  });

  const saving = { summary: 'Answer one question, as it was read', tag, body: answersBody, answer };
  app.post(`${at}/questions/:question`, { config: { ...may, api: saving } }, async (request, reply) => {
    const draft = await openDraft(request);
    if (draft.requestId !== null) return problem(reply, SENT_ALREADY);
    const question = found(questionOf(asking(draft), request));
    const typed = texts(request.body);
    const read = readForm(schemaOf(question, englishDay(services.now())), typed);
    if (!read.ok) return problem(reply, firstOf(read.errors));
    const saved = { answers: read.value, version: Number(typed['version']) };
    const outcome = await request.once(async (tx) =>
      (await saveQuestion(tx, services, { draft, question }, saved))
        ? accepted(draft.id)
        : refused('version', 'Somebody saved this since you read it. Read it again, then save'),
    );
    if (outcome.ok) return show(request);
    return problem(reply, (await openDraft(request)).requestId === null ? outcome : SENT_ALREADY);
  });

  const sending = { summary: 'Send it: once, however often it is sent', tag, answer: sentAnswer };
  app.post(`${at}/request`, { config: { ...limited, api: sending } }, async (request, reply) => {
    const draft = await theirDraft(request);
    const actor = found(request.actor);
    if (!maySend(actor.kind, draft.source))
      return problem(reply, { field: 'source', message: 'The family sends this request, when they choose' });
    const unanswered = nextOf(services, draft);
    if (unanswered !== null)
      return problem(reply, { field: unanswered.id, message: `Answer this first: ${unanswered.title}` });
    const sent = found(await sendDraft(services, actor, draft));
    const { decide } = clocksOf(sent.receivedOn, [], sent.variant);
    const { id: requestId, reference, receivedOn } = sent;
    return { requestId, reference, receivedOn, decideBy: decide.due };
  });
  togetherApi(app, services);

  async function show(request: FastifyRequest, begun?: string): Promise<z.input<typeof answer>> {
    const draft = await openDraft(request, begun);
    return {
      id: draft.id,
      source: draft.source,
      part: draft.part,
      questions: questionsFor(asking(draft)).map((question) => ({
        id: question.id,
        title: question.title,
        version: versionOf(draft, question),
        fields: question.fields.map(({ name, label, choices }) => ({
          name,
          label,
          answer: draft.answers[name] ?? '',
          ...(choices === undefined ? {} : { choices: choices.map(({ value, text }) => ({ value, text })) }),
        })),
      })),
      next: nextQuestion(asking(draft))?.id ?? null,
      sentAs: draft.requestId,
    };
  }
}

const sharingAnswer = z.object({
  part: parts,
  mine: z.boolean(),
  sharing: z
    .object({
      ownerName: z.string(),
      invites: parts,
      editor: z.object({ name: z.string() }).nullable(),
    })
    .nullable(),
});

/** A family and its school write one request together. */
function togetherApi(app: FastifyInstance, services: Services): void {
  const shared = `${at}/together`;
  const max = Math.ceil(services.config.publicFormLimit / 4);
  const limited = { ...may, rateLimit: { max, timeWindow: '1 minute' } };
  noun(app, shared, {
    summary: 'With whom a request is written together',
    tag,
    may,
    answer: sharingAnswer,
    show: async (request) => readSharing(request, await sharedDraft(request)),
  });

  const ending = {
    summary: 'Stop writing together: the request stays with the family',
    tag,
    answer: z.object({ yours: z.boolean() }),
  };
  app.post(`${shared}/ending`, { config: { ...may, api: ending } }, async (request) => {
    const draft = await sharedDraft(request);
    const { sharing } = await readSharing(request, draft);
    return { yours: sharing === null || (await leave(request, services, draft)) };
  });

  const inviting = {
    summary:
      'Invite the family, or the school, to write together: by a link that works once and is told once',
    tag,
    body: nameSchema,
    answer: z.object({ link: z.string() }),
  };
  app.post(shared, { config: { ...limited, api: inviting } }, async (request, reply) => {
    const draft = await sharedDraft(request);
    const read = readForm(nameSchema, texts(request.body));
    if (!read.ok) return problem(reply, firstOf(read.errors));
    const { outcome, link } = await inviteOnce(request, services, draft, read.value.name);
    return outcome.ok ? { link } : problem(reply, outcome);
  });

  const body = linkSchema.extend(nameSchema.shape);
  const joining = {
    summary: 'Join by the link somebody gave you',
    tag,
    body,
    answer: z.object({ draftId: z.uuid() }),
  };
  app.post('/api/joinings', { config: { ...limited, api: joining } }, async (request, reply) => {
    const read = readForm(body, texts(request.body));
    if (!read.ok) return notRight(reply);
    const { name, ...link } = read.value;
    const { invitation, joined } = await joinOnce(services, request.actor, link, name);
    if (invitation === null || joined === null) return notRight(reply);
    return joined.ok ? { draftId: invitation.draftId } : problem(reply, joined);
  });
}

function notRight(reply: FastifyReply) {
  const message = 'This link is not right, has been used, or has run out. Ask whoever sent it for another';
  return problem(reply, { field: 'secret', message });
}

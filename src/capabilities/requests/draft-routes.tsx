import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import { setSessionCookie } from '../../platform/identity/cookie.ts';
import { startSession } from '../../platform/identity/session.ts';
import { type Actor, actorId, type Tx, withLens } from '../../platform/lens/index.ts';
import { reachOf } from '../../platform/reach.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, sayDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findLikelySame } from '../children/index.ts';
import { numbersIn, schemaOf, sentSchema } from './answers.ts';
import { type AskingOrganisation, beginningFor, beginningsOf } from './asking-organisation.ts';
import { type Draft, insertDraft } from './draft-store.ts';
import {
  type OpenDraft,
  openDraft,
  questionOf,
  questionOnceSent,
  saveQuestion,
  sectionOf,
  versionOf,
} from './open-draft-store.ts';
import { CheckAnswersPage, type ShownTogether } from './pages/check-answers.tsx';
import { DraftConflictPage } from './pages/draft-conflict.tsx';
import { QuestionPage } from './pages/question.tsx';
import { SentAlreadyPage } from './pages/sent-already.tsx';
import { StartPage } from './pages/start.tsx';
import type { Answers, Asking, Question, Source } from './question.ts';
import { nextQuestion, questionAfter, questionBefore } from './question-path.ts';
import { questionsFor } from './questions.ts';
import { findAskingOrganisation } from './store.ts';
import { heldByOther, mayShare, partOf } from './together.ts';
import { hold } from './together-store.ts';

/** How long a visitor's browser keeps their unsent request: as long as the request itself. */
export const VISITOR_MINUTES = 28 * 24 * 60;

const open = { access: 'public' } as const;
const ASKERS: readonly Source[] = ['parent', 'young person', 'attention'];

/** Writing a request: one question a page, saved as it goes, in the lens of whoever began it. */
export function draftRoutes(app: FastifyInstance, services: Services): void {
  const limited = { ...open, rateLimit: { max: services.config.publicFormLimit, timeWindow: '1 minute' } };

  const asking = askingWith(services);

  app.get('/requests/new', { config: open }, (request, reply) => showStart(request, reply, {}));

  app.post('/requests', { config: limited }, async (request, reply) => {
    const source = await sourceOf(request);
    if (source === null) {
      const team = request.actor?.kind === 'organisation';
      return showStart(request, reply, {
        source: team ? 'Select what you are doing' : 'Select who you are asking for',
      });
    }
    const id = randomUUID();
    const owner = await ownerOf(request, reply, services, id);
    await withLens(services.database, owner, (tx) => beginDraft(tx, services, owner, { id, source }));
    if (partOf(owner.kind, source) === 'school') return reply.redirect(`/drafts/${id}/together`, 303);
    const [first] = questionsFor(asking({ source, answers: {} }));
    return reply.redirect(`/drafts/${id}/${first?.id ?? 'check'}`, 303);
  });

  app.get('/drafts/:draftId/:question', { config: open }, async (request, reply) => {
    const draft = await openDraft(request);
    if (draft.requestId !== null) return showSent(request, reply, draft);
    const question = found(questionOf(asking(draft), request));
    const { writing } = draft;
    if (writing !== null && heldByOther(sectionOf(draft, question), writing.id, services.now()) === null) {
      const at = { authorityId: services.authority.code, draftId: draft.id, question: question.id };
      await request.act((tx) => hold(tx, at, writing, services.now()));
    }
    return reply.page(questionPage(request, draft, question, { errors: {}, typed: draft.answers }));
  });

  app.post('/drafts/:draftId/:question', { config: limited }, async (request, reply) => {
    const draft = await openDraft(request);
    if (draft.requestId !== null) return showSent(request, reply, draft);
    const question = found(questionOf(asking(draft), request));
    const read = readForm(schemaOf(question, englishDay(services.now())), request.body);
    if (!read.ok) return reply.page(questionPage(request, draft, question, read), 400);
    const version = Number(typedIn(request.body)['version']);
    const saved = await request.act((tx) =>
      saveQuestion(tx, services, { draft, question }, { answers: read.value, version }),
    );
    if (!saved) {
      const meanwhile = await openDraft(request);
      if (meanwhile.requestId !== null) return showSent(request, reply, meanwhile);
      const page = request.pageContext();
      const conflict = {
        question,
        saved: draft.answers,
        typed: read.value,
        draftId: draft.id,
        version: versionOf(draft, question),
      };
      return reply.page(<DraftConflictPage page={page} formKey={randomUUID()} {...conflict} />, 409);
    }
    return reply.redirect(addressAfter(draft, question, { ...draft.answers, ...read.value }), 303);
  });

  app.get('/drafts/:draftId/check', { config: open }, async (request, reply) => {
    const draft = await openDraft(request);
    if (draft.requestId !== null) return showSent(request, reply, draft);
    const unanswered = nextQuestion(asking(draft));
    if (unanswered !== null && draft.part === 'family')
      return reply.redirect(`/drafts/${draft.id}/${unanswered.id}`, 303);
    const page = request.pageContext();
    const questions = questionsFor(asking(draft));
    const { id: draftId, answers } = draft;
    const likely = request.actor?.kind === 'staff' ? await likelyFor(request, draft) : [];
    return reply.page(
      <CheckAnswersPage
        {...{ page, draftId, questions, answers, likely }}
        together={togetherOf(draft, services.now())}
        part={draft.part}
        mayShare={mayShare(draft.source)}
        formKey={randomUUID()}
      />,
    );
  });

  async function showStart(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
    const organisation = await organisationOf(request);
    const offered = organisation === null ? [] : beginningsOf(organisation);
    const form = { errors, formKey: randomUUID() };
    const page = <StartPage page={request.pageContext()} offered={offered} {...form} />;
    return reply.page(page, hasErrors(errors) ? 400 : 200);
  }

  // Nothing is saved in a draft that was sent, so whatever was typed is shown back, with where to send it now.
  function showSent(request: FastifyRequest, reply: FastifyReply, draft: OpenDraft) {
    const question = request.method === 'POST' ? found(questionOnceSent(draft, request)) : null;
    const typed = question === null ? null : { question, words: typedIn(request.body) };
    const { sentAt, part, source } = draft;
    const shown = { sentAt, part, told: source === 'attention', typed, reach: reachOf(services.authority) };
    return reply.page(
      <SentAlreadyPage page={request.pageContext()} {...shown} />,
      typed === null ? 200 : 409,
    );
  }

  function questionPage(
    request: FastifyRequest,
    draft: OpenDraft,
    question: Question,
    shown: { errors: FieldErrors; typed: Answers },
  ) {
    const before = questionBefore(asking(draft), question.id);
    return (
      <QuestionPage
        page={request.pageContext()}
        question={question}
        self={draft.source === 'young person'}
        draftId={draft.id}
        version={versionOf(draft, question)}
        held={
          draft.writing === null
            ? null
            : heldByOther(sectionOf(draft, question), draft.writing.id, services.now())
        }
        typed={shown.typed}
        errors={shown.errors}
        formKey={randomUUID()}
        backHref={backHref(draft.id, question, before)}
        safeguarding={question.aside === true ? { route: services.authority.safeguarding } : null}
        mayReturnByLink={request.actor?.kind === 'visitor'}
      />
    );
  }

  // Once everything is answered, changing one answer leads back to the list of them all.
  function addressAfter(draft: OpenDraft, question: Question, answers: Answers): string {
    const now = asking({ ...draft, answers });
    const next = nextQuestion(asking(draft)) === null ? null : questionAfter(now, question.id);
    return `/drafts/${draft.id}/${next?.id ?? nextQuestion(now)?.id ?? 'check'}`;
  }
}

/** How what is asked next is worked out, on the day. */
export function askingWith(services: Services) {
  return ({ source, answers, part }: Pick<Asking, 'source' | 'answers' | 'part'>): Asking => ({
    source,
    answers,
    today: englishDay(services.now()),
    schoolYears: services.config.schoolYears,
    ...(part === undefined ? {} : { part }),
  });
}

/** Begins a request in the lens of whoever asks; one who tells of a child for an organisation has said who they are. */
export async function beginDraft(
  tx: Tx,
  services: Services,
  owner: Actor,
  { id, source }: { id: Uuid; source: Source },
): Promise<void> {
  const tellerName = owner.kind === 'organisation' && source === 'attention' ? owner.name : '';
  const answers: Answers = tellerName === '' ? {} : { tellerName };
  const ownerId = actorId(owner) ?? id;
  const draft = { authorityId: services.authority.code, id, ownerId, source, answers };
  await insertDraft(tx, draft, services.now());
}

export function togetherOf({ sharing, sections, writing }: OpenDraft, now: Date): ShownTogether | null {
  if (sharing === null || writing === null) return null;
  return {
    with:
      sharing.editor === null
        ? null
        : sharing.ownerId === writing.id
          ? sharing.editor.name
          : sharing.ownerName,
    sections: sections.map((section) => ({
      question: section.question,
      savedBy: section.savedBy,
      heldBy: heldByOther(section, writing.id, now)?.name ?? null,
    })),
  };
}

export async function sourceOf(request: FastifyRequest): Promise<Source | null> {
  if (request.actor?.kind === 'staff') return 'staff';
  const said = typedIn(request.body)['source'];
  const organisation = await organisationOf(request);
  if (organisation !== null) return beginningFor(organisation, said);
  return ASKERS.find((source) => source === said) ?? null;
}

async function organisationOf(request: FastifyRequest): Promise<AskingOrganisation | null> {
  const { actor } = request;
  if (actor?.kind !== 'organisation') return null;
  return request.act((tx) => findAskingOrganisation(tx, actor.organisationId));
}

// Whoever is signed in owns what they begin; anyone else becomes a visitor who sees this one draft and nothing besides.
async function ownerOf(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  id: Uuid,
): Promise<Actor> {
  const actor = request.actor;
  if (actor !== null && actor.kind !== 'visitor' && actorId(actor) !== null) return actor;
  const limits = { idleMinutes: VISITOR_MINUTES, absoluteMinutes: VISITOR_MINUTES };
  setSessionCookie(
    reply,
    services,
    await startSession(services.database, { draftId: id }, services.now(), limits),
  );
  return { kind: 'visitor', draftId: id };
}

function backHref(draftId: string, question: Question, before: Question | null): string {
  if (question.aside === true) return `/drafts/${draftId}/check`;
  return before === null ? '/requests/new' : `/drafts/${draftId}/${before.id}`;
}

async function likelyFor(request: FastifyRequest, draft: Draft) {
  const sent = sentSchema.parse(draft.answers);
  const found = await request.act((tx) => findLikelySame(tx, { ...sent, ...numbersIn(sent) }, null));
  return found.map((child) => ({
    name: `${child.givenNames} ${child.familyName}`,
    bornOn: sayDate(child.bornOn),
    match: child.match,
  }));
}

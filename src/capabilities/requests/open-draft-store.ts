import type { FastifyRequest } from 'fastify';
import { idIn, partIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { actorId, type Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Draft, findDraft, saveAnswers } from './draft-store.ts';
import type { Answers, Asking, Question } from './question.ts';
import { QUESTIONS, questionsFor } from './questions.ts';
import { mayShare, type Part, partOf, type Section, type Sharing } from './together.ts';
import { findSharing, listSections, saveSection } from './together-store.ts';

/** A draft with whose part of it is being written and, where it is written together, by whom and how it stands. */
export type OpenDraft = Draft & {
  part: Part;
  writing: { id: Uuid; name: string } | null;
  sharing: Sharing | null;
  sections: readonly Section[];
};

export async function openDraft(request: FastifyRequest, begun?: Uuid): Promise<OpenDraft> {
  const draft = await theirDraft(request, begun);
  const { actor } = request;
  const me = actor === null ? null : actorId(actor);
  const part = partOf(actor?.kind ?? '', draft.source);
  if (!mayShare(draft.source) || me === null)
    return { ...draft, part, writing: null, sharing: null, sections: [] };
  return request.act(async (tx) => {
    const sharing = await findSharing(tx, draft.id);
    if (sharing === null) return { ...draft, part, writing: null, sharing, sections: [] };
    const name = sharing.ownerId === me ? sharing.ownerName : (sharing.editor?.name ?? '');
    return { ...draft, part, writing: { id: me, name }, sharing, sections: await listSections(tx, draft.id) };
  });
}

export function sectionOf(draft: OpenDraft, question: Question): Section | undefined {
  return draft.sections.find((section) => section.question === question.id);
}

export function versionOf(draft: OpenDraft, question: Question): number {
  return draft.writing === null ? draft.version : (sectionOf(draft, question)?.version ?? 0);
}

/** The draft named in the address, if it is theirs. */
export async function theirDraft(request: FastifyRequest, begun?: Uuid): Promise<Draft> {
  const draftId = begun ?? idIn(request, 'draftId');
  return found(await request.act((tx) => findDraft(tx, draftId)));
}

export function questionOf(asking: Asking, request: FastifyRequest): Question | undefined {
  const question = partIn(request, 'question');
  // What the school wrote is there for the family to read, and not to change.
  return questionsFor(asking).find(
    ({ id, together }) => id === question && (together !== true || asking.part === 'school'),
  );
}

/** Saves the answers to one question; false where somebody saved it since `version`, or is writing there. */
export function saveQuestion(
  tx: Tx,
  services: Services,
  { draft, question }: { draft: OpenDraft; question: Question },
  { answers, version }: { answers: Answers; version: number },
): Promise<boolean> {
  const { writing } = draft;
  if (writing === null) return saveAnswers(tx, { ...draft, version }, answers, services.now());
  const at = { authorityId: services.authority.code, draftId: draft.id, question: question.id };
  const by = question.together === true ? { schoolAuthor: writing.name } : {};
  const saved = { answers: { ...answers, ...by }, version };
  return saveSection(tx, at, saved, writing, services.now());
}

/** A question of a draft that was sent, whose answers are gone with it: whichever of them anybody may still have open. */
export function questionOnceSent(draft: OpenDraft, request: FastifyRequest): Question | undefined {
  const id = partIn(request, 'question');
  const asked = QUESTIONS.find((one) => one.id === id && one.sources.includes(draft.source));
  return asked?.familyOnly === true && draft.part === 'school' ? undefined : asked;
}

import { accepted } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { changesBetween } from './changes.ts';
import { CITES, type PlanResult, refuse } from './citations.ts';
import type { AnsweredChange, PlanFacts } from './facts.ts';
import { replaceSection, type SectionEdit, type WorkingDraft } from './sections.ts';

/** Why a draft already with the family is changed: for a comment of theirs, or because the authority itself wants it. */
export type Because = { kind: 'comment'; representationId: Uuid } | { kind: 'our own change' } | null;

export type Changed = {
  working: WorkingDraft;
  answers: readonly AnsweredChange[];
  /** The change is the authority's own, so what follows is a new draft (Code 9.125). */
  beginsNewDraft: boolean;
};

/**
 * Changes one section of the draft. Before a draft is served, and while a new one is written, anything may change. While
 * one is with the family each change carries the comment it answers; the authority's own change begins a new draft (Code
 * 9.125). Refuses a final plan, a change that does not say why, a comment not accepted, and a section that has moved on.
 */
export function changeSection(
  facts: PlanFacts,
  edit: SectionEdit,
  version: number,
  because: Because,
): PlanResult<Changed> {
  if (facts.issued !== null) {
    return refuse('plan', 'This plan is final. Start an amendment to change it', CITES.changesAfterDraft);
  }
  const replaced = replaceSection(facts.working, edit, version);
  if (!replaced.ok) return { ...replaced, cite: CITES.changesAfterDraft };
  const working = replaced.value;
  if (!needsReason(facts)) return accepted({ working, answers: facts.answers, beginsNewDraft: false });
  const now = changesBetween(facts.working.content, working.content).map(({ at }) => at);
  if (now.length === 0) return accepted({ working, answers: facts.answers, beginsNewDraft: false });
  if (because === null) {
    const message = 'Select the comment this answers, or that it is our own change';
    return refuse('because', message, CITES.changesAfterDraft);
  }
  if (because.kind === 'our own change') return accepted({ working, answers: [], beginsNewDraft: true });
  const answered = answerableComments(facts).some(({ id }) => id === because.representationId);
  if (!answered) {
    return refuse('because', 'Accept the comment, in whole or part, before changing the draft for it', {
      ...CITES.changesAfterDraft,
    });
  }
  return accepted({
    working,
    answers: marked(facts, working, now, because.representationId),
    beginsNewDraft: false,
  });
}

/** Whether a change must say why it is made: while a draft is with the family. */
export function needsReason(facts: Pick<PlanFacts, 'served' | 'redraftingSince' | 'issued'>): boolean {
  return facts.served !== null && facts.redraftingSince === null && facts.issued === null;
}

/** The comments on the draft now with the family that were accepted, in whole or part: those a change may answer. */
export function answerableComments(facts: Pick<PlanFacts, 'served' | 'representations'>) {
  return facts.representations.filter(
    ({ draftNumber, answer }) =>
      draftNumber === facts.served?.number && answer !== null && answer.outcome !== 'declined',
  );
}

// What is put back as it was served is no change, and needs no comment any more.
function marked(facts: PlanFacts, working: WorkingDraft, now: readonly string[], id: Uuid): AnsweredChange[] {
  if (facts.served === null) return [];
  return changesBetween(facts.served.content, working.content).map(({ at }) => {
    const before = facts.answers.find((change) => change.at === at)?.representationIds ?? [];
    return { at, representationIds: now.includes(at) ? [...new Set([...before, id])] : before };
  });
}

import { randomUUID } from 'node:crypto';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { areaEdit } from './area-rows.ts';
import type { Because } from './changing.ts';
import type { PlanFacts } from './facts.ts';
import { rowAt } from './history/parts.ts';
import { references } from './links.ts';
import type { DraftContent } from './plan.ts';
import { happened, openForActing } from './post.ts';
import { change } from './section-routes.tsx';
import type { Plan } from './store.ts';
import {
  answerSuggestion,
  type Proposer,
  type Suggested,
  type Suggestion,
  type SuggestionOutcome,
  suggest,
  takeSuggestion,
  wordsToSuggest,
} from './suggesting.ts';
import { AS_REPRESENTATION, insertSuggestion, keepAnswer, listSuggestions } from './suggestion-store.ts';
import { answer, represent } from './views-sending.ts';

/* Other words suggested for a draft, and what becomes of them. */

export type Suggesting = Omit<Suggested, 'newId'> & { proposer: Proposer; from: string; why: string };

/** Keeps a suggestion. It changes nothing: a family's is a representation too, and is answered as one. */
export async function suggestWords(
  tx: Tx,
  services: Services,
  planId: Uuid,
  { proposer, from, why, ...said }: Suggesting,
): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const content = readBy(facts, proposer);
  if (facts.issued !== null) return refused('how', 'This plan is final. Start an amendment to change it');
  if (content === null) return refused('how', 'There is no draft with the family to suggest words for yet');
  const made = suggest(content, { ...said, newId: randomUUID() });
  if (!made.ok) return made;
  const { rowId, ...words } = made.value;
  const one = { ...words, id: randomUUID(), at: rowAt(words.section, rowId), why, proposer, by: from };
  const representationId = proposer === 'family' ? randomUUID() : null;
  if (representationId !== null) {
    const about = { about: words.section, words: inWords(content, { ...one, rowId }), from };
    const said = await represent(tx, services, planId, { ...about, id: representationId, rowId });
    if (!said.ok) return said;
  }
  await insertSuggestion(tx, plan, { ...one, representationId, on: englishDay(services.now()) });
  await happened(tx, plan, 'words for the draft suggested', one.id, { data: { proposer } });
  return accepted(one.id);
}

// A family suggests words for the draft it has; staff and whoever they write down for, for the draft as it now stands.
function readBy({ served, working }: PlanFacts, proposer: Proposer): DraftContent | null {
  return proposer === 'family' ? (served?.content ?? null) : working.content;
}

/** A suggestion as a representation says it, for whoever reads the representations alone. */
function inWords(
  content: DraftContent,
  { why, base, proposed, rowId }: Pick<Suggestion, 'why' | 'base' | 'proposed'> & { rowId: Uuid },
): string {
  const name = references(content).get(rowId) ?? '';
  const was = base === null ? {} : wordsToSuggest(base);
  const words = Object.entries(proposed === null ? {} : wordsToSuggest(proposed))
    .filter(([name, text]) => text !== '' && text !== was[name])
    .map(([, text]) => text);
  const wanted =
    proposed === null
      ? `Take ${name} out.`
      : `${base === null ? 'Put this in:' : `${name} should say:`} ${words.join('. ')}`;
  return [why, wanted]
    .filter((one) => one !== '')
    .join('\n')
    .slice(0, 20_000);
}

export type Deciding = {
  suggestionId: Uuid;
  outcome: SuggestionOutcome;
  reasons: string;
  because: Because;
  by: string;
};

/** Takes a suggestion into the draft, takes part of it, or declines it. What is taken changes the draft in the same act. */
export async function decideSuggestion(
  tx: Tx,
  services: Services,
  planId: Uuid,
  { suggestionId, outcome, reasons, because, by }: Deciding,
): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const all = await listSuggestions(tx, planId, facts.representations);
  const suggestion = found(all.find(({ id }) => id === suggestionId));
  const decided = answerSuggestion(suggestion, { outcome, reasons });
  if (!decided.ok) return decided;
  const on = englishDay(services.now());
  const { representationId } = suggestion;
  if (representationId === null) await keepAnswer(tx, suggestion.id, { outcome, reasons, by, on });
  else {
    const given = { representationId, outcome: AS_REPRESENTATION[outcome], reasons, answeredBy: by };
    const answered = await answer(tx, services, planId, given);
    if (!answered.ok) return answered;
  }
  if (outcome === 'taken') {
    const own: Because = representationId === null ? because : { kind: 'comment', representationId };
    const taken = await take(tx, services, { planId, suggestion, because: own, by });
    if (!taken.ok) return taken;
  }
  await happened(tx, plan, EVENTS[outcome], suggestion.id, { data: { proposer: suggestion.proposer } });
  return accepted(`/plans/${planId}/suggestions`);
}

const EVENTS = {
  taken: 'suggested words taken into the draft',
  'taken in part': 'suggested words taken in part',
  declined: 'suggested words declined',
} as const satisfies Record<SuggestionOutcome, string>;

type Taking = { planId: Uuid; suggestion: Suggestion; because: Because; by: string };

// The facts are read again: what was just answered is what a change of a draft with the family may answer.
async function take(
  tx: Tx,
  services: Services,
  { planId, suggestion, because, by }: Taking,
): Promise<Outcome> {
  const { plan, facts }: { plan: Plan; facts: PlanFacts } = await openForActing(tx, planId);
  const area = takeSuggestion(facts, suggestion);
  if (!area.ok) return area;
  const { section, id: about, by: proposedBy } = suggestion;
  const why = { how: 'suggestion taken', about, proposedBy } as const;
  const version = facts.working.versions[section];
  const edit = areaEdit(section, area.value);
  const done = await change(tx, services, { plan, facts, by }, edit, { version, because, why });
  return done.ok ? accepted(planId) : done;
}

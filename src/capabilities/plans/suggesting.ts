import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findRow, type PlanRow, type RowKind, removeRow, sectionsFor, withRow } from './area-rows.ts';
import { CITES, type PlanResult, refuse } from './citations.ts';
import type { PlanFacts } from './facts.ts';
import { rowOf, saysTheSame } from './history/parts.ts';
import { AREAS, type Area, type AreaName, type DraftContent, type PlanContent } from './plan.ts';

/** Who suggests: the family, somebody who gives advice or support, or a colleague at the authority. */
export const PROPOSERS = ['family', 'contributor', 'colleague'] as const;
export type Proposer = (typeof PROPOSERS)[number];

export type SuggestionOutcome = 'taken' | 'taken in part' | 'declined';

/** Other words for one statement of a draft; a new one where there is no base, and one taken out where nothing is proposed. */
export type Suggestion = {
  id: Uuid;
  at: string;
  section: AreaName;
  base: PlanRow | null;
  proposed: PlanRow | null;
  why: string;
  proposer: Proposer;
  by: string;
  /** Where whoever suggested it by their own sign-in works. */
  organisation: { id: Uuid; name: string } | null;
  representationId: Uuid | null;
  on: PlainDate;
  answer: { outcome: SuggestionOutcome; reasons: string; by: string; on: PlainDate } | null;
};

/** The words of a row that may be suggested otherwise; what it cites and links to is for whoever writes the draft. */
export const SUGGESTED_FIELDS = {
  need: { text: 'The need', evidence: 'Evidence' },
  provision: {
    what: 'What is provided',
    who: 'Who provides it',
    ratio: 'How many children to each adult',
    frequency: 'How often',
    durationEachTime: 'How long each time',
    review: 'When it starts, and how it is reviewed',
    text: 'Anything else',
  },
  outcome: { text: 'The outcome', steps: 'Steps towards it', byWhen: 'By when' },
} as const satisfies Record<RowKind, Readonly<Record<string, string>>>;

/** The words of a row by the names its form has for them. */
export function wordsToSuggest({ kind, row }: PlanRow): Record<string, string> {
  const words: Readonly<Record<string, unknown>> = row;
  return Object.fromEntries(
    Object.keys(SUGGESTED_FIELDS[kind]).map((name) => [name, String(words[name] ?? '')]),
  );
}

export type Suggested = {
  how: 'other words' | 'take out' | 'new';
  /** The row it is about; none for a new one. */
  rowId: Uuid | null;
  /** For a new one: where it goes, what it is, and the identity it would have. */
  area: AreaName | undefined;
  kind: RowKind;
  newId: Uuid;
  words: Readonly<Record<string, string>>;
};

/** What somebody suggests, beside what the draft they read says. Refuses a row that is not there, no words, and no change. */
export function suggest(
  content: DraftContent,
  said: Suggested,
): Result<Pick<Suggestion, 'section' | 'base' | 'proposed'> & { rowId: Uuid }> {
  return suggestAbout(rowIn(content, said.rowId), said);
}

/** As `suggest`, about a statement as it was shown; null where it is not there. */
export function suggestAbout(
  there: { section: AreaName; base: PlanRow } | null,
  said: Suggested,
): Result<Pick<Suggestion, 'section' | 'base' | 'proposed'> & { rowId: Uuid }> {
  if (said.how === 'new') return suggestNew(said);
  if (there === null) return refused('how', 'This is no longer in the draft. Suggest it as new');
  const { section, base } = there;
  const rowId = base.row.id;
  if (said.how === 'take out') return accepted({ section, base, proposed: null, rowId });
  const proposed = reworded(base, said.words);
  const main = proposed.kind === 'provision' ? 'what' : 'text';
  if ((wordsToSuggest(proposed)[main] ?? '').trim() === '')
    return refused(main, 'Enter the words you suggest, or choose to take it out');
  if (saysTheSame({ part: 'row', ...base }, { part: 'row', ...proposed }))
    return refused(main, 'Change the words to what you suggest');
  return accepted({ section, base, proposed, rowId });
}

function suggestNew({ area, kind, newId, words }: Suggested) {
  if (area === undefined) return refused('area', 'Select which part of the plan it belongs to');
  const text = (words['new'] ?? '').trim();
  if (text === '') return refused('new', 'Enter the words you suggest');
  const proposed = newRow(kind, area, { id: newId, text });
  return accepted({ section: area, base: null, proposed, rowId: newId });
}

function newRow(kind: RowKind, area: AreaName, { id, text }: { id: Uuid; text: string }): PlanRow {
  const shared = { id, sources: [] };
  if (kind === 'need') return { kind, row: { ...shared, text, evidence: '' } };
  if (kind === 'outcome') return { kind, row: { ...shared, provisionIds: [], text, steps: '', byWhen: '' } };
  const empty = { who: '', ratio: '', frequency: '', durationEachTime: '', review: '', text: '' };
  return { kind, row: { ...shared, ...empty, section: sectionsFor(area)[0], needIds: [], what: text } };
}

/** A row of the draft, with the area it stands in; null where there is none. */
export function rowIn(content: PlanContent, id: Uuid | null): { section: AreaName; base: PlanRow } | null {
  for (const section of AREAS) {
    const base = id === null ? undefined : findRow(content.areas[section], id);
    if (base !== undefined) return { section, base };
  }
  return null;
}

function reworded(base: PlanRow, words: Readonly<Record<string, string>>): PlanRow {
  const own = (name: string, was: string) => words[name] ?? was;
  switch (base.kind) {
    case 'need': {
      const { text, evidence } = base.row;
      return {
        kind: 'need',
        row: { ...base.row, text: own('text', text), evidence: own('evidence', evidence) },
      };
    }
    case 'outcome': {
      const { text, steps, byWhen } = base.row;
      const said = { text: own('text', text), steps: own('steps', steps), byWhen: own('byWhen', byWhen) };
      return { kind: 'outcome', row: { ...base.row, ...said } };
    }
    case 'provision': {
      const { what, who, ratio, frequency, durationEachTime, review, text } = base.row;
      const said = {
        what: own('what', what),
        who: own('who', who),
        ratio: own('ratio', ratio),
        frequency: own('frequency', frequency),
        durationEachTime: own('durationEachTime', durationEachTime),
        review: own('review', review),
        text: own('text', text),
      };
      return { kind: 'provision', row: { ...base.row, ...said } };
    }
  }
}

/** What the statement a suggestion is about says in the draft now; null where it is not there. */
export function rowNow(
  content: DraftContent,
  { at, section }: Pick<Suggestion, 'at' | 'section'>,
): PlanRow | null {
  return findRow(content.areas[section], rowOf(at)?.id ?? '') ?? null;
}

/** A row's words alone: without what it is linked to and what it cites, which nobody suggests. */
export function bareRow({ kind, row }: PlanRow): PlanRow {
  if (kind === 'need') return { kind, row: { ...row, sources: [] } };
  if (kind === 'outcome') return { kind, row: { ...row, sources: [], provisionIds: [] } };
  return { kind, row: { ...row, sources: [], needIds: [] } };
}

/** Whether the words of the draft are others by now than those the suggestion was made about. */
export function isStale(
  content: DraftContent,
  suggestion: Pick<Suggestion, 'at' | 'section' | 'base'>,
): boolean {
  const [now, base] = [rowNow(content, suggestion), suggestion.base];
  const words = (row: PlanRow | null) => row && ({ part: 'row', ...bareRow(row) } as const);
  return !saysTheSame(words(now), words(base));
}

/** The area as the suggestion would have it. Refuses one that is stale, so that nobody's later words are lost. */
export function takeSuggestion(facts: PlanFacts, suggestion: Suggestion): PlanResult<Area> {
  const { content } = facts.working;
  if (isStale(content, suggestion)) {
    const message =
      'The draft says something else since this was suggested, so it is not taken as it is. Take it in part and write the words yourself, or decline it';
    return refuse('outcome', message, CITES.changesAfterDraft);
  }
  const area: Area = content.areas[suggestion.section];
  const { proposed, base } = suggestion;
  if (proposed === null) return accepted(removeRow(area, base?.row.id ?? ''));
  // What the row is linked to and cites is as it is now: words alone were suggested.
  const now = rowNow(content, suggestion);
  return accepted(withRow(area, now === null ? proposed : reworded(now, wordsToSuggest(proposed))));
}

/** Answers a suggestion, once, with a reason whichever way it goes. */
export function answerSuggestion(
  suggestion: Suggestion,
  { outcome, reasons }: { outcome: SuggestionOutcome; reasons: string },
): PlanResult<SuggestionOutcome> {
  if (suggestion.answer !== null)
    return refuse('outcome', 'This has been answered already', CITES.representations);
  if (reasons.trim() === '') {
    const who = suggestion.proposer === 'family' ? 'the family' : 'whoever suggested it';
    return refuse('reasons', `Enter the reason, so that ${who} can see it`, CITES.representations);
  }
  return accepted(outcome);
}

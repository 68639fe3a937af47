import { AREAS, type Area, type PlanContent } from '../plan.ts';
import { leftOutOf, rowsLeftOut } from './left-out.ts';
import { type Passage, SHORTEST_WORDS } from './rule.ts';

/** Stands where something is withheld, so that a reader knows that there is something. */
export const NOT_SHOWN = '[Not shown in this copy]';

/** The plan without what is withheld: a statement keeps its place and its links, and says nothing; words give way wherever they stand. */
export function contentWithout<Content extends PlanContent>(
  content: Content,
  passages: readonly Passage[],
): Content {
  const rows = rowsOf(content, passages);
  const parts = new Set(leftOutOf(passages));
  const areas = { ...content.areas };
  for (const name of AREAS) {
    const { strengths, ...area } = areaWithout(content.areas[name], rows);
    Object.assign(areas, { [name]: { strengths: parts.has(name) ? gone(strengths) : strengths, ...area } });
  }
  const { a1, a2, servicesInvolved, directPayments, personalBudget } = content;
  const kept = {
    ...content,
    areas,
    ...(parts.has('a1') ? { a1: gone(a1) } : {}),
    ...(parts.has('a2') ? { a2: gone(a2) } : {}),
    ...(parts.has('services') ? { servicesInvolved: gone(servicesInvolved) } : {}),
    ...(parts.has('j') ? { directPayments: gone(directPayments) } : {}),
    ...(parts.has('j') && personalBudget !== undefined ? { personalBudget: gone(personalBudget) } : {}),
  };
  return textWithout(kept, passages);
}

/** The statements that are withheld whole, or stand in an area that is left out. */
function rowsOf(content: PlanContent, passages: readonly Passage[]): ReadonlySet<string> {
  return new Set([
    ...passages.flatMap(({ rowId }) => rowId ?? []),
    ...rowsLeftOut(content, leftOutOf(passages)),
  ]);
}

/** Nothing of what it says, in the same shape: what was empty stays so, and what joins it to the rest is left alone. */
function gone<T>(value: T): T;
function gone(value: unknown): unknown {
  return deeply(value, (text) => (text === '' ? text : NOT_SHOWN));
}

/** The reports a copy cites, as it names them: by no name where the advice and reports are left out. */
export function citationsWithout<C extends { source: string; place: string | null }>(
  citations: readonly C[],
  passages: readonly Passage[],
): C[] {
  if (!leftOutOf(passages).includes('advice')) return [...textWithout(citations, passages)];
  return citations.map((one) => ({ ...one, source: NOT_SHOWN, place: null }));
}

/** The advice that goes with a copy: that there is some, and nothing it says, where the advice is left out. */
export function adviceWithout<A extends { statement: string; needs: readonly unknown[] }>(
  appendices: readonly A[],
  content: PlanContent,
  passages: readonly Passage[],
): A[] {
  if (leftOutOf(passages).includes('advice'))
    return appendices.map((one) => ({ ...one, statement: NOT_SHOWN, needs: [] }));
  return [...textWithout(appendices, passagesInAdvice(content, passages))];
}

/** Any value of a plan or its papers without the withheld words. What joins and sorts it (identifiers, kinds, days) is left alone. */
export function textWithout<T>(value: T, passages: readonly Passage[]): T;
export function textWithout(value: unknown, passages: readonly Passage[]): unknown {
  const patterns = passages.flatMap(({ words }) => (words === null ? [] : [patternOf(words)]));
  return patterns.length === 0 ? value : deeply(value, (text) => patterns.reduce(replaced, text));
}

/**
 * What is withheld of the advice that a plan goes out with: a statement withheld whole was drawn from it, and is there in
 * the very words, so all it says gives way there too; and so does what a part that is left out says.
 */
export function passagesInAdvice(content: PlanContent, passages: readonly Passage[]): Passage[] {
  const rows = rowsOf(content, passages);
  const parts = new Set(leftOutOf(passages));
  const said = AREAS.flatMap((name) => {
    const { strengths, needs, provisions, outcomes } = content.areas[name];
    const withheld = [...needs, ...provisions, ...outcomes].filter(({ id }) => rows.has(id));
    return [...withheld.flatMap(textsOf), ...(parts.has(name) ? textsOf({ strengths }) : [])];
  });
  const views = [
    ...(parts.has('a1') ? textsOf({ a1: content.a1 }) : []),
    ...(parts.has('a2') ? textsOf(content.a2) : []),
  ];
  return [...passages, ...[...said, ...views].map((words): Passage => ({ rowId: null, words }))];
}

function textsOf(row: object): string[] {
  return Object.entries(row).flatMap(([name, text]) =>
    !JOINS.test(name) && typeof text === 'string' && text.trim().length >= SHORTEST_WORDS ? text : [],
  );
}

/** Whether the words stand anywhere in it. */
export function saysWords(value: unknown, words: string): boolean {
  return JSON.stringify(textWithout(value, [{ rowId: null, words }])) !== JSON.stringify(value);
}

function areaWithout(area: Area, rows: ReadonlySet<string>): Area {
  const emptied = { sources: [], text: NOT_SHOWN };
  return {
    ...area,
    needs: area.needs.map((need) => (rows.has(need.id) ? { ...need, ...emptied, evidence: '' } : need)),
    provisions: area.provisions.map(({ preparesForAdulthood, ...row }) => {
      if (!rows.has(row.id)) return preparesForAdulthood ? { ...row, preparesForAdulthood } : row;
      const nothing = { who: '', ratio: '', frequency: '', durationEachTime: '', review: '', text: '' };
      return { ...row, ...nothing, what: NOT_SHOWN, sources: [] };
    }),
    outcomes: area.outcomes.map((outcome) => {
      if (!rows.has(outcome.id)) return outcome;
      const { id, provisionIds } = outcome;
      return { id, provisionIds, ...emptied, steps: '', byWhen: '' };
    }),
  };
}

const JOINS = /^(id|.+Id|.+Ids|sources|section|kind|type|attendance|adulthood|dateOfBirth|.+On)$/;

function deeply(value: unknown, change: (text: string) => string, at = ''): unknown {
  if (JOINS.test(at)) return value;
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => deeply(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, deeply(one, change, name)]));
}

function replaced(text: string, pattern: RegExp): string {
  return text.replace(pattern, NOT_SHOWN);
}

// However the lines are broken and the letters are set.
function patternOf(words: string): RegExp {
  const pieces = words
    .trim()
    .split(/\s+/)
    .map((word) => RegExp.escape(word));
  return new RegExp(pieces.join('\\s+'), 'giu');
}

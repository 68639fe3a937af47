import { AREAS, type Area, type Need, type Outcome, type PlanContent, type Provision } from '../plan.ts';
import { type Passage, SHORTEST_WORDS } from './rule.ts';

/** Stands where something is withheld, so that a reader knows that there is something. */
export const NOT_SHOWN = '[Not shown in this copy]';

/** The plan without what is withheld: a statement keeps its place and its links, and says nothing; words give way wherever they stand. */
export function contentWithout<Content extends PlanContent>(
  content: Content,
  passages: readonly Passage[],
): Content {
  const rows = new Set(passages.flatMap(({ rowId }) => rowId ?? []));
  const areas = { ...content.areas };
  for (const name of AREAS) Object.assign(areas, { [name]: areaWithout(content.areas[name], rows) });
  return textWithout({ ...content, areas }, passages);
}

/** Any value of a plan or its papers without the withheld words. What joins and sorts it (identifiers, kinds, days) is left alone. */
export function textWithout<T>(value: T, passages: readonly Passage[]): T;
export function textWithout(value: unknown, passages: readonly Passage[]): unknown {
  const patterns = passages.flatMap(({ words }) => (words === null ? [] : [patternOf(words)]));
  return patterns.length === 0 ? value : deeply(value, (text) => patterns.reduce(replaced, text));
}

/**
 * What is withheld of the advice that a plan goes out with: a statement withheld whole was drawn from it, and is there in
 * the very words, so all it says gives way there too.
 */
export function passagesInAdvice({ areas }: PlanContent, passages: readonly Passage[]): Passage[] {
  const rows = new Set(passages.flatMap(({ rowId }) => rowId ?? []));
  const said = AREAS.flatMap((name) => {
    const { needs, provisions, outcomes } = areas[name];
    return [...needs, ...provisions, ...outcomes].filter(({ id }) => rows.has(id)).flatMap(textsOf);
  });
  return [...passages, ...said.map((words): Passage => ({ rowId: null, words }))];
}

function textsOf(row: Need | Provision | Outcome): string[] {
  const { id: _, sources: __, ...texts } = row;
  return Object.entries(texts).flatMap(([name, text]) =>
    !JOINS.test(name) && typeof text === 'string' && text.trim().length >= SHORTEST_WORDS ? text : [],
  );
}

/** Whether the words stand anywhere in it. */
export function saysWords(value: unknown, words: string): boolean {
  return JSON.stringify(textWithout(value, [{ rowId: null, words }])) !== JSON.stringify(value);
}

function areaWithout(area: Area, rows: ReadonlySet<string>): Area {
  const gone = { sources: [], text: NOT_SHOWN };
  return {
    ...area,
    needs: area.needs.map((need) => (rows.has(need.id) ? { ...need, ...gone, evidence: '' } : need)),
    provisions: area.provisions.map(({ preparesForAdulthood, ...row }) => {
      if (!rows.has(row.id)) return preparesForAdulthood ? { ...row, preparesForAdulthood } : row;
      const nothing = { who: '', ratio: '', frequency: '', durationEachTime: '', review: '', text: '' };
      return { ...row, ...nothing, what: NOT_SHOWN, sources: [] };
    }),
    outcomes: area.outcomes.map((outcome) => {
      if (!rows.has(outcome.id)) return outcome;
      const { id, provisionIds } = outcome;
      return { id, provisionIds, ...gone, steps: '', byWhen: '' };
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

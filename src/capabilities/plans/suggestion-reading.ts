import type { FastifyRequest } from 'fastify';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { type ComparedField, compareFields } from './comparing/compare.ts';
import type { Field } from './comparing/statements.ts';
import type { PlanFacts, Representation } from './facts.ts';
import { rowOf } from './history/parts.ts';
import { type PartWords, partWords } from './history/words.ts';
import { references } from './links.ts';
import { AREAS, type Area, type AreaName, type DraftContent } from './plan.ts';
import { readFamilyDiscussions } from './remarks/discussing.ts';
import type { Discussion } from './remarks/remark.ts';
import type { SayingDoor } from './saying-sending.ts';
import { loadFacts } from './store.ts';
import { isStale, rowNow, type Suggestion } from './suggesting.ts';
import { listSuggestions } from './suggestion-store.ts';
import { tookPlace } from './took-place.ts';
import { listVersions } from './version-store.ts';

/* What has been suggested for a draft, in the words whoever reads it is shown. */

export type ShownSuggestion = Suggestion & {
  /** `F1`, or that it is new. */
  name: string;
  /** From what the draft said to what is suggested. */
  fields: readonly ComparedField[];
  /** The same of the whole row, what stays as it is with it. */
  whole: readonly ComparedField[];
  stale: boolean;
  /** What the draft says now, where that is something else. */
  now: readonly Field[];
};

/** What a door shows of a plan's suggestions. A family is not shown the draft being written, nor what others suggested. */
export async function readSuggestions(request: FastifyRequest, door: SayingDoor) {
  const plan = await door.plan(request);
  const family = door.access === 'family';
  const read = await request.act(async (tx) => {
    const child = await findChild(tx, plan.childId);
    // Until something was sent there is nothing a family's lens shows of a draft.
    const written = !family || (await listVersions(tx, plan.id)).length > 0;
    const facts = written ? await loadFacts(tx, plan) : null;
    const all = facts === null ? [] : await listSuggestions(tx, plan.id, facts.representations);
    const discussions: Discussions =
      facts === null ? new Map() : await readFamilyDiscussions(tx, plan.id, facts);
    return { childName: child === undefined ? '' : fullName(child), facts, all, discussions };
  });
  request.readsChildFile(plan);
  const { facts } = read;
  const content = facts === null ? null : readIn(facts, family);
  const words = content === null ? null : partWords(content, () => '');
  const shown = content === null || words === null ? [] : read.all.map((one) => shownOf(content, words, one));
  const { childName, discussions } = read;
  return { plan, childName, facts, content, words, shown, discussions };
}

function readIn({ served, working }: PlanFacts, family: boolean): DraftContent | null {
  return family ? (served?.content ?? null) : working.content;
}

function shownOf(content: DraftContent, words: PartWords, one: Suggestion): ShownSuggestion {
  const [base, proposed] = [
    one.base && ({ part: 'row', ...one.base } as const),
    one.proposed && ({ part: 'row', ...one.proposed } as const),
  ];
  const now = rowNow(content, one);
  const stale = one.answer === null && isStale(content, one);
  return {
    ...one,
    name: nameOf(content, one),
    fields: words.compare(base, proposed),
    whole: compareFields(words.fields(base), words.fields(proposed)),
    stale,
    now: stale ? words.fields(now && { part: 'row', ...now }) : [],
  };
}

const KINDS = { need: 'a need', provision: 'provision', outcome: 'an outcome' } as const;

function nameOf(content: DraftContent, { at, base, proposed }: Suggestion): string {
  const name = references(content).get(rowOf(at)?.id ?? '');
  if (name !== undefined) return name;
  const kind = (base ?? proposed)?.kind ?? 'need';
  return base === null ? `New: ${KINDS[kind]}` : `${KINDS[kind]}, since taken away`;
}

type Discussions = ReadonlyMap<Uuid, Discussion>;

/** One statement of the draft the family has, with all that was said about it. */
export type Line = {
  id: Uuid;
  name: string;
  fields: readonly Field[];
  comments: readonly SaidAbout[];
};
export type SaidAbout = Representation & {
  suggestion: ShownSuggestion | null;
  places: readonly string[];
  discussion: Discussion;
};
export type LinesOf = { area: AreaName; lines: readonly Line[] };

/** The draft line by line: each statement, what the family said of it, the answer, and where the plan says it now. */
export function lineByLine(
  facts: PlanFacts,
  content: DraftContent,
  {
    words,
    shown,
    discussions,
  }: { words: PartWords; shown: readonly ShownSuggestion[]; discussions: Discussions },
): { areas: LinesOf[]; rest: SaidAbout[] } {
  const said = facts.representations.flatMap((one): SaidAbout[] => {
    const discussion = discussions.get(one.id);
    if (discussion === undefined) return [];
    return [
      {
        ...one,
        discussion,
        suggestion: shown.find(({ representationId }) => representationId === one.id) ?? null,
        places: tookPlace(facts, one.id),
      },
    ];
  });
  const names = references(content);
  const areas = AREAS.map((area) => {
    const { needs, provisions, outcomes }: Area = content.areas[area];
    const rows = [
      ...needs.map((row) => ({ part: 'row', kind: 'need', row }) as const),
      ...provisions.map((row) => ({ part: 'row', kind: 'provision', row }) as const),
      ...outcomes.map((row) => ({ part: 'row', kind: 'outcome', row }) as const),
    ];
    const lines = rows.map((part) => ({
      id: part.row.id,
      name: names.get(part.row.id) ?? '',
      fields: words.fields(part),
      comments: said.filter(({ rowId }) => rowId === part.row.id),
    }));
    return { area, lines };
  });
  const shownIds = new Set(areas.flatMap(({ lines }) => lines.map(({ id }) => id)));
  const rest = said.filter(({ rowId }) => rowId === undefined || !shownIds.has(rowId));
  return { areas: areas.filter(({ lines }) => lines.length > 0), rest };
}

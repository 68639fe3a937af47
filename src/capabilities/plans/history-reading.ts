import type { FastifyRequest } from 'fastify';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { listCitations } from './citing-store.ts';
import { citedWords } from './citing-words.ts';
import type { ComparedField } from './comparing/compare.ts';
import type { Field } from './comparing/statements.ts';
import type { PlanFacts } from './facts.ts';
import { overtaken } from './history/changed.ts';
import { type DraftPart, partsOf } from './history/parts.ts';
import { type PartWords, partWords } from './history/words.ts';
import { versionOfPart } from './history-sending.ts';
import { findChange, type KeptChange, lastActOf, lastChangeOf, listChanges } from './history-store.ts';
import { openPlanPage } from './plan-routes.tsx';
import type { Plan } from './store.ts';

/* What has been changed in a draft, for its pages and for JSON, in the words its readers are shown. */

/** A change as it is read. */
export type ShownChange = {
  id: Uuid;
  actId: Uuid;
  at: string;
  title: string;
  how: KeptChange['how'];
  by: string;
  proposedBy: string | null;
  on: Date;
  fields: readonly ComparedField[];
  /** There was something there before it, which may be put back. */
  hadWords: boolean;
  /** What the part says now, by its hash. */
  version: string;
};

/** Of which part, empty for all of them, and which page of them. */
export type HistoryAsked = { at: string; page: number };
const SIZE = 20;

export type History = { changes: readonly ShownChange[]; more: boolean; of: string | null };

/** The changes of a draft, newest first; of one part where its name is given. */
export async function readHistory(request: FastifyRequest, { at, page }: HistoryAsked) {
  const { of, facts, shown } = await openPlanPage(request, async (tx, plan, facts) => {
    const words = await wordsFor(tx, plan, facts);
    const found = await listChanges(tx, plan.id, { at: at === '' ? null : at, page, size: SIZE });
    const parts = partsOf(facts.working.content);
    const changes = found.changes.map((one) => shownChange(words, one, parts.get(one.at)?.part ?? null));
    return { changes, more: found.more, of: at === '' ? null : (changes[0]?.title ?? null) };
  });
  return { of, facts, history: shown };
}

/** One part of somebody's last act, and what it says now where somebody has changed it since. */
export type UndonePart = {
  at: string;
  title: string;
  /** From what it says to what it will say again. */
  fields: readonly ComparedField[];
  now: {
    fields: readonly Field[];
    by: string;
    on: Date;
    mine: readonly Field[];
    before: readonly Field[];
  } | null;
};
export type LastAct = { actId: Uuid; on: Date; parts: readonly UndonePart[] };

/** The last change of whoever asks, as undoing it would go; null where there is none. */
export async function readLast(request: FastifyRequest) {
  const { of, facts, shown } = await openPlanPage(
    request,
    async (tx, plan, facts): Promise<LastAct | null> => {
      const changes = await lastActOf(tx, plan.id);
      const [first] = changes;
      if (first === undefined) return null;
      const words = await wordsFor(tx, plan, facts);
      const since = new Map(overtaken(facts.working.content, changes).map((one) => [one.at, one]));
      const parts: UndonePart[] = [];
      for (const change of changes) {
        const other = since.get(change.at);
        const by = other === undefined ? undefined : await lastChangeOf(tx, plan.id, change.at);
        const now =
          other === undefined || by === undefined
            ? null
            : {
                fields: words.fields(other.now),
                by: by.by,
                on: by.on,
                mine: words.fields(change.after),
                before: words.fields(change.before),
              };
        const { at } = change;
        parts.push({
          at,
          title: words.title(change),
          fields: words.compare(change.after, change.before),
          now,
        });
      }
      return { actId: first.actId, on: first.on, parts };
    },
  );
  return { of, facts, last: shown };
}

/** One change, and what putting back the words before it would do to the draft as it is. */
export async function readOneChange(request: FastifyRequest, id: Uuid) {
  return openPlanPage(request, async (tx, plan, facts) => {
    const change = await findChange(tx, plan.id, id);
    if (change === undefined || change.before === null) return null;
    const words = await wordsFor(tx, plan, facts);
    const now = partsOf(facts.working.content).get(change.at)?.part ?? null;
    return {
      ...shownChange(words, change, now),
      fields: words.compare(now, change.before),
      nothingNow: now === null,
    };
  });
}

function shownChange(words: PartWords, change: KeptChange, now: DraftPart | null): ShownChange {
  const { before, after, section: _section, place: _place, ...kept } = change;
  return {
    ...kept,
    title: words.title(change),
    fields: words.compare(before, after),
    hadWords: before !== null,
    version: versionOfPart(now),
  };
}

async function wordsFor(tx: Tx, plan: Plan, { working }: PlanFacts): Promise<PartWords> {
  const citations = await listCitations(tx, plan.id);
  return partWords(working.content, (sources) =>
    citedWords(working.content, sources, citations)
      .map(({ words }) => words)
      .join('; '),
  );
}

/** Where the changes of one part are read. */
export function historyHref(planId: string, at: string): string {
  return `/plans/${planId}/history?at=${encodeURIComponent(at)}`;
}

import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { AREAS, type Area, type AreaName, type Need, type PlanContent } from './plan.ts';

/** A need as signed advice states it. */
export type AdvisedNeed = { adviceId: Uuid; needId: Uuid; area: AreaName; from: string; text: string };

export const PLACES = ['in the plan', 'merged into', 'left out'] as const;
export type PlaceKind = (typeof PLACES)[number];

/** Where staff said a need stands; `rowId` is null, and there is a reason, where it is left out. */
export type RecordedPlace = {
  adviceId: Uuid;
  needId: Uuid;
  words: string;
  place: PlaceKind;
  rowId: Uuid | null;
  reason: string;
  by: string;
  on: PlainDate;
};

/** Where a need stands now. Nobody had to say so where a row of the plan has its words and cites its advice. */
export type NeedPlace = Pick<RecordedPlace, 'place' | 'rowId' | 'reason'> & {
  said: { by: string; on: PlainDate } | null;
};
export type PlacedNeed = AdvisedNeed & { at: NeedPlace | null };

/**
 * Each need that advice states, with where it stands in the plan: as staff said last, while the advice has those words and
 * the plan that row; else the row drawn from it, whose words are the same. Null where nothing says.
 */
export function placeNeeds(
  needs: readonly AdvisedNeed[],
  content: Pick<PlanContent, 'areas'>,
  recorded: readonly RecordedPlace[],
): PlacedNeed[] {
  const rows = needRows(content);
  const standing = new Set(rows.map(({ id }) => id));
  return needs.map((need) => {
    const last = recorded.findLast(
      ({ adviceId, needId }) => adviceId === need.adviceId && needId === need.needId,
    );
    if (last !== undefined && last.words === need.text && (last.rowId === null || standing.has(last.rowId))) {
      const { place, rowId, reason, by, on } = last;
      return { ...need, at: { place, rowId, reason, said: { by, on } } };
    }
    const drawn = rows.find((row) => isDrawn(row, need));
    const at = drawn && { place: 'in the plan' as const, rowId: drawn.id, reason: '', said: null };
    return { ...need, at: at ?? null };
  });
}

/** What staff say of one need. Refuses a need the advice does not state, a row that is not there, and leaving out without why. */
export function recordPlace(
  needs: readonly AdvisedNeed[],
  content: Pick<PlanContent, 'areas'>,
  said: { adviceId: string; needId: string; place: PlaceKind; rowId: string; reason: string },
): Result<Omit<RecordedPlace, 'by' | 'on'>> {
  const need = needs.find(({ adviceId, needId }) => adviceId === said.adviceId && needId === said.needId);
  if (need === undefined) return refused('place', 'The advice no longer states this need. Look at it again');
  const { adviceId, needId, text: words } = need;
  if (said.place === 'left out') {
    if (said.reason === '') return refused('reason', 'Enter why it is left out');
    return accepted({ adviceId, needId, words, place: said.place, rowId: null, reason: said.reason });
  }
  const row = needRows(content).find(({ id }) => id === said.rowId);
  if (row === undefined) return refused('rowId', 'Select the need of the plan that it is in');
  return accepted({ adviceId, needId, words, place: said.place, rowId: row.id, reason: '' });
}

/** Every need of the plan, in its order. */
export function needRows({ areas }: Pick<PlanContent, 'areas'>): Need[] {
  return AREAS.flatMap((name) => {
    const { needs }: Area = areas[name];
    return [...needs];
  });
}

function isDrawn({ text, sources }: Need, need: AdvisedNeed): boolean {
  const cites = sources.some((source) => 'adviceId' in source && source.adviceId === need.adviceId);
  return cites && plain(text) === plain(need.text);
}

function plain(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

import { ageOn, yearGroup } from '../../law/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { ForWhom, Line, Wish } from './considering.ts';
import { FARTHEST_MILES } from './own-criteria.ts';

/* Who a list is for, out of the draft of their plan: each line of Section F, and the kinds of need behind it by its links. */

/** A need of Section B as a list is asked for it. */
export type DraftNeed = {
  id: string;
  /** B1, B2 and so on. */
  ref: string;
  text: string;
  /** The register's codes that its area of the Code stands for: what it is taken to be about where nobody says. */
  usual: readonly string[];
};

/** What a draft says that a list goes by. */
export type DraftLines = {
  needs: readonly DraftNeed[];
  /** F1, F2 and so on, with the needs each is for. */
  provisions: readonly { ref: string; needIds: readonly string[] }[];
};

/** The kinds of need in each of the Code's four areas, by the register's codes: SEND Code of Practice, 6.28 to 6.35. */
export const KINDS_BY_AREA = {
  'communication and interaction': ['SLCN', 'ASD'],
  'cognition and learning': ['MLD', 'SLD', 'PMLD', 'SpLD'],
  'social, emotional and mental health': ['SEMH'],
  'sensory and/or physical': ['VI', 'HI', 'MSI', 'PD'],
} as const;

export type Asking = { startOn: PlainDate; miles: number; wish: Wish | null; kinds: ReadonlySet<string> };

/**
 * Whom a list is for. `kinds` are `B1:ASD` and so on, as staff ticked them; a need for which none is ticked is about any kind of
 * its area. Refuses a start before today or more than three years on, and a distance it cannot look over.
 */
export function forWhom(
  bornOn: PlainDate,
  draft: DraftLines,
  { startOn, miles, wish, kinds }: Asking,
  { today, bitOf }: { today: PlainDate; bitOf: (code: string) => number },
): Result<ForWhom> {
  if (startOn < today) return refused('startOn', 'The day they would start must be today or later');
  if (startOn > `${Number(today.slice(0, 4)) + 3}${today.slice(4)}`)
    return refused('startOn', 'The day they would start must be in the next three years');
  if (!(miles >= 1 && miles <= FARTHEST_MILES))
    return refused('miles', `Enter a distance from 1 to ${FARTHEST_MILES} miles`);
  const bits = new Map(draft.needs.map((need) => [need.id, bitsOf(need, kinds, bitOf)]));
  const lines: Line[] = draft.provisions.map(({ ref, needIds }) => ({
    ref,
    needs: needIds.map((id) => bits.get(id) ?? 0),
  }));
  const yearAge = yearGroup(bornOn, startOn) + 4;
  return accepted({ age: ageOn(bornOn, startOn), yearAge, lines, wish });
}

function bitsOf(
  { ref, usual }: DraftNeed,
  kinds: ReadonlySet<string>,
  bitOf: (code: string) => number,
): number {
  const said = usual.filter((code) => kinds.has(`${ref}:${code}`));
  return (said.length > 0 ? said : usual).reduce((all, code) => all | bitOf(code), 0);
}

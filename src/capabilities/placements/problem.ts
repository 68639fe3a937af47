import { countWorkingDays } from '../../law/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

export type ProblemAct = {
  number: number;
  kind: 'done' | 'closed' | 'opened again';
  words: string;
  dueOn: PlainDate | null;
  by: string;
  on: PlainDate;
};

/** A line of Section F that somebody of the family says is not happening, and what was done about it, in order. */
export type Problem = {
  id: Uuid;
  childId: Uuid;
  versionId: Uuid;
  rowId: Uuid;
  words: string;
  since: string;
  saidBy: string;
  saidOn: PlainDate;
  firstDueOn: PlainDate;
  recordedBy: string | null;
  acts: readonly ProblemAct[];
};

/** Where it stands: open, with the day it is due by, or closed. */
export function stateOf({ acts, firstDueOn }: Pick<Problem, 'acts' | 'firstDueOn'>): {
  open: boolean;
  dueOn: PlainDate;
} {
  const last = acts.findLast(({ kind }) => kind !== 'done');
  const dueOn = acts.findLast((act) => act.dueOn !== null)?.dueOn ?? firstDueOn;
  return { open: last?.kind !== 'closed', dueOn };
}

/** The day it is due by: so many working days, which the authority sets for itself. No provision sets a time. */
export function problemDue(today: PlainDate, workingDays: number): PlainDate {
  return countWorkingDays(today, workingDays, { firstDayCounts: false });
}

/**
 * What staff do about it: something done, or closed. Refuses words left out, since the family reads them; one that is closed
 * already; and an act on what somebody else has changed since (`seen` is how many acts were there).
 */
export function actOn(
  problem: Pick<Problem, 'acts' | 'firstDueOn'>,
  act: { kind: 'done' | 'closed'; words: string; seen: number },
): Result<{ kind: 'done' | 'closed'; words: string; number: number }> {
  if (act.words === '') return refused('words', 'Enter what was done. The family reads this');
  if (!stateOf(problem).open) return refused('words', 'This is closed. The family can open it again');
  if (act.seen !== problem.acts.length)
    return refused('words', 'Somebody wrote here while you were writing. Look at what they wrote first');
  return accepted({ kind: act.kind, words: act.words, number: problem.acts.length + 1 });
}

/** The family opens it again. Refuses it while it is open, and without words. */
export function openAgain(
  problem: Pick<Problem, 'acts' | 'firstDueOn'>,
  words: string,
  due: PlainDate,
): Result<{ kind: 'opened again'; words: string; number: number; dueOn: PlainDate }> {
  if (stateOf(problem).open) return refused('words', 'This is open already: we are still to put it right');
  if (words === '') return refused('words', 'Enter what is still not happening');
  return accepted({ kind: 'opened again', words, number: problem.acts.length + 1, dueOn: due });
}

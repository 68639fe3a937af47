import { addDays, isBefore, type PlainDate } from '../../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import type { PlanContent } from '../plan.ts';
import { isPart, type LeftOut, rowsLeftOut } from './left-out.ts';
import { CLASSES, type ReaderClass, rowsOf } from './rule.ts';

export type ReleaseForm = { parts: string; statements: string; reason: string };

type HeldRule = { readers: readonly ReaderClass[]; ground: string | null; reviewBy: PlainDate | null };
export type Release = {
  leftOut: LeftOut[];
  readers: ReaderClass[];
  ground: string | null;
  reason: string;
  reviewBy: PlainDate;
};

/**
 * What is left out whole of the copies that wait, so that they go today: more is withheld than the rules that hold them
 * (`holding`) ask for, and never less. It is looked at again with the first of those rules, and rests on the same ground. Takes
 * parts and statements joined by commas. Refuses where no copy waits, nothing of the plan was chosen, or no reason was given.
 */
export function releaseWithout(
  { parts, statements, reason }: ReleaseForm,
  { content, holding, today }: { content: PlanContent; holding: readonly HeldRule[]; today: PlainDate },
): Result<Release> {
  if (holding.length === 0) return refused('parts', 'No copy of this plan waits. There is nothing to send');
  const rows = new Set<string>(rowsOf(content).map(({ id }) => id));
  const chosen = `${parts},${statements}`.split(',').filter((key) => isPart(key) || rows.has(key));
  if (chosen.length === 0)
    return refused('parts', 'Select each part or statement that may say what must not be shown');
  if (reason === '') return refused('reason', 'Enter why these passages are left out');
  // An area is kept with the statements that stand in it now, so that each of them is withheld wherever it is shown.
  const all: Uuid[] = [...new Set([...chosen, ...rowsLeftOut(content, chosen)])];
  return accepted({
    leftOut: all,
    readers: CLASSES.filter((one) => holding.some(({ readers }) => readers.includes(one))),
    ground: holding.find(({ ground }) => ground !== null)?.ground ?? null,
    reason,
    reviewBy: lookedAtWith(holding, today),
  });
}

function lookedAtWith(holding: readonly HeldRule[], today: PlainDate): PlainDate {
  const tomorrow = addDays(today, 1);
  const [first] = holding.flatMap(({ reviewBy }) => reviewBy ?? []).toSorted();
  return first === undefined || isBefore(first, tomorrow) ? tomorrow : first;
}

import { GROUND_WORDS } from '../../law/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { listStillAwaited } from '../assessments/index.ts';
import { listExceptions } from '../requests/index.ts';
import { type Case, isOver } from './case.ts';
import { type Standing, sinceOf, waitingFor, whyLate } from './waiting.ts';

/** Where a case stands today, from the facts: the one answer for the tracker, for letters and for paper. */
export async function standingOf(tx: Tx, current: Case, today: PlainDate): Promise<Standing> {
  const over = isOver(current.step);
  const asked =
    current.step === 'assess' && current.assessmentId !== null
      ? await listStillAwaited(tx, current.assessmentId)
      : [];
  const awaited = asked.map((one) => ({ ...one, own: one.paragraph === 'a' }));
  const late = !over && today > current.dueOn;
  const grounds = late
    ? (await listExceptions(tx, current.requestId)).map(({ ground }) => GROUND_WORDS[ground])
    : [];
  return {
    since: sinceOf(current),
    waiting: waitingFor(current, awaited),
    dueOn: over ? null : current.dueOn,
    late,
    why: late ? whyLate([...new Set(grounds)], awaited, today) : [],
  };
}

import { variantOf } from '../../law/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { listStillAwaited } from '../assessments/index.ts';
import { type CountedBy, findCountedBy, findRequest } from '../requests/index.ts';
import { type Case, isOver } from './case.ts';
import { groundsNow, type Standing, sinceOf, waitingFor, whyLate } from './waiting.ts';

/**
 * Where a case stands today, from the facts: the one answer for the tracker, for letters and for paper. `asked` is what whoever
 * asks has found the clocks counted by already, so that it is looked up once.
 */
export async function standingOf(
  tx: Tx,
  current: Case,
  today: PlainDate,
  asked?: Promise<CountedBy>,
): Promise<Standing> {
  const over = isOver(current.step);
  const late = !over && today > current.dueOn;
  const [given, { exceptions, place }, ended] = await Promise.all([
    current.step === 'assess' && current.assessmentId !== null
      ? listStillAwaited(tx, current.assessmentId)
      : [],
    late ? (asked ?? findCountedBy(tx, current.requestId)) : NOTHING,
    current.step === 'closed' ? findRequest(tx, current.requestId) : undefined,
  ]);
  const awaited = given.map((one) => ({ ...one, own: one.paragraph === 'a' }));
  return {
    since: ended?.withdrawnOn ?? sinceOf(current),
    waiting: waitingFor(current, awaited),
    dueOn: over ? null : current.dueOn,
    late,
    why: late
      ? whyLate(
          groundsNow(current, variantOf({ ...current, place }, current.receivedOn), exceptions),
          awaited,
          today,
        )
      : [],
  };
}

const NOTHING: CountedBy = { exceptions: [], place: null };

import { isExcused, type RecordedException, type Variant } from '../../law/index.ts';
import { daysBetween, type PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Case } from './case.ts';
import { deadlineOf, type Limit, noticedOn } from './limits.ts';

/** A time limit of a request that passed before the thing was done; `doneOn` null where it is not done yet. */
export type Breach = {
  /** Which it is, among all of a child's. */
  id: string;
  requestId: Uuid;
  limit: Limit;
  /** The amendment it is of; null for a limit of the request itself. */
  amendmentId: Uuid | null;
  dueOn: PlainDate;
  doneOn: PlainDate | null;
  daysLate: number;
};

/** An amendment of the plan: when its notice was sent, and when it ended, in an amended plan or in none; null while it has not. */
export type Amended = { id: Uuid; noticeSentOn: PlainDate | null; end: { on: PlainDate } | null };

/** The limits of a case that have passed, in the law's order. A lawful exception may excuse one; it is no less passed. */
export function breachesOf(
  now: Case,
  variant: Variant,
  today: PlainDate,
  amendments: readonly Amended[],
): Breach[] {
  const { requestId, receivedOn } = now;
  const late = (limit: Limit, from: PlainDate, doneOn: PlainDate | null, amendmentId: Uuid | null = null) => {
    const { due: dueOn } = deadlineOf(limit, from, variant);
    const daysLate = daysBetween(dueOn, doneOn ?? today);
    const id = `${limit} ${amendmentId ?? requestId}`;
    return daysLate > 0 ? [{ id, requestId, limit, amendmentId, dueOn, doneOn, daysLate }] : [];
  };
  const closed = now.step === 'closed';
  return [
    ...(closed && now.decidedOn === null ? [] : late('decide whether to assess', receivedOn, now.decidedOn)),
    ...(closed && now.issueDecidedOn !== null
      ? late('notify that there is no plan', receivedOn, now.issueDecidedOn)
      : []),
    ...(closed ? [] : late('send the final plan', receivedOn, now.issuedOn)),
    ...(closed ? [] : amendments).flatMap(({ id, noticeSentOn, end }) =>
      noticeSentOn === null
        ? []
        : late('send the amended plan, or say why not', noticeSentOn, end?.on ?? null, id),
    ),
  ];
}

/** Whether a limit of the request has passed, or that of the amendment that is open. */
export function isLate(now: Case, variant: Variant, today: PlainDate): boolean {
  return isAmendedLate(now, today) || breachesOf(now, variant, today, []).length > 0;
}

/** Whether the amendment that is open has passed its eight weeks. */
export function isAmendedLate({ step, dueOn }: Pick<Case, 'step' | 'dueOn'>, today: PlainDate): boolean {
  return step === 'amend the plan' && dueOn < today;
}

/** Whether the law knows one of the recorded exceptions for the very limit that passed. */
export function isExcepted(
  { limit, dueOn }: Pick<Breach, 'limit' | 'dueOn'>,
  { receivedOn, variant }: { receivedOn: PlainDate; variant: Variant },
  recorded: readonly RecordedException[],
): boolean {
  const from = limit === 'send the amended plan, or say why not' ? noticedOn(dueOn) : receivedOn;
  const { rule, start, due } = deadlineOf(limit, from, variant);
  return isExcused(rule, start, due, recorded);
}

export type ReasonForm = { limit: string; kindId: Uuid | null; reason: string };
export type BreachReason = { breach: Breach; kindId: Uuid | null; reason: string };

/**
 * Records why a limit passed: the one named, or the only one of the kind named. Refuses a limit that has not passed, a kind that
 * more than one request of the child has, a reason of the authority's list where it keeps one and
 * none is chosen, and one without the words the family reads.
 */
export function giveReason(
  breaches: readonly Breach[],
  kinds: readonly { id: Uuid }[],
  form: ReasonForm,
): Result<BreachReason> {
  const meant = breaches.filter(({ id, limit }) => id === form.limit || limit === form.limit);
  const [breach] = meant;
  if (breach === undefined) return refused('limit', 'Select a time limit that has passed');
  if (meant.length > 1)
    return refused('limit', 'Select which of these time limits you mean: more than one has passed');
  const kindId = kinds.find(({ id }) => id === form.kindId)?.id ?? null;
  if (kinds.length > 0 && kindId === null && form.kindId !== OTHER)
    return refused('kind', 'Select the reason, or that none of these is');
  if (form.reason === '') return refused('reason', 'Enter why it is late, in words for the family');
  return accepted({ breach, kindId, reason: form.reason });
}

/** None of the authority's list. */
export const OTHER = 'other';

import { getDeadline, VARIANT_LAW, type Variant } from '../../law/index.ts';
import { daysBetween, type PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Case } from './case.ts';

/** The authority's own time limits on a request. */
export const LIMITS = [
  'decide whether to assess',
  'notify that there is no plan',
  'send the final plan',
] as const;
export type Limit = (typeof LIMITS)[number];

export const LIMIT_WORDS = {
  'decide whether to assess': {
    staff: 'Decide whether to assess',
    family: 'We had to decide whether to assess',
    api: 'decide-whether-to-assess',
  },
  'notify that there is no plan': {
    staff: 'Notify that there is no plan',
    family: 'We had to tell you that there is no plan',
    api: 'notify-no-plan',
  },
  'send the final plan': {
    staff: 'Send the final plan',
    family: 'We had to send the final plan',
    api: 'send-the-final-plan',
  },
} as const satisfies Record<Limit, { staff: string; family: string; api: string }>;

/** A time limit of a request that passed before the thing was done; `doneOn` null where it is not done yet. */
export type Breach = {
  /** Which it is, among all of a child's. */
  id: string;
  requestId: Uuid;
  limit: Limit;
  dueOn: PlainDate;
  doneOn: PlainDate | null;
  daysLate: number;
};

/** The limits of a case that have passed, in the law's order. A lawful exception may excuse one; it is no less passed. */
export function breachesOf(now: Case, variant: Variant, today: PlainDate): Breach[] {
  const { decide, noPlan, finalPlan } = VARIANT_LAW[variant].clocks;
  const late = (limit: Limit, rule: string, doneOn: PlainDate | null): Breach[] => {
    const { due } = getDeadline(rule, { from: now.receivedOn });
    const daysLate = daysBetween(due, doneOn ?? today);
    const id = `${limit} ${now.requestId}`;
    return daysLate > 0 ? [{ id, requestId: now.requestId, limit, dueOn: due, doneOn, daysLate }] : [];
  };
  const closed = now.step === 'closed';
  return [
    ...(closed && now.decidedOn === null ? [] : late('decide whether to assess', decide, now.decidedOn)),
    ...(closed && now.issueDecidedOn !== null
      ? late('notify that there is no plan', noPlan, now.issueDecidedOn)
      : []),
    ...(closed ? [] : late('send the final plan', finalPlan, now.issuedOn)),
  ];
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

import { type Deadline, getDeadline, VARIANT_LAW, type Variant } from '../../law/index.ts';
import { addDays, type PlainDate } from '../../shared/plain-date.ts';
import type { Step } from './case.ts';

/** The authority's own time limits on a request, and on an amendment of the plan that came of it. */
export const LIMITS = [
  'decide whether to assess',
  'notify that there is no plan',
  'send the final plan',
  'send the amended plan, or say why not',
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
  'send the amended plan, or say why not': {
    staff: 'Send the amended plan, or say why not',
    family: 'We had to send the amended plan, or tell you why there is none',
    api: 'send-the-amended-plan',
  },
} as const satisfies Record<Limit, { staff: string; family: string; api: string }>;

/** A limit with its law, from the day it starts: that a request was received or, of an amendment, that its notice was sent. */
export function deadlineOf(limit: Limit, from: PlainDate, variant: Variant): Deadline {
  const { decide, noPlan, finalPlan } = VARIANT_LAW[variant].clocks;
  switch (limit) {
    case 'decide whether to assess':
      return getDeadline(decide, { from });
    case 'notify that there is no plan':
      return getDeadline(noPlan, { from });
    case 'send the final plan':
      return getDeadline(finalPlan, { from });
    case 'send the amended plan, or say why not':
      return getDeadline('T11', { from });
  }
}

/** The steps at which something is due. */
type Open = Exclude<Step, 'plan issued' | 'closed'>;

/** The limit that what is due next on a case is due by; null where nothing is. */
export function nextLimit(step: Open): Limit;
export function nextLimit(step: Step): Limit | null;
export function nextLimit(step: Step): Limit | null {
  switch (step) {
    case 'file to open':
    case 'decide whether to assess':
      return 'decide whether to assess';
    case 'assess':
    case 'make the plan':
      return 'send the final plan';
    case 'amend the plan':
      return 'send the amended plan, or say why not';
    default:
      return null;
  }
}

/**
 * The limit that runs on a case beside that one: the twenty weeks from the first day on; and while it is assessed the sixteen,
 * which bind only where there is to be no plan. Null where none does.
 */
export function otherLimit(step: Step): Limit | null {
  switch (step) {
    case 'file to open':
    case 'decide whether to assess':
      return 'send the final plan';
    case 'assess':
      return 'notify that there is no plan';
    default:
      return null;
  }
}

type Facts = { step: Step; receivedOn: PlainDate; dueOn: PlainDate };

/** The limits that run on a case now, each with its day: first that of what is due next. */
export function runningLimits(facts: Facts): { limit: Limit; dueOn: PlainDate }[] {
  const [next, other] = [nextLimit(facts.step), otherLimit(facts.step)];
  return [
    ...(next === null ? [] : [{ limit: next, dueOn: facts.dueOn }]),
    // The limits are as long for every kind of request.
    ...(other === null ? [] : [{ limit: other, dueOn: deadlineOf(other, facts.receivedOn, 'school').due }]),
  ];
}

/** The day of the notice that an amendment's outcome is due eight weeks after (reg. 22(3) to (4)). */
export function noticedOn(dueOn: PlainDate): PlainDate {
  return addDays(dueOn, -56);
}

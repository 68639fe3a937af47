import {
  type Deadline,
  getDeadline,
  isExcused,
  type RecordedException,
  VARIANT_LAW,
  type Variant,
} from '../../law/index.ts';
import { type PlainDate, sayDate } from '../../shared/plain-date.ts';

/** A time limit on one case: when it falls due, why, and how it stands. */
export type Clock = {
  /** The rule it counts by. */
  rule: string;
  name: string;
  start: PlainDate;
  /** How long the law gives: `6 weeks`. */
  period: string;
  /** A lawful exception is recorded. */
  excused: boolean;
  due: PlainDate;
  why: readonly string[];
  provision: { text: string; url: string };
};

/** The three limits that start the day a request is received, by the law of its kind: to decide, to refuse a plan, to issue one. */
export function clocksOf(
  receivedOn: PlainDate,
  exceptions: readonly RecordedException[],
  variant: Variant = 'school',
) {
  const { decide, noPlan, finalPlan } = VARIANT_LAW[variant].clocks;
  return {
    decide: toClock(getDeadline(decide, { from: receivedOn }), exceptions),
    noPlan: toClock(getDeadline(noPlan, { from: receivedOn }), exceptions),
    finalPlan: toClock(getDeadline(finalPlan, { from: receivedOn }), exceptions),
  };
}

/** The exact last dates of the family's rights after a decision letter, before any mediation certificate. */
export function rightsDates(sentOn: PlainDate): { mediationBy: PlainDate; appealBy: PlainDate } {
  return {
    mediationBy: getDeadline('T18', { from: sentOn }).due,
    appealBy: getDeadline('T22', { from: sentOn }).due,
  };
}

/** A deadline in the words a page shows, with its steps: start, period, each adjustment, each exception recorded. */
export function toClock(deadline: Deadline, exceptions: readonly RecordedException[]): Clock {
  const { rule, due, start, starts, period, adjustments } = deadline;
  const excused = isExcused(rule, start, due, exceptions);
  return {
    rule: rule.id,
    name: rule.name,
    start,
    period,
    excused,
    due,
    why: [
      `It starts when ${starts}: ${sayDate(start)}`,
      `The period is ${period}`,
      ...adjustments.map(({ name, days }) => `${days} days more: ${name}`),
      ...(excused ? ['A lawful exception is recorded: it must still be done as soon as it can be'] : []),
      ...(rule.cite.confidence === 'high'
        ? []
        : ['We are not certain of this provision: check it before relying on it']),
      ...(rule.cite.note === undefined ? [] : [rule.cite.note]),
    ],
    provision: { text: rule.cite.provision, url: rule.cite.url },
  };
}

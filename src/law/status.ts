import type { PlainDate } from '../shared/plain-date.ts';
import type { Deadline } from './deadline.ts';
import { isExcused, type RecordedException } from './exceptions.ts';

export const STATUSES = [
  'due',
  'met',
  'met late',
  'overdue',
  'excused',
  'running',
  'ended',
  'too soon',
] as const;
export type Status = (typeof STATUSES)[number];

/**
 * How a deadline stands on a day: its last day is still on time. A duty is `due` until it is `met` or `overdue`; where a
 * lawful exception is recorded, `excused` takes the place of `overdue` and `met late` and of nothing else. Nobody is in
 * breach for not using a right, and no one is late for a bar: while their time lasts they are `running`, then `ended`;
 * what a bar forbids and was done before its end was done `too soon`.
 */
export function statusOf(
  deadline: Deadline,
  doneOn: PlainDate | null,
  today: PlainDate,
  exceptions: readonly RecordedException[] = [],
): Status {
  const { rule, due, start } = deadline;
  if (rule.kind !== 'duty' && doneOn === null) return today <= due ? 'running' : 'ended';
  if (rule.kind === 'bar') return doneOn !== null && doneOn < due ? 'too soon' : 'met';
  if ((doneOn ?? today) <= due) return doneOn === null ? 'due' : 'met';
  if (isExcused(rule, start, due, exceptions)) return 'excused';
  return doneOn === null ? 'overdue' : 'met late';
}

/** Whether a status says the law was not kept. */
export function isBreach(status: Status): boolean {
  return status === 'overdue' || status === 'met late' || status === 'too soon';
}

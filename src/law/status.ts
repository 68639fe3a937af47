import type { PlainDate } from '../shared/plain-date.ts';
import type { Ground, Rule } from './rule.ts';

/** A lawful exception as recorded: from when, until when (null while it lasts). */
export type RecordedException = { ground: Ground; from: PlainDate; until: PlainDate | null };

export const STATUSES = ['met', 'met late', 'due', 'overdue', 'excused'] as const;
export type Status = (typeof STATUSES)[number];

/**
 * Whether an exception recorded within the clock's own period is one the rule knows. It does not move the date: it means
 * the authority need not comply with it in so far as it was impractical, and must still act as soon as it can.
 */
export function isExcused(
  rule: Rule,
  start: PlainDate,
  due: PlainDate,
  exceptions: readonly RecordedException[],
): boolean {
  return exceptions.some(
    (exception) =>
      rule.exceptions.includes(exception.ground) &&
      exception.from <= due &&
      (exception.until ?? due) >= start,
  );
}

/** How a deadline stands: its last day is still on time. `excused` only ever replaces `overdue` or `met late`. */
export function statusOf(
  due: PlainDate,
  doneOn: PlainDate | null,
  today: PlainDate,
  excused: boolean,
): Status {
  if ((doneOn ?? today) <= due) return doneOn === null ? 'due' : 'met';
  if (excused) return 'excused';
  return doneOn === null ? 'overdue' : 'met late';
}

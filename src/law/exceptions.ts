import { addDays, addWeeks, daysBetween, type PlainDate } from '../shared/plain-date.ts';
import type { Exception, Ground, Rule } from './rule.ts';

/** A lawful exception as recorded. */
export type RecordedException = {
  ground: Ground;
  /** The first day of it: of the closure, of the absence. */
  from: PlainDate;
  /** The last day of it; null while it lasts. */
  until: PlainDate | null;
  /** For a closure: the day the advice was asked for. Where it is not recorded, it is taken to be within the clock. */
  adviceRequestedOn?: PlainDate | null;
  evidence?: string;
};

type Span = { from: PlainDate; to: PlainDate };

/**
 * The exception of the rule that a recorded one is, within the clock's own period; null where the rule knows none such, or
 * where what was recorded is too short or falls outside. It does not move the date: it means the time limit need not be
 * kept in so far as that was impractical, and that the act must still be done as soon as practicable.
 */
export function exceptionUnder(
  rule: Rule,
  start: PlainDate,
  due: PlainDate,
  recorded: RecordedException,
): Exception | null {
  const period = { from: start, to: due };
  return (
    rule.exceptions.find(
      (one) => sameCircumstance(one.ground, recorded) && covers(one.ground, recorded, period),
    ) ?? null
  );
}

/** Whether any recorded exception is one the rule knows, within the clock's own period. */
export function isExcused(
  rule: Rule,
  start: PlainDate,
  due: PlainDate,
  exceptions: readonly RecordedException[],
): boolean {
  return exceptions.some((recorded) => exceptionUnder(rule, start, due, recorded) !== null);
}

/**
 * The days on which advice asked of a closed school or provider excuses: literally, "a period beginning one week before any
 * date on which" it "was closed for a continuous period of not less than 4 weeks from that date and ending one week before
 * the date on which it re-opens" (regs 5(4)(a), 10(4)(a), 27(3)(a)). Null for a closure shorter than four weeks.
 */
export function closureWindow(closedFrom: PlainDate, lastClosedDay: PlainDate): Span | null {
  const reopens = addDays(lastClosedDay, 1);
  if (daysBetween(closedFrom, reopens) < 28) return null;
  return { from: addWeeks(closedFrom, -1), to: addWeeks(reopens, -1) };
}

// An absence is one thing however it was recorded: how long it must last is the rule's to say.
function sameCircumstance(ground: Ground, recorded: RecordedException): boolean {
  const absence = (one: Ground) => one === 'absent from the area' || one === 'absent two weeks';
  return ground === recorded.ground || (absence(ground) && absence(recorded.ground));
}

function covers(ground: Ground, recorded: RecordedException, period: Span): boolean {
  const span = { from: recorded.from, to: recorded.until ?? period.to };
  switch (ground) {
    case 'school closed':
    case 'early years provider closed': {
      const window = closureWindow(span.from, span.to);
      if (window === null) return false;
      const asked = recorded.adviceRequestedOn ?? null;
      return asked === null ? daysShared(window, period) > 0 : window.from <= asked && asked <= window.to;
    }
    case 'absent from the area':
      return daysShared(span, period) >= 28;
    case 'absent two weeks':
      return daysShared(span, period) >= 14;
    case 'exceptional personal circumstances':
    case 'appointment missed':
    case 'late representations':
    case 'public examinations taken':
    case 'plan specifies fewer hours':
      return daysShared(span, period) > 0;
  }
}

function daysShared(a: Span, b: Span): number {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return Math.max(0, daysBetween(from, to) + 1);
}

import {
  addDays,
  addMonths,
  addWeeks,
  daysBetween,
  laterOf,
  type PlainDate,
  plainDate,
  sayDate,
} from '../shared/plain-date.ts';
import { accepted, type Result, refused } from '../shared/result.ts';
import {
  countDays,
  isSchoolDay,
  isTribunalHoliday,
  isWorkingDay,
  type SchoolCalendar,
  tribunalDay,
} from './calendar.ts';
import type { Limb, Period, Rule } from './rule.ts';
import { RULES } from './rules.ts';

/** What starts a clock: one date, or two for a limit that is the later of two; and a setting's calendar where days are its. */
export type Start = { from: PlainDate; and?: PlainDate; schoolCalendar?: SchoolCalendar };

/** A due date that explains itself: its start, its period in words, and each named adjustment after it. */
export type Deadline = {
  rule: Rule;
  due: PlainDate;
  start: PlainDate;
  starts: string;
  period: string;
  /** Named days added after the period; empty for most rules. They never take days away. */
  adjustments: readonly { name: string; days: number }[];
};

/** The rule as it stood on the day of the act that starts its clock; undefined where there was none. */
export function ruleInForce(id: string, on: PlainDate): Rule | undefined {
  return RULES.find((rule) => rule.id === id && rule.inForce.from <= on && (rule.inForce.until ?? on) >= on);
}

/** When a rule falls due. Refuses an unknown rule, one not in force on the day, and a missing school calendar, by name. */
export function deadline(id: string, start: Start): Result<Deadline> {
  const rule = ruleInForce(id, start.from);
  if (rule === undefined) {
    const known = RULES.some((one) => one.id === id);
    return refused(
      'rule',
      known ? `${id} was not in force on ${sayDate(start.from)}` : `There is no rule ${id}`,
    );
  }
  const [first, second] = rule.limbs;
  if (first.period.unit === 'school days' && start.schoolCalendar === undefined) {
    return refused('school-calendar', `${id} counts school days: give the setting’s calendar`);
  }
  const one = { limb: first, start: start.from, due: endOf(first.period, start.from, start.schoolCalendar) };
  if (second === undefined || start.and === undefined) return accepted(explained(rule, one));
  const other = {
    limb: second,
    start: start.and,
    due: endOf(second.period, start.and, start.schoolCalendar),
  };
  return accepted(explained(rule, laterOf(one.due, other.due) === one.due ? one : other));
}

/** As `deadline`, for a rule and start the program itself holds to be good; throws where `deadline` would refuse. */
export function getDeadline(id: string, start: Start): Deadline {
  const found = deadline(id, start);
  if (!found.ok) throw new Error(found.message);
  return found.value;
}

function explained(rule: Rule, at: { limb: Limb; start: PlainDate; due: PlainDate }): Deadline {
  const rolled = rule.rolls === 'tribunal' ? tribunalDay(at.due) : at.due;
  const moved = daysBetween(at.due, rolled);
  const adjustments = moved === 0 ? [] : [{ name: 'moved to the tribunal’s next working day', days: moved }];
  return {
    rule,
    due: rolled,
    start: at.start,
    starts: at.limb.starts,
    period: sayPeriod(at.limb.period),
    adjustments,
  };
}

function endOf(period: Period, from: PlainDate, calendar: SchoolCalendar | undefined): PlainDate {
  switch (period.unit) {
    case 'weeks':
      return addWeeks(from, period.count);
    case 'days':
      return addDays(from, period.firstDayCounts ? period.count - 1 : period.count);
    case 'months': {
      const corresponding = addMonths(from, period.count);
      return period.firstDayCounts ? addDays(corresponding, -1) : corresponding;
    }
    case 'working days': {
      const leftOut = period.notCounted === 'tribunal holidays' ? isTribunalHoliday : () => false;
      return countDays(
        from,
        period.count,
        (day) => isWorkingDay(day) && !leftOut(day),
        period.firstDayCounts,
      );
    }
    case 'school days':
      return countDays(from, period.nth, (day) => calendar !== undefined && isSchoolDay(day, calendar), true);
    case 'weeks before':
      return addWeeks(from, -period.count);
    case 'months before':
      return addMonths(from, -period.count);
    case 'before':
      return addDays(plainDate(`${from.slice(0, 4)}-${two(period.month)}-${two(period.day)}`), -1);
    case 'same day':
      return from;
  }
}

/** A period as people say it: `6 weeks`, `15 days, counting the first`. */
export function sayPeriod(period: Period): string {
  switch (period.unit) {
    case 'weeks':
      return `${period.count} weeks`;
    case 'days':
    case 'months':
    case 'working days':
      return `${period.count} ${period.unit}${period.firstDayCounts ? ', counting the first' : ''}`;
    case 'school days':
      return `by the ${period.nth}th consecutive school day`;
    case 'weeks before':
      return `at least ${period.count} weeks before`;
    case 'months before':
      return `at least ${period.count} months before`;
    case 'before':
      return `before ${sayDate(plainDate(`2000-${two(period.month)}-${two(period.day)}`)).replace(' 2000', '')}`;
    case 'same day':
      return 'until then';
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

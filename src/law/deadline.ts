import { addDays, daysBetween, laterOf, type PlainDate, sayDate } from '../shared/plain-date.ts';
import { accepted, type Result, refused } from '../shared/result.ts';
import { bankHolidaysKnown, COUNTED, movedForTribunal, type SchoolCalendar } from './calendar.ts';
import { lastDayOf } from './counting.ts';
import type { Limb, Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { sayPeriod } from './wording.ts';

/** What a clock is worked out from. */
export type Start = {
  from: PlainDate;
  /** The second date, for a limit that is the later of two. */
  and?: PlainDate;
  /** The setting's own calendar, for a limit counted in school days. */
  schoolCalendar?: SchoolCalendar;
  /** A date fixed instead: by the tribunal, or in writing between the parties. */
  fixed?: PlainDate;
  /** Rules a pilot area has of its own. Where one is in force on the day, it stands before the national one. */
  areaRules?: readonly Rule[];
};

/** A due date that explains itself: its start, its period in words, and each named adjustment after it. */
export type Deadline = {
  rule: Rule;
  due: PlainDate;
  start: PlainDate;
  starts: string;
  period: string;
  /** Named days added after the period; empty for most rules. Only a date fixed by the tribunal can take days away. */
  adjustments: readonly { name: string; days: number }[];
  /** What the date could not be sure of: the bank holidays of a year not yet published. */
  cautions: readonly string[];
};

/** The last day that may be a start: no period from it leaves the days that can be counted. */
const LAST_START = addDays(COUNTED.last, -800);
const NONE: readonly never[] = [];
const BY_ID: ReadonlyMap<string, readonly Rule[]> = Map.groupBy(RULES, (rule) => rule.id);

/** The rule as it stood on the day of the act that starts its clock; undefined where there was none. */
export function ruleInForce(id: string, on: PlainDate, areaRules?: readonly Rule[]): Rule | undefined {
  return (areaRules && standing(areaRules, id, on)) ?? standing(BY_ID.get(id) ?? NONE, id, on);
}

// A loop, because this runs for every clock of every case: a search with a function costs as much as the rest together.
function standing(rules: readonly Rule[], id: string, on: PlainDate): Rule | undefined {
  for (const rule of rules) {
    const { from, until } = rule.inForce;
    if (rule.id === id && from <= on && (until === null || on <= until)) return rule;
  }
  return undefined;
}

/**
 * When a rule falls due. Refuses, naming the fact at fault: an unknown rule, one not in force on the day, a second date or
 * a school calendar that is needed and missing, one that has no meaning for the rule, and days too far off to count.
 */
export function deadline(id: string, start: Start): Result<Deadline> {
  const rule = ruleInForce(id, start.from, start.areaRules);
  if (rule === undefined) return noRule(id, start.from);
  const refusal = refusalOf(rule, start);
  if (refusal !== null) return refusal;
  const [first, second] = rule.limbs;
  const one = endOf(first, start.from, start.schoolCalendar);
  if (one === null) {
    return refused('school-calendar', `The calendar ends before ${id} does: add the school’s next term`);
  }
  const other =
    second === undefined || start.and === undefined ? null : endOf(second, start.and, start.schoolCalendar);
  return accepted(explained(rule, other !== null && other.due > one.due ? other : one, start.fixed));
}

/** As `deadline`, for a rule and start the program itself holds to be good; throws where `deadline` would refuse. */
export function getDeadline(id: string, start: Start): Deadline {
  const found = deadline(id, start);
  if (!found.ok) throw new Error(found.message);
  return found.value;
}

function noRule(id: string, on: PlainDate) {
  const known = BY_ID.has(id);
  return known
    ? refused('from', `${id} was not in force on ${sayDate(on)}`)
    : refused('rule', `There is no rule ${id}`);
}

function refusalOf(rule: Rule, start: Start) {
  const { id } = rule;
  const [first, second] = rule.limbs;
  if (start.and === undefined && second !== undefined && rule.second === 'always') {
    return refused('and', `${id} is the later of two limits: give the date when ${second.starts}`);
  }
  if (start.and !== undefined && second === undefined) {
    return refused('and', `${id} starts from one date alone`);
  }
  if (first.period.unit === 'school days' && start.schoolCalendar === undefined) {
    return refused('school-calendar', `${id} counts school days: give the setting’s calendar`);
  }
  if (start.fixed !== undefined && rule.fixedBy === null) {
    return refused('fixed', `No one may fix another date for ${id}`);
  }
  if (start.from > LAST_START) return refused('from', `${sayDate(start.from)} is too far off to count from`);
  if (start.and !== undefined && (start.and > LAST_START || start.and < COUNTED.first)) {
    return refused('and', `${sayDate(start.and)} is too far off to count from`);
  }
  return null;
}

type End = { limb: Limb; start: PlainDate; due: PlainDate };

function endOf(limb: Limb, start: PlainDate, calendar: SchoolCalendar | undefined): End | null {
  const due = lastDayOf(limb.period, start, calendar);
  return due === null ? null : { limb, start, due };
}

function explained(rule: Rule, end: End, fixed: PlainDate | undefined): Deadline {
  const { limb, start } = end;
  let { due } = end;
  let adjustments: Deadline['adjustments'] = NONE;
  const moved = rule.rolls === null ? null : movedForTribunal(due);
  if (moved !== null) {
    adjustments = [{ name: `moved to ${moved.because}`, days: daysBetween(due, moved.to) }];
    due = moved.to;
  }
  if (fixed !== undefined && rule.fixedBy !== null) {
    const to = rule.fixedBy === 'tribunal’s extension' ? laterOf(due, fixed) : fixed;
    adjustments = [...adjustments, { name: `by the ${rule.fixedBy}`, days: daysBetween(due, to) }];
    due = to;
  }
  const counts = limb.period.unit === 'working days' || rule.rolls !== null;
  const cautions =
    counts && !(bankHolidaysKnown(start) && bankHolidaysKnown(due)) ? cautionOf(start, due) : NONE;
  return { rule, due, start, starts: limb.starts, period: sayPeriod(limb.period), adjustments, cautions };
}

function cautionOf(start: PlainDate, due: PlainDate): readonly string[] {
  const year = (bankHolidaysKnown(start) ? due : start).slice(0, 4);
  return [
    `The bank holidays of ${year} are not known to this service, so the true date may be a little later`,
  ];
}

export {
  ageOn,
  birthday,
  compulsorySchoolAgeEnd,
  compulsorySchoolAgeStart,
  isOfCompulsorySchoolAge,
  rightsHolder,
  type SchoolYearStart,
  schoolYearsBeginning,
  yearGroup,
} from './age.ts';
export { BANK_HOLIDAY_YEARS, isBankHoliday } from './bank-holidays.ts';
export { countWorkingDays, isSchoolDay, isWorkingDay, type SchoolCalendar } from './calendar.ts';
export { code, regs, si } from './citations.ts';
export { type Deadline, deadline, getDeadline, ruleInForce, type Start } from './deadline.ts';
export { closureWindow, exceptionUnder, isExcused, type RecordedException } from './exceptions.ts';
export { type RequestClock, type RequestFacts, requestClocks } from './request-clocks.ts';
export {
  type Citation,
  type Exception,
  type Ground,
  type Limb,
  type Period,
  RULE_GROUPS,
  type Rule,
  type RuleGroup,
} from './rule.ts';
export { RULES } from './rules.ts';
export { isBreach, STATUSES, type Status, statusOf } from './status.ts';
export {
  BROUGHT_TO_ATTENTION,
  isPlace,
  type Place,
  VARIANT_LAW,
  VARIANTS,
  type Variant,
  variantOf,
} from './variants.ts';
export { GROUND_WORDS, sayLimb, sayPeriod } from './wording.ts';

export { BANK_HOLIDAY_YEARS, isBankHoliday } from './bank-holidays.ts';
export { isSchoolDay, isWorkingDay, type SchoolCalendar } from './calendar.ts';
export { type Deadline, deadline, getDeadline, ruleInForce, type Start, sayPeriod } from './deadline.ts';
export type { Citation, Ground, Period, Rule } from './rule.ts';
export { RULES } from './rules.ts';
export { isExcused, type RecordedException, STATUSES, type Status, statusOf } from './status.ts';

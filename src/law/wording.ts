import { plainDate, sayDate } from '../shared/plain-date.ts';
import type { Ground, Limb, Period } from './rule.ts';

/** A period as people say it: `6 weeks`, `15 days, counting the first`. */
export function sayPeriod(period: Period): string {
  switch (period.unit) {
    case 'weeks':
      return plural(period.count, 'week');
    case 'working days':
      return `${period.count} ${period.unit}${period.firstDayCounts ? ', counting the first' : ''}${
        period.notCounted === undefined ? '' : ', not counting 25 December to 1 January or August'
      }`;
    case 'days':
    case 'months':
      return `${plural(period.count, period.unit.slice(0, -1))}${period.firstDayCounts ? ', counting the first' : ''}`;
    case 'school days':
      return `by the ${ordinal(period.nth)} consecutive school day`;
    case 'weeks before':
      return `at least ${plural(period.count, 'week')} before`;
    case 'months before':
      return `at least ${plural(period.count, 'month')} before`;
    case 'before':
      return `before ${dayAndMonth(period)}`;
    case 'same day':
      return 'that day';
  }
}

/** A period with what it runs from: `6 weeks, from when the authority receives the request`. */
export function sayLimb({ period, starts }: Limb): string {
  switch (period.unit) {
    case 'weeks before':
    case 'months before':
      return `${sayPeriod(period)} ${starts}`;
    case 'before':
      return `${sayPeriod(period)} in the year ${starts}`;
    case 'same day':
      return `the day ${starts}`;
    default:
      return `${sayPeriod(period)}, from when ${starts}`;
  }
}

/** What an exception is, in a sentence that follows "because". */
export const GROUND_WORDS = {
  'school closed':
    'advice was asked for of a school or college closed for at least 4 weeks together (asked for from a week before, until a week before it re-opens)',
  'early years provider closed':
    'advice was asked for of an early years provider closed for at least 4 weeks together (asked for from a week before, until a week before it re-opens)',
  'exceptional personal circumstances':
    'exceptional personal circumstances affect the child, their parent or the young person during that time',
  'absent from the area':
    'the child, their parent or the young person is away from the area for at least 4 weeks together during that time',
  'absent two weeks':
    'the child, their parent or the young person is away from the area for at least 2 weeks together during that time',
  'appointment missed': 'the child or young person misses an appointment for an examination or test',
  'late representations': 'the parent or young person wishes to make representations after the time for them',
  'public examinations taken': 'the pupil is in Year 11 and has taken all their public examinations',
  'plan specifies fewer hours': 'the pupil’s plan specifies fewer hours than full-time education',
} as const satisfies Record<Ground, string>;

function dayAndMonth({ month, day }: { month: number; day: number }): string {
  const inSomeYear = plainDate(`2000-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  return sayDate(inSomeYear).replace(' 2000', '');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function ordinal(number: number): string {
  return (
    { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', 6: 'sixth' }[number] ?? `${number}th`
  );
}

import { addDays, dayOfWeek, type PlainDate, plainDate } from '../shared/plain-date.ts';

/** The first day of the school year that begins in a calendar year, on a setting's or authority's own calendar. */
export type SchoolYearStart = (year: number) => PlainDate;

const FIRST_OF_SEPTEMBER: SchoolYearStart = (year) => plainDate(`${year}-09-01`);

/** School years that begin on the days an authority has said; any other begins on 1 September. */
export function schoolYearsBeginning(days: readonly PlainDate[]): SchoolYearStart {
  return (year) => days.find((day) => day.startsWith(`${year}-`)) ?? FIRST_OF_SEPTEMBER(year);
}

/** The days on which compulsory school age may begin (Education Act 1996 s8(2); Start of Compulsory School Age Order 1998). */
const PRESCRIBED = ['03-31', '08-31', '12-31'] as const;

/** The day someone reaches an age: their birthday; 1 March where they were born on 29 February and the year has none. */
export function birthday(bornOn: PlainDate, age: number): PlainDate {
  const year = yearOf(bornOn) + age;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return bornOn.endsWith('02-29') && !leap ? plainDate(`${year}-03-01`) : on(year, bornOn.slice(5));
}

/** Age in whole years on a day; negative before birth. */
export function ageOn(bornOn: PlainDate, day: PlainDate): number {
  const years = yearOf(day) - yearOf(bornOn);
  return birthday(bornOn, years) <= day ? years : years - 1;
}

/** The first day of compulsory school age: the fifth birthday if it is 31 March, 31 August or 31 December, or the next of these. */
export function compulsorySchoolAgeStart(bornOn: PlainDate): PlainDate {
  const fifth = birthday(bornOn, 5);
  const day = PRESCRIBED.find((monthDay) => monthDay >= fifth.slice(5)) ?? '12-31';
  return on(yearOf(fifth), day);
}

/**
 * The last day of compulsory school age: the last Friday in June of the year someone turns 16, on or before it or after it
 * but before the next school year begins; otherwise of the year after (Education Act 1996 s8(3)). So those born in July and
 * August leave it aged 15, and so does one born early in September where term has not begun.
 */
export function compulsorySchoolAgeEnd(
  bornOn: PlainDate,
  schoolYearStart: SchoolYearStart = FIRST_OF_SEPTEMBER,
): PlainDate {
  const sixteenth = birthday(bornOn, 16);
  const year = yearOf(sixteenth);
  return lastFridayOfJune(sixteenth < schoolYearStart(year) ? year : year + 1);
}

export function isOfCompulsorySchoolAge(
  bornOn: PlainDate,
  day: PlainDate,
  schoolYearStart: SchoolYearStart = FIRST_OF_SEPTEMBER,
): boolean {
  return compulsorySchoolAgeStart(bornOn) <= day && day <= compulsorySchoolAgeEnd(bornOn, schoolYearStart);
}

/**
 * Who holds the rights in Part 3 on a day: the parent until the end of compulsory school age, then the young person (s83(2)).
 * A young person who lacks capacity is acted for by their representative, or else their parent (regs 63 and 64): whether
 * they do is a fact about them, not their age.
 */
export function rightsHolder(
  bornOn: PlainDate,
  day: PlainDate,
  schoolYearStart: SchoolYearStart = FIRST_OF_SEPTEMBER,
): 'parent' | 'young person' {
  return day <= compulsorySchoolAgeEnd(bornOn, schoolYearStart) ? 'parent' : 'young person';
}

/** The National Curriculum year for someone's age: 0 is Reception, below it nursery, 14 and on beyond sixth form. */
export function yearGroup(bornOn: PlainDate, day: PlainDate): number {
  const august = on(day.slice(5) >= '09-01' ? yearOf(day) : yearOf(day) - 1, '08-31');
  return ageOn(bornOn, august) - 4;
}

function lastFridayOfJune(year: number): PlainDate {
  const last = on(year, '06-30');
  return addDays(last, -((dayOfWeek(last) + 2) % 7));
}

function on(year: number, monthDay: string): PlainDate {
  return plainDate(`${String(year).padStart(4, '0')}-${monthDay}`);
}

function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}

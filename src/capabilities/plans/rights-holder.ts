import { addDays, dayOfWeek, isBefore, type PlainDate, plainDate } from '../../shared/plain-date.ts';

/**
 * Whose plan it is to answer: the parent's until the end of compulsory school age, then the young person's (Children and
 * Families Act 2014, s. 83(2)). It ends at the end of the last Friday in June of the school year in which they become 16
 * (Education Act 1996, s. 8(3)), counting school years from 1 September.
 */
export function rightsHolderOn(bornOn: PlainDate, day: PlainDate): 'parent' | 'young person' {
  return isBefore(endOfSchoolAge(bornOn), day) ? 'young person' : 'parent';
}

/** The last Friday in June of the school year in which somebody born that day becomes 16. */
export function endOfSchoolAge(bornOn: PlainDate): PlainDate {
  const [year, month] = [Number(bornOn.slice(0, 4)), Number(bornOn.slice(5, 7))];
  const last = plainDate(`${year + 16 + (month >= 9 ? 1 : 0)}-06-30`);
  return addDays(last, -((dayOfWeek(last) + 2) % 7));
}

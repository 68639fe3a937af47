import { addDays, type PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';

/** The furthest ahead advice is promised: the assessment it is for is long over by then. */
const MOST_DAYS = 365;

/** The day whoever was asked for advice says it will be ready. It moves no time limit. Refuses a day that cannot be one. */
export function promiseAdvice(
  asked: { signed: boolean },
  readyOn: PlainDate | null,
  today: PlainDate,
): Result<PlainDate> {
  if (asked.signed) return refused('readyOn', 'This advice is signed, so the authority has it already');
  if (readyOn === null) return refused('readyOn', 'Enter the day the advice will be ready');
  if (readyOn < today)
    return refused('readyOn', 'The day the advice will be ready must be today or in the future');
  return readyOn > addDays(today, MOST_DAYS)
    ? refused('readyOn', 'The day the advice will be ready must be within a year from today')
    : accepted(readyOn);
}

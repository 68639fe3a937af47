import { z } from 'zod';
import type { SchoolCalendar } from '../../law/index.ts';
import { parsePlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';

const date = z.string('a date is needed, written YYYY-MM-DD').transform((text, context) => {
  const parsed = parsePlainDate(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: `${text} is not a date written YYYY-MM-DD` });
  return z.NEVER;
});
const term = z
  .object({ from: date, to: date })
  .refine(({ from, to }) => from <= to, { message: 'a term ends before it begins' });
const calendarSchema = z.object({
  terms: z.array(term, 'terms are needed: [{ "from": DATE, "to": DATE }]').min(1, 'give at least one term'),
  closed: z.array(date, 'closed is a list of dates').default([]),
});

/** Reads a school's calendar: `{ "terms": [{ "from": DATE, "to": DATE }, …], "closed": [DATE, …] }`, both days included. */
export function parseCalendar(text: string): Result<SchoolCalendar> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refused('school-calendar', 'is not JSON');
  }
  const calendar = calendarSchema.safeParse(parsed);
  if (calendar.success) return accepted(calendar.data);
  const issue = calendar.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  return refused(
    'school-calendar',
    `${where === '' ? '' : `${where}: `}${issue?.message ?? 'cannot be used'}`,
  );
}

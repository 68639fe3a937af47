import type { Ground, RecordedException } from '../../law/index.ts';
import { type PlainDate, parsePlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';

/** The kinds of exception, as they are typed. */
export const KINDS: Readonly<Record<string, Ground>> = {
  'school-closed': 'school closed',
  'early-years-closed': 'early years provider closed',
  circumstances: 'exceptional personal circumstances',
  absence: 'absent from the area',
  'absence-two-weeks': 'absent two weeks',
  'appointment-missed': 'appointment missed',
  'late-representations': 'late representations',
  'examinations-taken': 'public examinations taken',
  'fewer-hours': 'plan specifies fewer hours',
};

/**
 * Reads `KIND:FROM:TO`, the first and last day; one that still lasts leaves TO empty. A closure may add the day advice was
 * asked for, `KIND:FROM:TO:ASKED`. A kind may be typed in the law's own words, `school closed`.
 */
export function parseException(text: string): Result<RecordedException> {
  const [typed = '', from = '', to = '', asked = '', ...more] = text.split(':');
  const ground = groundOf(typed.trim().toLowerCase());
  if (ground === null) return wrong(`${typed} is not one of ${Object.keys(KINDS).join(', ')}`);
  if (more.length > 0) return wrong(`${text} has more parts than KIND:FROM:TO:ASKED`);
  const closure = ground === 'school closed' || ground === 'early years provider closed';
  if (asked !== '' && !closure) return wrong(`${text}: only a closure has a day advice was asked for`);
  const first = parsePlainDate(from);
  const last = dayOrNone(to);
  const askedOn = dayOrNone(asked);
  if (first === null) return wrong(`${text}: FROM is not a date written YYYY-MM-DD`);
  if (last === undefined) return wrong(`${text}: TO is not a date written YYYY-MM-DD`);
  if (askedOn === undefined) return wrong(`${text}: ASKED is not a date written YYYY-MM-DD`);
  if (last !== null && last < first) return wrong(`${text}: TO is before FROM`);
  return accepted({ ground, from: first, until: last, adviceRequestedOn: askedOn });
}

function groundOf(typed: string): Ground | null {
  if (Object.hasOwn(KINDS, typed)) return KINDS[typed] ?? null;
  return Object.values(KINDS).find((ground) => ground === typed.replaceAll('-', ' ')) ?? null;
}

function dayOrNone(text: string): PlainDate | null | undefined {
  return text === '' ? null : (parsePlainDate(text) ?? undefined);
}

function wrong(message: string) {
  return refused('exception', message);
}

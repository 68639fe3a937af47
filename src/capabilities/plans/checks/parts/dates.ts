import { addDays, addMonths, type PlainDate, parsePlainDate } from '../../../../shared/plain-date.ts';
import type { Span } from './line.ts';

/** A time named in running words, and the last day of it. */
export type Said = { span: Span; until: PlainDate };

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
// A school’s terms end a little before these days, never after.
const TERM_ENDS = new Map([
  ['spring', '04-30'],
  ['summer', '08-31'],
  ['autumn', '12-31'],
]);

const PATTERNS = [
  `(?:(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of )?)?${MONTH}\\.?,? (?<year>20\\d{2})`,
  '(?<day>\\d{1,2})[/.](?<number>\\d{1,2})[/.](?<year>20\\d{2}|\\d{2})',
  '(?<year>20\\d{2})-(?<number>\\d{2})-(?<day>\\d{2})',
  '(?<term>spring|summer|autumn)(?: term)?,?(?: of)? (?<year>20\\d{2})(?![/-]?\\d)',
  '(?<from>20\\d{2}) ?[/-] ?(?<to>20\\d{2}|\\d{2})(?! ?[/-])',
].map((pattern) => new RegExp(`(?<![\\p{L}\\p{N}/.-])${pattern}(?![\\p{L}\\p{N}])`, 'giu'));

/** Every day, month, term and school year that a text names with its year, in order. */
export function timesIn(text: string): Said[] {
  // Most of what a plan says names no year, and is read no further.
  if (!/20\d\d|\d[/.]\d/.test(text)) return [];
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: words, index, groups = {} }) => {
      const until = lastDay(groups);
      return until === null ? [] : [{ span: [index, index + words.length] as const, until }];
    }),
  ).sort((one, other) => one.span[0] - other.span[0]);
}

type Groups = { [name: string]: string | undefined };

function lastDay({ day, month, number, year = '', term, from, to }: Groups): PlainDate | null {
  if (from !== undefined && to !== undefined) {
    const ends = Number(from.slice(0, 2) + to.slice(-2));
    return ends === Number(from) + 1 ? parsePlainDate(`${ends}-08-31`) : null;
  }
  const full = year.length === 2 ? `20${year}` : year;
  if (term !== undefined) return parsePlainDate(`${full}-${TERM_ENDS.get(term.toLowerCase())}`);
  const nth = number ?? String(MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1);
  const on = (date: string) => parsePlainDate(`${full}-${nth.padStart(2, '0')}-${date.padStart(2, '0')}`);
  if (day !== undefined) return on(day);
  const first = on('1');
  return first === null ? null : addDays(addMonths(first, 1), -1);
}

import { type PlainDate, parsePlainDate } from '../shared/plain-date.ts';
import { accepted, type Refusal, refused } from '../shared/result.ts';
import { capital } from '../shared/words.ts';

const PARTS = ['day', 'month', 'year'] as const;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads what was typed in a `DateField`. `said` is the question's own name, as in "the date of the decision". Takes
 * months by number or name. Refuses an empty date, a missing part, a year without four figures and a day that never was.
 */
export function readDate(
  form: Readonly<Record<string, unknown>>,
  name: string,
  said: string,
): { ok: true; value: PlainDate } | Refusal {
  const typed = PARTS.map((part) => {
    const text = form[`${name}-${part}`];
    return { part, text: typeof text === 'string' ? text.trim() : '' };
  });
  const missing = typed.filter(({ text }) => text === '').map(({ part }) => part);
  const first = missing[0];
  if (missing.length === PARTS.length) return refused(name, `Enter ${said}`);
  if (first !== undefined) {
    return refused(fieldOf(name, first), `${capital(said)} must include a ${missing.join(' and ')}`);
  }
  const [day = '', month = '', year = ''] = typed.map(({ text }) => text);
  if (!/^\d{4}$/.test(year)) return refused(`${name}-year`, `The year must be 4 numbers, like 2024`);
  const read = parsePlainDate(`${year}-${monthNumber(month)}-${day.padStart(2, '0')}`);
  return read === null ? refused(name, `${capital(said)} must be a real date`) : accepted(read);
}

function fieldOf(name: string, part: (typeof PARTS)[number]): string {
  return part === 'day' ? name : `${name}-${part}`;
}

function monthNumber(month: string): string {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return named === -1 ? month.padStart(2, '0') : String(named + 1).padStart(2, '0');
}

import { type PlainDate, parsePlainDate } from '../../../shared/plain-date.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day as people write one: 2024-03-14, 14/03/2024, 14.3.24, 14th March 2024. Null where it is none, or says more. */
export function saidDay(text: string): PlainDate | null {
  const plain = text.trim().toLowerCase();
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(plain) ? parsePlainDate(plain) : null;
  if (iso !== null) return iso;
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(plain);
  if (numbers !== null) return dayOf(numbers[1], numbers[2], numbers[3]);
  const words = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9}),? (\d{4})$/.exec(plain);
  const month = MONTHS.indexOf((words?.[2] ?? '').slice(0, 3)) + 1;
  return words === null || month === 0 ? null : dayOf(words[1], String(month), words[3]);
}

function dayOf(day = '', month = '', year = ''): PlainDate | null {
  const whole = year.length === 2 ? `20${year}` : year;
  return parsePlainDate(`${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

import { code } from '../../../../law/index.ts';
import { isBefore, type PlainDate } from '../../../../shared/plain-date.ts';
import { AREAS } from '../../plan.ts';
import type { Check, Checked, Found } from '../check.ts';
import { timesIn } from '../parts/dates.ts';

export const noPastDate: Check = {
  id: 'no-past-date',
  name: 'Nothing is to be done by a day that has gone',
  severity: 'warning',
  cite: code('Code of Practice, 9.66'),
  suggestion: 'Put a day to come, or say what was reached by then',
  find: ({ content, today }: Checked) =>
    AREAS.flatMap((name) => [
      ...content.areas[name].outcomes.flatMap(({ id, byWhen }) => past('E', id, byWhen, today)),
      ...content.areas[name].outcomes.flatMap(({ id, text, steps }) =>
        [text, steps].flatMap((words) => past('E', id, promised(words), today)),
      ),
      ...content.areas[name].provisions.flatMap(({ id, section, review, what, text }) => [
        ...past(section, id, review, today),
        ...[what, text].flatMap((words) => past(section, id, promised(words), today)),
      ]),
    ]),
};

// In running words a time is only to come where something is to happen by it: a report of last May is a report.
function promised(words: string): string {
  return /\b(?:will|by|until|from|starts?|starting|beginning|reviewed in)\b/iu.test(words) ? words : '';
}

/** Only the last time said: “from September 2024 until July 2026” is not over until July 2026 is. */
function past(section: string, row: string, text: string, today: PlainDate): Found[] {
  const last = timesIn(text).at(-1);
  if (last === undefined || !isBefore(last.until, today)) return [];
  return [{ section, row, text, span: last.span, why: 'That time has gone' }];
}

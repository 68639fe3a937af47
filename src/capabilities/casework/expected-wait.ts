import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import type { Awaited, Wait } from './waits.ts';

/* When what others have to give is expected: by their own promise or, without one, by the day the law or the Code gives. */

type Dated = Pick<Wait, 'what' | 'dueOn' | 'promisedOn'>;

/** The day something waited for is expected; null where nothing gives one. */
export function expectedOn({ dueOn, promisedOn }: Dated): PlainDate | null {
  return promisedOn ?? dueOn;
}

/** First what is expected first; what nothing gives a day for comes last, longest waited first. */
export function byExpected(a: Wait, b: Wait): number {
  const [one, other] = [expectedOn(a) ?? '9999', expectedOn(b) ?? '9999'];
  if (one !== other) return one < other ? -1 : 1;
  return a.since < b.since ? -1 : Number(a.since > b.since);
}

/** What holds once the day has gone by. */
const ONCE_PAST = {
  advice:
    'It is still to be given as soon as practicable. That it is late gives the authority no more time (SEND Regulations 2014, regs 8(1) and 10(4))',
  'setting’s answer':
    'The 15 days are the Code’s (9.83), no regulation’s. The plan is due on its day all the same',
  'family’s views':
    'No time limit binds the family (SEND Regulations 2014, reg. 8(1) binds those who advise)',
  'family’s comments': '',
  'answer about advice': '',
  'agreement that advice is enough': '',
} as const satisfies Record<Awaited, string>;

/** When one is expected, in words: what they said themselves beside the day the law or the Code gives. */
export function sayExpected({ what, dueOn, promisedOn }: Dated, today: PlainDate): string {
  const days = [
    ...(promisedOn === null ? [] : [sayPromise(promisedOn, today)]),
    ...(dueOn === null ? [] : [`${sayDue(what, dueOn < today)} ${sayDate(dueOn)}`]),
  ];
  return days.length === 0 ? 'no day is set' : days.join('; ');
}

function sayPromise(on: PlainDate, today: PlainDate): string {
  return on < today ? `they said by ${sayDate(on)}, which has gone by` : `they say by ${sayDate(on)}`;
}

// The family is bound by no day: it is asked for its views by one.
function sayDue(what: Awaited, past: boolean): string {
  if (what === 'family’s views') return 'asked for by';
  return past ? 'was due' : 'due';
}

/** What the law or the Code says once the day has gone by; empty while it has not. */
export function sayOncePast({ what, dueOn }: Dated, today: PlainDate): string {
  return dueOn !== null && dueOn < today ? ONCE_PAST[what] : '';
}

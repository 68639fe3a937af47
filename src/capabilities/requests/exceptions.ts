import {
  closureWindow,
  type Deadline,
  exceptionUnder,
  type Ground,
  type RecordedException,
} from '../../law/index.ts';
import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';

/** What an officer records when something the law lists made a time limit impractical. */
export type ExceptionForm = {
  ground: Ground | null;
  from: PlainDate;
  until: PlainDate | null;
  /** For a closure: the day advice was asked of the head, principal or SEN lead. */
  adviceAskedOn: PlainDate | null;
  reason: string;
  evidence: string;
};
export type NewException = Omit<ExceptionForm, 'ground'> & { ground: Ground };

const CLOSURES: readonly Ground[] = ['school closed', 'early years provider closed'];
const MAY_BE_TO_COME: readonly Ground[] = [...CLOSURES, 'absent from the area'];

/** The grounds any of these time limits knows, each once, in the law's order. */
export function groundsOf(limits: readonly Deadline[]): readonly Ground[] {
  return [...new Set(limits.flatMap(({ rule }) => rule.exceptions.map(({ ground }) => ground)))];
}

/** Which of the time limits an exception excuses, each with the paragraph that says so. */
export function excusedBy(
  exception: RecordedException,
  limits: readonly Deadline[],
): readonly { limit: string; provision: string }[] {
  return limits.flatMap(({ rule, start, due }) => {
    const under = exceptionUnder(rule, start, due, exception);
    return under === null ? [] : [{ limit: rule.name, provision: under.provision }];
  });
}

/**
 * An exception to the given time limits: SEND Regulations 2014, regs 5(4), 8(2), 10(4) and 13(3). Refuses a ground none of
 * them knows, days that run backwards, a closure or absence shorter than four weeks together, anything outside the time
 * limits, and one without its reason and evidence. It moves no date.
 */
export function recordException(
  limits: readonly Deadline[],
  form: ExceptionForm,
  today: PlainDate,
): Result<NewException> {
  const { ground, from, until } = form;
  if (ground === null) return refused('ground', 'Select what happened');
  if (!groundsOf(limits).includes(ground))
    return refused('ground', 'The law does not list this for the time limit you selected');
  if (until !== null && until < from)
    return refused('until', 'The last day must be the same as or after the first day');
  if (from > today && !MAY_BE_TO_COME.includes(ground))
    return refused('from', 'The first day must be today or in the past');
  const asked = CLOSURES.includes(ground) ? closure(form) : accepted(null);
  if (!asked.ok) return asked;
  const adviceAskedOn = asked.value;
  const recorded = { ground, from, until, adviceRequestedOn: adviceAskedOn };
  if (excusedBy(recorded, limits).length === 0) return outside(ground, limits);
  if (form.reason === '') return refused('reason', 'Enter why it made the time limit impractical to keep');
  if (form.evidence === '') return refused('evidence', 'Enter the evidence for it');
  return accepted({ ...form, ground, adviceAskedOn });
}

function closure({ from, until, adviceAskedOn }: ExceptionForm): Result<PlainDate> {
  if (until === null) return refused('until', 'Enter the last day it was closed');
  const window = closureWindow(from, until);
  if (window === null)
    return refused('until', 'The law’s exception is for a closure of at least 4 weeks together');
  if (adviceAskedOn === null) return refused('adviceAskedOn', 'Enter the day advice was asked for');
  if (adviceAskedOn < window.from || adviceAskedOn > window.to)
    return refused(
      'adviceAskedOn',
      `It is an exception only if advice was asked for from ${sayDate(window.from)} to ${sayDate(window.to)}: from a week before it closed until a week before it re-opened`,
    );
  return accepted(adviceAskedOn);
}

function outside(ground: Ground, limits: readonly Deadline[]): Result<never> {
  const within = limits.map(({ rule, start, due }) => `${rule.name}: ${sayDate(start)} to ${sayDate(due)}`);
  const most =
    ground === 'absent from the area' ? 'The absence must be of at least 4 weeks together' : 'It must be';
  return refused('from', `${most} within a time limit. ${within.join('. ')}`);
}

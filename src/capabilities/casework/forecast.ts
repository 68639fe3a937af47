import { addDays, daysBetween, type PlainDate } from '../../shared/plain-date.ts';
import type { Step } from './case.ts';

/* When what is due will probably be done, from how long the authority's own cases have taken lately; and how it was worked
   out. It is no limit and no promise: what the law gives is the due date. */

/** The stretches of a case, in their order, each named by the step it stands at. */
export const STRETCHES = ['decide whether to assess', 'assess', 'make the plan'] as const;
export type Stretch = (typeof STRETCHES)[number];

/** How many days each stretch took, of the cases that came to its end lately; shortest first. */
export type Durations = Readonly<Record<Stretch, readonly number[]>>;

/** Fewer than this say nothing about the next one. */
export const FEWEST = 10;

/** A stretch still to come: its days so far, how many more half took, and of how many that lasted as long. */
export type Working = { stretch: Stretch; soFar: number; days: number; of: number };

/** The stretch a case is in, and since when; null for one that is over. */
export function stretchOf(facts: {
  step: Step;
  receivedOn: PlainDate;
  decidedOn: PlainDate | null;
  issueDecidedOn: PlainDate | null;
}): { stretch: Stretch; since: PlainDate } | null {
  switch (facts.step) {
    case 'file to open':
    case 'decide whether to assess':
      return { stretch: 'decide whether to assess', since: facts.receivedOn };
    case 'assess':
      return { stretch: 'assess', since: facts.decidedOn ?? facts.receivedOn };
    case 'make the plan':
      return { stretch: 'make the plan', since: facts.issueDecidedOn ?? facts.receivedOn };
    default:
      return null;
  }
}

/**
 * What is still to come before the act that is due next: for a request, the decision whether to assess; after that, the
 * stretches up to the final plan. The stretch a case is in takes what half of those that had lasted as long still took;
 * each after it what half took. Null where fewer than ten cases say anything about one of them.
 */
export function forecast(stretch: Stretch, soFar: number, durations: Durations): Working[] | null {
  const last = stretch === 'decide whether to assess' ? 1 : STRETCHES.length;
  const ahead = STRETCHES.slice(STRETCHES.indexOf(stretch), last).map((one): Working => {
    const already = one === stretch ? soFar : 0;
    return { stretch: one, ...stillToCome(durations[one], already) };
  });
  return ahead.every(({ of }) => of >= FEWEST) ? ahead : null;
}

/**
 * What is still to come after a stretch that has lasted longer than can be measured: the day that is due will not come before
 * all of it. Null where nothing comes after, or fewer than ten cases say anything about it.
 */
export function afterwards(stretch: Stretch, durations: Durations): Working[] | null {
  if (stretch === 'decide whether to assess') return null;
  const ahead = STRETCHES.slice(STRETCHES.indexOf(stretch) + 1).map(
    (one): Working => ({ stretch: one, ...stillToCome(durations[one], 0) }),
  );
  return ahead.length > 0 && ahead.every(({ of }) => of >= FEWEST) ? ahead : null;
}

/** Days so far, how many more half took of those that lasted as long, and how many those were. */
export type Remaining = Omit<Working, 'stretch'>;

/** What is still to come of something that has lasted so long; null where fewer than ten say anything about it. */
export function remaining(days: readonly number[], soFar: number): Remaining | null {
  const come = stillToCome(days, soFar);
  return come.of >= FEWEST ? come : null;
}

function stillToCome(days: readonly number[], soFar: number): Remaining {
  const first = days.findIndex((one) => one >= soFar);
  const from = first === -1 ? days.length : first;
  return { soFar, days: middle(days, from) - soFar, of: days.length - from };
}

/** What is due next on a case, by when the law gives it, and when it will probably be done; null where too little is known. */
export type Forecast = {
  stretch: Stretch;
  dueOn: PlainDate;
  probably: { on: PlainDate; working: readonly Working[] } | null;
};

/** The forecast of a case that is not over, at the pace of its authority. */
export function forecastOf(
  facts: Parameters<typeof stretchOf>[0] & { dueOn: PlainDate },
  durations: Durations,
  today: PlainDate,
): Forecast | null {
  const at = stretchOf(facts);
  if (at === null) return null;
  const working = forecast(at.stretch, daysSoFar(at.since, today), durations);
  const probably = working === null ? null : { on: probablyOn(working, today), working };
  return { stretch: at.stretch, dueOn: facts.dueOn, probably };
}

/** The day the act that is due next will probably be done. */
export function probablyOn(working: readonly Working[], today: PlainDate): PlainDate {
  return addDays(today, daysIn(working));
}

/** The days to be expected of a case that has been so many in a stretch; or the fewest, where it has lasted too long to say. */
export type Expectation = { stretch: Stretch; soFar: number; days: number; fewest: boolean };

/** What is not late yet has lasted no longer: twenty weeks to the final plan (SEND Regulations 2014, reg. 13(2)). */
const LONGEST_IN_TIME = 140;

/**
 * For each stretch, the days to be expected after each number of days so far, from none, as far as anything is known.
 * With it a list of thousands is looked through without working out each one.
 */
export function expectations(durations: Durations): Expectation[] {
  return STRETCHES.flatMap((stretch) => {
    const longest = Math.max(durations[stretch].at(-1) ?? -1, LONGEST_IN_TIME);
    const after = afterwards(stretch, durations);
    return Array.from({ length: longest + 1 }, (_, soFar) => soFar).flatMap((soFar): Expectation[] => {
      const working = forecast(stretch, soFar, durations);
      if (working !== null) return [{ stretch, soFar, days: daysIn(working), fewest: false }];
      return after === null ? [] : [{ stretch, soFar, days: daysIn(after), fewest: true }];
    });
  });
}

/** The days a stretch has lasted on a day; a case dated ahead of it has lasted none. */
export function daysSoFar(since: PlainDate, today: PlainDate): number {
  return Math.max(0, daysBetween(since, today));
}

function daysIn(working: readonly Working[]): number {
  return working.reduce((sum, { days }) => sum + days, 0);
}

/** The middle of days in order, from a place among them on; of two, the later: half took no longer. None is 0. */
export function middle(days: readonly number[], from = 0): number {
  return days[from + Math.floor((days.length - from) / 2)] ?? 0;
}

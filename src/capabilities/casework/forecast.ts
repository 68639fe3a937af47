import { addDays, daysBetween, type PlainDate } from '../../shared/plain-date.ts';
import type { Step } from './case.ts';
import { type Limit, nextLimit, noticedOn, otherLimit, runningLimits } from './limits.ts';

/* When what is due will probably be done, from how long the authority's own cases have taken lately; and how it was worked
   out. It is no limit and no promise: what the law gives is the due date. */

/** The stretches of a case, each named by the step it stands at: three in their order to the plan, and an amendment of that. */
export const STRETCHES = ['decide whether to assess', 'assess', 'make the plan', 'amend the plan'] as const;
export type Stretch = (typeof STRETCHES)[number];

/** How many days each stretch took, of the cases that came to its end lately; shortest first. */
export type Durations = Readonly<Record<Stretch, readonly number[]>>;

/** Fewer than this say nothing about the next one. */
export const FEWEST = 10;

/** A stretch still to come: its days so far, how many more half took, and of how many that lasted as long. */
export type Working = { stretch: Stretch; soFar: number; days: number; of: number };

/** The stretch at whose end each time limit is kept. */
const ENDS: Readonly<Record<Limit, Stretch>> = {
  'decide whether to assess': 'decide whether to assess',
  'notify that there is no plan': 'assess',
  'send the final plan': 'make the plan',
  'send the amended plan, or say why not': 'amend the plan',
};

/** The stretches from the one a case is in to the one at whose end a limit is kept. */
function aheadOf(stretch: Stretch, limit: Limit): readonly Stretch[] {
  const until = ENDS[limit];
  if (stretch === until) return [stretch];
  if (stretch === 'amend the plan' || until === 'amend the plan') return [];
  return STRETCHES.slice(STRETCHES.indexOf(stretch), STRETCHES.indexOf(until) + 1);
}

/** The stretch a case is in, and since when; null for one that is over. */
export function stretchOf(facts: {
  step: Step;
  receivedOn: PlainDate;
  decidedOn: PlainDate | null;
  issueDecidedOn: PlainDate | null;
  dueOn: PlainDate;
}): { stretch: Stretch; since: PlainDate } | null {
  switch (facts.step) {
    case 'file to open':
    case 'decide whether to assess':
      return { stretch: 'decide whether to assess', since: facts.receivedOn };
    case 'assess':
      return { stretch: 'assess', since: facts.decidedOn ?? facts.receivedOn };
    case 'make the plan':
      return { stretch: 'make the plan', since: facts.issueDecidedOn ?? facts.receivedOn };
    case 'amend the plan':
      return { stretch: 'amend the plan', since: noticedOn(facts.dueOn) };
    default:
      return null;
  }
}

/**
 * What is still to come before a limit is kept: of the stretch a case is in, what half of those that had lasted as long still
 * took; of each after it, what half took. Null where fewer than ten cases say anything about one of them, or none is to come.
 */
export function forecast(
  stretch: Stretch,
  soFar: number,
  durations: Durations,
  limit: Limit = nextLimit(stretch),
): Working[] | null {
  const ahead = aheadOf(stretch, limit).map(
    (one): Working => ({ stretch: one, ...stillToCome(durations[one], one === stretch ? soFar : 0) }),
  );
  return wellKnown(ahead);
}

/**
 * What is still to come after a stretch that has lasted longer than can be measured: the limit will not be kept before all of
 * it. Null where nothing comes after, or fewer than ten cases say anything about it.
 */
export function afterwards(
  stretch: Stretch,
  durations: Durations,
  limit: Limit = nextLimit(stretch),
): Working[] | null {
  const after = aheadOf(stretch, limit).slice(1);
  return wellKnown(after.map((one): Working => ({ stretch: one, ...stillToCome(durations[one], 0) })));
}

function wellKnown(ahead: Working[]): Working[] | null {
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

/** A limit that runs on a case, when it will probably be kept, and how that was worked out. */
export type Expected = {
  limit: Limit;
  dueOn: PlainDate;
  on: PlainDate;
  working: readonly Working[];
  /** The stretch that has lasted longer than can be measured: then it will not be kept before the day. */
  fewest: Stretch | null;
};

/** When each limit that runs on a case will probably be kept, that of what is due next first; those of which nothing can be said are left out. */
export function expectedOf(
  facts: Parameters<typeof stretchOf>[0],
  durations: Durations,
  today: PlainDate,
): Expected[] {
  const at = stretchOf(facts);
  if (at === null) return [];
  const soFar = daysSoFar(at.since, today);
  return runningLimits(facts).flatMap(({ limit, dueOn }): Expected[] => {
    const known = forecast(at.stretch, soFar, durations, limit);
    const working = known ?? afterwards(at.stretch, durations, limit);
    if (working === null) return [];
    return [
      { limit, dueOn, on: probablyOn(working, today), working, fewest: known === null ? at.stretch : null },
    ];
  });
}

/** Whether a limit that has not passed will probably be kept too late. */
export function isLikelyLate({ on, dueOn }: Pick<Expected, 'on' | 'dueOn'>, today: PlainDate): boolean {
  return today <= dueOn && dueOn < on;
}

/** The days to be expected before a limit is kept, of a case that has been so many in a stretch; or the fewest, where it has lasted too long to say. */
export type Expectation = { stretch: Stretch; soFar: number; limit: Limit; days: number; fewest: boolean };

/** What is not late yet has lasted no longer: twenty weeks to the final plan (SEND Regulations 2014, reg. 13(2)). */
const LONGEST_IN_TIME = 140;

/**
 * For each stretch and each limit that runs in it, the days to be expected after each number of days so far, from none, as far
 * as anything is known. With it a list of thousands is looked through without working out each one.
 */
export function expectations(durations: Durations): Expectation[] {
  return STRETCHES.flatMap((stretch) => {
    const longest = Math.max(durations[stretch].at(-1) ?? -1, LONGEST_IN_TIME);
    const limits = [nextLimit(stretch), otherLimit(stretch)].filter((limit) => limit !== null);
    return limits.flatMap((limit) => {
      const after = afterwards(stretch, durations, limit);
      return Array.from({ length: longest + 1 }, (_, soFar) => soFar).flatMap((soFar): Expectation[] => {
        const working = forecast(stretch, soFar, durations, limit);
        if (working !== null) return [{ stretch, soFar, limit, days: daysIn(working), fewest: false }];
        return after === null ? [] : [{ stretch, soFar, limit, days: daysIn(after), fewest: true }];
      });
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

import { seeded } from '../random.ts';
import { bornBetween, COUNT_DAY, type Day, firstOf, yearOf } from './calendar.ts';
import { joinYears, type Since, type YearOfCases } from './cohorts.ts';
import { OLDER_COUNTS, REQUEST_AGE_COUNTS, START_AGE_COUNTS, YEARS } from './figures.ts';
import { AGES, YOUNGEST } from './kinds.ts';
import { fitTable, shareOut, shuffled, sum } from './rounding.ts';
import { type Sizes, TOOK } from './sizes.ts';

/* Everybody of an authority and what happened to them, as days: the numbers of each kind are given, who is what is drawn. */

export type Asked = {
  receivedOn: Day;
  /** Null while undecided, and where it was withdrawn first. */
  decision: { assess: boolean; on: Day } | null;
  withdrawn: { kind: 'withdrawn' | 'moved out'; on: Day } | null;
  exception: boolean;
};

export type Case = {
  bornOn: Day;
  /** By the orders of ETHNICITIES, NEEDS and KINDS; male is 0. */
  sex: number;
  ethnicity: number;
  need: number | null;
  kind: number | null;
  request: Asked | null;
  assessed: { issue: boolean; on: Day } | null;
  plan: { openedOn: Day; issuedOn: Day | null } | null;
};

/** What happened, before it is settled to whom. */
type Story = Pick<Case, 'request' | 'assessed' | 'plan'>;
type Random = () => number;

/** Years in which the older plans started, the latest first; an EHC plan can be no older than September 2014. */
const TOLD: readonly number[] = YEARS;
const OLDER_YEARS = [2019, 2018, 2017, 2016, 2015, 2014] as const;
const FIRST_PLANS = firstOf(2014) + 245;

/** Everybody of one authority, always the same for the same seed: those with a plan first, then everybody else who was asked about. */
export function casesOf(sizes: Sizes, seed: number): Case[] {
  const random = seeded(seed * 1009 + sizes.authority.code);
  const joined = joinYears(sizes.years);
  const started = joined.map((year, at) => newPlans(random, year, at));
  const others = joined.flatMap((year, at) => withoutPlan(random, sizes, year, at));
  decideLate(random, sizes, [...started.flat(), ...others]);
  return [...withPlans(random, sizes, started), ...others.map((story) => unplanned(random, sizes, story))];
}

// ——— Those with plans: age by year of start, kind by age, need by kind; sex and ethnicity as they come.

function withPlans(random: Random, sizes: Sizes, started: readonly Story[][]): Case[] {
  const older = shareOut(sizes.plans - sum(started.map((one) => one.length)), olderWeights());
  const years = [...YEARS, ...OLDER_YEARS];
  const stories = [...started, ...older.map((count, at) => oldPlans(random, OLDER_YEARS[at] ?? 2014, count))];
  const byYear = fitTable(
    years.map((year) => AGES.map((age) => startWeight(age, year))),
    stories.map((one) => one.length),
    sizes.ages,
  );
  const kindsByAge = fitTable(sizes.kindsByAge, sizes.ages, sizes.kinds);
  const needsByKind = fitTable(sizes.needsByKind, sizes.kinds, sizes.needs);
  const kindsLeft = kindsByAge.map((counts) => shuffled(random, counts));
  const needsLeft = needsByKind.map((counts) => shuffled(random, counts));
  const sexes = shuffled(random, sizes.sexes);
  const ethnicities = shuffled(random, sizes.ethnicities);
  return stories.flatMap((some, year) => {
    const ages = shuffled(random, byYear[year] ?? []);
    return some.map((story, at): Case => {
      const age = ages[at] ?? 0;
      const kind = kindsLeft[age]?.pop() ?? 0;
      return {
        ...story,
        bornOn: bornBefore(random, age + YOUNGEST, story),
        sex: sexes.pop() ?? 0,
        ethnicity: ethnicities.pop() ?? 0,
        need: needsLeft[kind]?.pop() ?? 0,
        kind,
      };
    });
  });
}

function olderWeights(): number[] {
  const [six = 0, seven = 0, eight = 0, nine = 0, ten = 0, eleven = 0, more = 0] = OLDER_COUNTS;
  return [six, seven, eight, nine, ten, eleven + more];
}

/** How usual it is for somebody of this age last August to have had a plan since that year. */
function startWeight(age: number, year: number): number {
  const then = age - (2024 - year);
  if (then < 1) return 0;
  const [youngest = 0, ...others] = START_AGE_COUNTS;
  if (then === 1) return youngest / 20;
  return then === 2
    ? youngest
    : (others[Math.min(then - 3, others.length - 1)] ?? 0) / (then > 20 ? then : 1);
}

function bornBefore(random: Random, age: number, { request, plan }: Story): Day {
  // "Under 3" is two, or in the year before it one.
  const [from, to] = bornBetween(age);
  const born = from + Math.floor(random() * (to - from + 1));
  const first = Math.min(request?.receivedOn ?? COUNT_DAY, plan?.openedOn ?? COUNT_DAY);
  return born < first - 30 ? born : Math.min(from, first - 30);
}

function oldPlans(random: Random, year: number, count: number): Story[] {
  return Array.from({ length: count }, () => broughtIn(random, year));
}

/** A plan of which the record has the plan alone. */
function broughtIn(random: Random, year: number): Story {
  const day = Math.max(FIRST_PLANS + Math.floor(random() * 100), firstOf(year) + Math.floor(random() * 365));
  return { request: null, assessed: null, plan: { openedOn: day, issuedOn: day } };
}

// ——— What happened in a year.

const TWENTY_WEEKS = 140;
const YEAR_OF_WEEKS = 364;

function newPlans(random: Random, year: YearOfCases, at: number): Story[] {
  const issued = TOOK.flatMap(({ weeks, exception }, place) =>
    each(year.issued[place] ?? [0, 0], (before) => {
      const { received, on } = stretch(random, YEARS[at] ?? 2024, before, daysFor(weeks));
      return { request: asked(random, received, exception), issuedOn: on };
    }),
  );
  // First asked, first decided: those the year before had decided on already.
  const order = issued.toSorted((one, other) => one.request.receivedOn - other.request.receivedOn);
  const stories = order.map(({ request, issuedOn }, place): Story => {
    const decided = issuedOn - 10 - Math.floor(random() * 30);
    const newYear = firstOf(YEARS[at] ?? 2024);
    const lastYear = place < year.decidedBefore && request.receivedOn + 75 < newYear;
    const on = lastYear
      ? Math.min(decided, newYear - 1 - Math.floor(random() * 20))
      : Math.max(decided, newYear, request.receivedOn + 75);
    const decidedOn = Math.min(issuedOn, on);
    return {
      request,
      assessed: { issue: true, on: decidedOn },
      plan: { openedOn: decidedOn, issuedOn },
    };
  });
  const moved = Array.from({ length: year.movedIn }, () => broughtIn(random, YEARS[at] ?? 2024));
  return [...stories, ...moved];
}

/** From how many days to how many, from the request to the plan. */
function daysFor(weeks: number): readonly [number, number] {
  if (weeks === 20) return [119, TWENTY_WEEKS];
  return weeks === 52 ? [TWENTY_WEEKS + 1, YEAR_OF_WEEKS] : [YEAR_OF_WEEKS + 1, 500];
}

/** A day in a year, and one so many days before it: in the same year, or in the year before. */
function stretch(random: Random, year: number, before: boolean, [least, most]: readonly [number, number]) {
  const first = firstOf(year);
  if (before) {
    const last = Math.floor(random() * 365);
    if (least > YEAR_OF_WEEKS) {
      const days = least + Math.floor(random() * Math.max(1, Math.min(last, most - least)));
      return { received: first + last - days, on: first + last };
    }
    const days = between(random, least, most);
    const on = first + Math.floor(random() * Math.min(days, 365));
    return { received: on - days, on };
  }
  const days = Math.min(between(random, Math.min(least, 300), most), YEAR_OF_WEEKS);
  const on = first + days + Math.floor(random() * (365 - days));
  return { received: on - days, on };
}

/** More often near the beginning than near the end. */
function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() ** 1.5 * (most - least + 1));
}

function each<T>([own, before]: Since, make: (before: boolean) => T): T[] {
  return Array.from({ length: own + before }, (_, place) => make(place >= own));
}

function asked(random: Random, receivedOn: Day, exception = false): Asked {
  return {
    receivedOn,
    decision: { assess: true, on: inTime(random, receivedOn) },
    withdrawn: null,
    exception,
  };
}

function inTime(random: Random, receivedOn: Day): Day {
  return receivedOn + 10 + Math.floor(random() * 33);
}

function late(random: Random, receivedOn: Day): Day {
  return receivedOn + 43 + Math.floor(random() * 27);
}

/** As many of each year's decisions to assess are late as were, whichever year their plans came in. */
function decideLate(random: Random, sizes: Sizes, stories: readonly Story[]): void {
  const agreed = stories.flatMap(({ request }) => (request?.decision?.assess === true ? [request] : []));
  for (const [year, requests] of Map.groupBy(agreed, ({ receivedOn }) => yearOf(receivedOn))) {
    const at = Math.max(0, TOLD.indexOf(year));
    const order = shuffled(random, shareOut(requests.length, sizes.years[at]?.requests.assess ?? [1, 0]));
    requests.forEach((request, place) => {
      if (order[place] === 1) request.decision = { assess: true, on: late(random, request.receivedOn) };
    });
  }
}

function withoutPlan(random: Random, sizes: Sizes, year: YearOfCases, at: number): Story[] {
  const calendar = YEARS[at] ?? 2024;
  const first = firstOf(calendar);
  const last = at === YEARS.length - 1;
  const some = (count: number, make: () => Story) => Array.from({ length: count }, make);
  const within = (from: number, to: number) => first + from + Math.floor(random() * (to - from));
  const nothing = { assessed: null, plan: null };
  const notIssued = year.notIssued.flatMap((since, place) =>
    each(since, (before): Story => {
      const days = place === 0 ? ([84, 112] as const) : ([113, 320] as const);
      const { received, on } = stretch(random, calendar, before, days);
      return {
        request: asked(random, received),
        assessed: { issue: false, on },
        plan: null,
      };
    }),
  );
  const drafting = each(year.drafting, (before): Story => {
    const { received, on } = stretch(random, calendar, before, [80, 250]);
    return {
      request: asked(random, received),
      assessed: { issue: true, on },
      plan: { openedOn: on, issuedOn: null },
    };
  });
  const assessing = some(year.assessing, () => ({
    ...nothing,
    request: asked(random, within(150, 310)),
  }));
  const movedOut = some(year.movedOut, () => {
    const request = asked(random, within(0, 300));
    return {
      ...nothing,
      request: { ...request, withdrawn: { kind: 'moved out', on: request.receivedOn + 100 } },
    };
  });
  const { refuse, pending } = sizes.years[at]?.requests ?? { refuse: [0, 0], pending: 0 };
  const refused = refuse.flatMap((count, place) =>
    some(count, () => {
      const receivedOn = within(0, last ? 310 : 365);
      const on = place === 0 ? inTime(random, receivedOn) : late(random, receivedOn);
      return {
        ...nothing,
        request: { receivedOn, decision: { assess: false, on }, withdrawn: null, exception: false },
      };
    }),
  );
  const undecided = some(pending, () => ({
    ...nothing,
    request: { receivedOn: within(300, 365), decision: null, withdrawn: null, exception: false },
  }));
  const withdrawn = some(year.withdrawn, () => {
    const receivedOn = within(0, 365);
    const ended = { kind: 'withdrawn', on: Math.min(receivedOn + 20, COUNT_DAY) } as const;
    return { ...nothing, request: { receivedOn, decision: null, withdrawn: ended, exception: false } };
  });
  return [...notIssued, ...drafting, ...assessing, ...movedOut, ...refused, ...undecided, ...withdrawn];
}

/** Somebody without a plan: of the ages at which requests come, as many boys as have plans. */
function unplanned(random: Random, sizes: Sizes, story: Story): Case {
  const received = story.request?.receivedOn ?? COUNT_DAY;
  const age = drawn(random, REQUEST_AGE_COUNTS) + YOUNGEST;
  const bornOn = received - Math.floor((age + 0.02 + random() * 0.96) * 365.25);
  return {
    ...story,
    bornOn,
    sex: drawn(random, sizes.sexes),
    ethnicity: drawn(random, sizes.ethnicities),
    need: null,
    kind: null,
  };
}

function drawn(random: Random, counts: readonly number[]): number {
  let left = random() * sum(counts);
  const at = counts.findIndex((count) => {
    left -= count;
    return left < 0;
  });
  return Math.max(0, at);
}

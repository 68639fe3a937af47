import { shareOut, sum } from './rounding.ts';
import { TOOK, type Year } from './sizes.ts';

/*
 * Which year's requests led to which year's plans. Requests are published by the year they came in and plans by the year they were
 * issued, each by itself: this is one way in which both can be true.
 */

/** How many came of the same year's requests, and how many of those of the year before. */
export type Since = readonly [own: number, before: number];

export type YearOfCases = {
  /** In the order of TOOK. */
  issued: readonly Since[];
  /** Decided not to issue, within 16 weeks and later. */
  notIssued: readonly Since[];
  /** Decided to issue and still being written on the count day. */
  drafting: Since;
  /** Agreed to assess and not decided since. */
  assessing: number;
  /** Agreed to assess, and nothing more is known of them: they moved out. */
  movedOut: number;
  /** Withdrawn before a decision. */
  withdrawn: number;
  /** New plans that no request here led to. */
  movedIn: number;
  /** Plans issued in the year that had been decided on in an earlier one. */
  decidedBefore: number;
};

/** Usual, and most, of a year's outcomes that came of the year before. */
const USUAL = 0.42;
const MOST = 0.62;
const UTMOST = 0.9;

/** One way to join the years of an authority. Requests and plans of each year keep their numbers exactly. */
export function joinYears(years: readonly Year[]): YearOfCases[] {
  const { drafting, decidedBefore } = decidedWhen(years);
  const last = years.length - 1;
  const outcomes = years.map(
    ({ issued, notIssued }, at) => sum(issued) + sum(notIssued) + (at === last ? drafting : 0),
  );
  const least = leastBefore(years, outcomes);
  const joined: YearOfCases[] = [];
  let left = Number.POSITIVE_INFINITY;
  for (const [at, year] of years.entries()) {
    const all = outcomes[at] ?? 0;
    const agreed = sum(year.requests.assess);
    const first = at === 0;
    const wanted = first ? Math.round(all * USUAL) : Math.floor(all * MOST);
    const before = Math.min(left, Math.max(wanted, least[at] ?? 0));
    const unjoined = Math.max(0, all - before - agreed);
    const own = all - before - unjoined;
    const rest = closing(joined.at(-1), first ? 0 : left - before, years[at - 1]);
    if (rest !== undefined) joined[at - 1] = rest;
    joined.push({
      ...parted(year, at === last ? drafting : 0, [own, before, unjoined]),
      assessing: at === last ? agreed - own : 0,
      movedOut: 0,
      withdrawn: year.requests.withdrawn,
      decidedBefore: decidedBefore[at] ?? 0,
    });
    left = agreed - own;
  }
  return joined;
}

/**
 * How many of each year's outcomes must have come of the year before at the least: the longest did, and so did those for which the
 * year's own requests, less what the next year needs of them, are too few.
 */
function leastBefore(years: readonly Year[], outcomes: readonly number[]): number[] {
  const least: number[] = [];
  let kept = 0;
  for (const [at, { requests, issued }] of [...years.entries()].reverse()) {
    const all = outcomes[at] ?? 0;
    const longest = sum(TOOK.map(({ weeks }, place) => (weeks > 52 ? (issued[place] ?? 0) : 0)));
    const short = Math.min(all - (sum(requests.assess) - kept), Math.floor(all * UTMOST));
    kept = Math.max(longest, short, 0);
    least[at] = kept;
  }
  return least;
}

// What a year's requests led to nowhere: withdrawn where nobody published how they were answered, else moved out.
function closing(year: YearOfCases | undefined, nowhere: number, { requests }: Partial<Year> = {}) {
  if (year === undefined) return undefined;
  return requests?.known === true
    ? { ...year, movedOut: nowhere }
    : { ...year, withdrawn: year.withdrawn + nowhere };
}

type Parts = readonly [own: number, before: number, unjoined: number];

/** A year's outcomes, each kind by the requests it came of; what no request is left for moved in, as far as it is a plan. */
function parted(year: Year, drafting: number, [, before, unjoined]: Parts) {
  const kinds = [...year.issued, ...year.notIssued, drafting];
  // How many are being written is published nowhere: so those are given up first.
  const unwritten = Math.min(drafting, unjoined);
  const none = [...shareOut(unjoined - unwritten, kinds.slice(0, -1)), unwritten];
  const here = kinds.map((count, place) => count - (none[place] ?? 0));
  const long = TOOK.map(({ weeks }, place) => (weeks > 52 ? (here[place] ?? 0) : 0));
  const earliest = shareOut(Math.min(before, sum(long)), long);
  const others = here.map((count, place) => (long[place] ? 0 : count));
  const more = shareOut(Math.min(before - sum(earliest), sum(others)), others);
  const since = here.map((count, place): Since => {
    const early = Math.min(count, (earliest[place] ?? 0) + (more[place] ?? 0));
    return [count - early, early];
  });
  return {
    issued: since.slice(0, TOOK.length),
    notIssued: since.slice(TOOK.length, TOOK.length + 2),
    drafting: since[TOOK.length + 2] ?? ([0, 0] as const),
    movedIn: sum(none.slice(0, TOOK.length)),
  };
}

/** First decided, first issued: how many plans of each year had been decided on before it, and how many are still being written. */
function decidedWhen(years: readonly Year[]): { drafting: number; decidedBefore: number[] } {
  let ahead = 0;
  let least = 0;
  for (const { decidedToIssue, issued } of years) {
    ahead += decidedToIssue - sum(issued);
    least = Math.min(least, ahead);
  }
  let waiting = Math.max(-least, Math.round(sum(years[0]?.issued ?? []) / 10));
  const decidedBefore = years.map(({ decidedToIssue, issued }) => {
    const before = Math.min(waiting, sum(issued));
    waiting += decidedToIssue - sum(issued);
    return before;
  });
  return { drafting: waiting, decidedBefore };
}

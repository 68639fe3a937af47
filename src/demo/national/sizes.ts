import type { AuthorityOfEngland } from './england.ts';
import { FLOWS, type Flow } from './figures.ts';
import { fitted, roundRows, shareOut, sum, type Table } from './rounding.ts';
import type { Shape } from './shapes.ts';

/* How many people there are of each kind in each authority, in whole people: as published, for as many as were asked for. */

/** One calendar year of an authority. Plans by how long they took: see TOOK. */
export type Year = {
  requests: {
    assess: Prompt;
    refuse: Prompt;
    pending: number;
    withdrawn: number;
    /** Whether how the requests were answered was published: else what came to nothing may have been withdrawn. */
    known: boolean;
  };
  /** New plans, by how long they took. */
  issued: readonly number[];
  decidedToIssue: number;
  /** Decided not to issue, within 16 weeks and later. */
  notIssued: Prompt;
};
/** In time, and late. */
export type Prompt = readonly [within: number, over: number];

export const TOOK = [
  { weeks: 20, exception: false },
  { weeks: 52, exception: false },
  { weeks: Number.POSITIVE_INFINITY, exception: false },
  { weeks: 20, exception: true },
  { weeks: 52, exception: true },
  { weeks: Number.POSITIVE_INFINITY, exception: true },
] as const;

export type Sizes = {
  authority: AuthorityOfEngland;
  plans: number;
  ages: readonly number[];
  sexes: readonly number[];
  needs: readonly number[];
  ethnicities: readonly number[];
  kinds: readonly number[];
  kindsByAge: Table;
  needsByKind: Table;
  years: readonly Year[];
};

/**
 * The sizes of each authority with `people` who have a plan in all England: exactly as many, and each authority's every table
 * adding up to its own plans exactly.
 */
export function sizesFor(shapes: readonly Shape[], people: number): Sizes[] {
  const published = shapes.map(({ authority }) => authority.plans);
  const plans = eachSomebody(shareOut(people, published));
  const share = people / sum(published);
  const whole = (of: (shape: Shape) => readonly number[]) => roundRows(shapes.map(of), plans);
  const ages = whole((one) => one.ages);
  const sexes = whole((one) => one.sexes);
  const needs = whole((one) => one.needs);
  const ethnicities = whole((one) => one.ethnicities);
  const kinds = whole((one) => one.kinds);
  const years = FLOWS.map((national, at) => wholeYears(shapes, national, at, share));
  return shapes.map(({ authority, kindsByAge, needsByKind }, at) => ({
    ...{ authority, kindsByAge, needsByKind, plans: plans[at] ?? 0 },
    ages: ages[at] ?? [],
    sexes: sexes[at] ?? [],
    needs: needs[at] ?? [],
    ethnicities: ethnicities[at] ?? [],
    kinds: kinds[at] ?? [],
    years: atMost(
      plans[at] ?? 0,
      years.flatMap((one) => one[at] ?? []),
    ),
  }));
}

/** Nobody’s area is empty: whoever has none is given one of the largest’s. */
function eachSomebody(plans: readonly number[]): number[] {
  const given = [...plans];
  for (const [at, count] of given.entries()) {
    const most = given.indexOf(Math.max(...given));
    if (count > 0 || (given[most] ?? 0) < 2) continue;
    given[at] = 1;
    given[most] = (given[most] ?? 0) - 1;
  }
  return given;
}

function wholeYears(shapes: readonly Shape[], national: Flow, year: number, share: number): Year[] {
  const flows = shapes.map(({ flows: all }) => all[year] ?? national);
  const requests = wholeRows(
    flows.map((flow) => requestsOf(flow, national)),
    share,
  );
  const plans = wholeRows(
    asInEngland(
      flows.map((flow) => plansOf(flow, national)),
      plansOf(national, national),
    ),
    share,
  );
  const issue = wholeRows(
    flows.map((flow) => [flow.decidedToIssue || flow.issued]),
    share,
  );
  const notIssued = wholeRows(
    flows.map((flow) => notIssuedOf(flow)),
    share,
  );
  return flows.map((flow, at) => {
    const [assessIn = 0, assessLate = 0, refuseIn = 0, refuseLate = 0, pending = 0, withdrawn = 0] =
      requests[at] ?? [];
    const [within16 = 0, over16 = 0] = notIssued[at] ?? [];
    return {
      requests: {
        assess: [assessIn, assessLate],
        refuse: [refuseIn, refuseLate],
        pending,
        withdrawn,
        known: flow.assess !== null,
      },
      issued: plans[at] ?? [],
      decidedToIssue: issue[at]?.[0] ?? 0,
      notIssued: [within16, over16],
    };
  });
}

/** Of all authorities together as many took so long as in England: their own shares, of more plans than were timed, come to nearly that. */
function asInEngland(rows: Table, england: readonly number[]): Table {
  const totals = rows.map(sum);
  const all = sum(england);
  return fitted(
    rows,
    totals,
    england.map((one) => (one * sum(totals)) / all),
  );
}

// Each authority's total first, all together exact; then what it is made of.
function wholeRows(rows: Table, share: number): number[][] {
  const totals = rows.map((row) => sum(row) * share);
  return roundRows(rows, shareOut(Math.round(sum(totals)), totals));
}

/** Requests of a year: to assess and refused, each within six weeks and later; undecided; withdrawn. */
function requestsOf(flow: Flow, national: Flow): number[] {
  const like = FLOWS.find(({ withinSix }) => withinSix !== null) ?? national;
  const withdrawn = flow.withdrawn ?? (flow.requests * (like.withdrawn ?? 0)) / like.requests;
  const pending = flow.pending ?? 0;
  const assess = flow.assess ?? Math.max(0, flow.requests - flow.refused - withdrawn - pending);
  const said =
    flow.withinSix !== null && flow.overSix !== null && flow.withinSix + flow.overSix > 0 ? flow : like;
  const inTime = (said.withinSix ?? 0) / ((said.withinSix ?? 0) + (said.overSix ?? 0));
  const parts = [
    assess * inTime,
    assess * (1 - inTime),
    flow.refused * inTime,
    flow.refused * (1 - inTime),
    pending,
    withdrawn,
  ];
  const all = sum(parts);
  return parts.map((one) => (all > 0 ? (one * flow.requests) / all : 0));
}

/**
 * New plans of a year, in the order of TOOK: of all of them as many took so long as of those whose time was published, which are
 * about nine in ten.
 */
function plansOf(flow: Flow, national: Flow): number[] {
  const given = flow.issued > 0 ? flow : national;
  const plain = tookOf(given.issuedPlain, given.within20Plain, given.over52Plain, late('Plain'));
  const other = tookOf(
    given.issued - given.issuedPlain,
    given.within20 - given.within20Plain,
    given.over52 === null || given.over52Plain === null ? null : given.over52 - given.over52Plain,
    late(''),
  );
  const took = [...plain, ...other];
  return took.map((one) => (one * flow.newPlans) / sum(took));
}

function tookOf(issued: number, within20: number, over52: number | null, longShare: number): number[] {
  const over = Math.max(0, issued - within20);
  const long = Math.min(over, Math.max(0, over52 ?? over * longShare));
  return [Math.max(0, within20), over - long, long];
}

/** Of plans over 20 weeks, the part over 52, in the first year it was published. */
function late(which: 'Plain' | ''): number {
  const like = FLOWS.find(({ over52 }) => over52 !== null);
  if (like === undefined) return 0;
  return which === 'Plain'
    ? (like.over52Plain ?? 0) / (like.issuedPlain - like.within20Plain)
    : (like.over52 ?? 0) / (like.issued - like.within20);
}

function notIssuedOf({ notIssued, within16, over16 }: Flow): number[] {
  const like = FLOWS.find((one) => one.within16 !== null);
  const known = within16 !== null && over16 !== null && within16 + over16 > 0;
  const [early, lateOnes] = known ? [within16, over16] : [like?.within16 ?? 0, like?.over16 ?? 1];
  const share = early / (early + lateOnes);
  return [notIssued * share, notIssued * (1 - share)];
}

/** No more new plans than there are plans: where more was published, some had ended, which nothing here records. */
function atMost(plans: number, years: readonly Year[]): Year[] {
  const started = years.map(({ issued }) => sum(issued));
  if (sum(started) <= plans) return [...years];
  const fewer = shareOut(plans, started);
  return years.map((year, at) => ({ ...year, issued: shareOut(fewer[at] ?? 0, year.issued) }));
}

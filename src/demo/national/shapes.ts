import { AUTHORITIES, type AuthorityOfEngland } from './england.ts';
import {
  AGE_COUNTS,
  ETHNICITY_COUNTS,
  FLOWS,
  type Flow,
  flowOf,
  NEED_COUNTS,
  PLACED,
  REGIONS,
  SEX_COUNTS,
} from './figures.ts';
import { AGES, KINDS, NEEDS } from './kinds.ts';
import { sum, type Table } from './rounding.ts';

/* What is published of each authority, as published: neither whole people yet, nor as many as were asked for. */

export type Shape = {
  authority: AuthorityOfEngland;
  /** With a plan in January 2025, by what the tables are ordered by: AGES, male and female, NEEDS, ETHNICITIES, KINDS. */
  ages: readonly number[];
  sexes: readonly number[];
  needs: readonly number[];
  ethnicities: readonly number[];
  kinds: readonly number[];
  /** Which kinds each age has, and which needs each kind: patterns, fitted to the numbers above. */
  kindsByAge: Table;
  needsByKind: Table;
  /** The years of YEARS. */
  flows: readonly Flow[];
};

export const KIND_COUNTS: readonly number[] = KINDS.map(({ column }) => PLACED.get(column)?.plans ?? 0);

/** England's pattern of needs by kind of placement, in plans. */
export const NEEDS_BY_KIND: Table = KINDS.map(({ column }) => {
  const { plans, needs } = PLACED.get(column) ?? { plans: 0, needs: [] };
  return NEEDS.map((_, at) => (plans * (needs[at] ?? 0)) / 100);
});

/** Where no table by age is at hand: each kind at the ages it is for, sixth forms less often than schools. */
export const KINDS_BY_AGE: Table = AGES.map((age, at) =>
  KINDS.map(({ group, ages: [from, to] }, kind) => {
    if (age < from || age > to) return 0;
    const share = (KIND_COUNTS[kind] ?? 0) * (AGE_COUNTS[at] ?? 0);
    return group === 'mainstream' && age > 15 ? share / 6 : share;
  }),
);

/**
 * What the published national and regional figures say of each authority: its own number of plans, and of all else its part,
 * with its region's requests and punctuality in the last year.
 */
export function shapesOfFigures(): Shape[] {
  const all = sum(AUTHORITIES.map(({ plans }) => plans));
  return AUTHORITIES.map((authority) => ({
    authority,
    ages: AGE_COUNTS,
    sexes: SEX_COUNTS,
    needs: NEED_COUNTS,
    ethnicities: ETHNICITY_COUNTS,
    kinds: KIND_COUNTS,
    kindsByAge: KINDS_BY_AGE,
    needsByKind: NEEDS_BY_KIND,
    flows: FLOWS.map((flow, at) => partOf(flow, authority, authority.plans / all, at === FLOWS.length - 1)),
  }));
}

function partOf(national: Flow, { region, plans }: AuthorityOfEngland, share: number, last: boolean): Flow {
  const part = flowOf((column) => {
    const one = national[column];
    return one === null ? null : one * share;
  });
  const here = REGIONS[region];
  if (!last || here === undefined) return part;
  const ofRegion = sum(AUTHORITIES.filter((one) => one.region === region).map((one) => one.plans));
  const more = (here.requests * plans) / ofRegion / part.requests;
  const prompt = here.within20 / ((100 * national.within20Plain) / national.issuedPlain);
  const times = (one: number | null, by: number) => (one === null ? null : one * by);
  const within20 = part.within20 * prompt;
  const late = (part.issued - within20) / (part.issued - part.within20);
  return {
    ...part,
    requests: part.requests * more,
    refused: part.refused * more,
    assess: times(part.assess, more),
    pending: times(part.pending, more),
    withdrawn: times(part.withdrawn, more),
    withinSix: times(part.withinSix, more),
    overSix: times(part.overSix, more),
    within20,
    within20Plain: part.within20Plain * prompt,
    over52: times(part.over52, late),
    over52Plain: times(part.over52Plain, late),
  };
}

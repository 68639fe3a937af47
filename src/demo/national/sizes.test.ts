import { expect, test } from 'vitest';
import { AUTHORITIES } from './england.ts';
import { AGE_COUNTS, FLOWS, NEED_COUNTS } from './figures.ts';
import { KINDS, NEEDS } from './kinds.ts';
import { sum } from './rounding.ts';
import { KIND_COUNTS, shapesOfFigures } from './shapes.ts';
import { type Sizes, sizesFor } from './sizes.ts';

/* The sizes of all England, at the published number of people and at a hundredth of it. */

const ENGLAND = 638_745;
const shapes = shapesOfFigures();

function within(what: string, is: number, published: number, most: number): void {
  const off = Math.abs(is - published) / published;
  expect([what, off <= most], `${what}: ${is} for ${published}`).toEqual([what, true]);
}

function columns(sizes: readonly Sizes[], of: (one: Sizes) => readonly number[], place: number): number {
  return sum(sizes.map((one) => of(one)[place] ?? 0));
}

test('the 153 authorities add up to the plans that England was published to have', () => {
  expect(AUTHORITIES.length).toBe(153);
  expect(sum(AUTHORITIES.map(({ plans }) => plans))).toBe(ENGLAND);
  expect(new Set(AUTHORITIES.map(({ code }) => code)).size).toBe(153);
  expect([sum(KIND_COUNTS), sum(NEED_COUNTS), sum(AGE_COUNTS)]).toEqual([ENGLAND, ENGLAND, ENGLAND]);
});

test('at the published number each authority has the plans it was published to have', () => {
  for (const { authority, plans } of sizesFor(shapes, ENGLAND)) expect(plans).toBe(authority.plans);
});

test.each([ENGLAND, 640_000, 6400, 153])('of %d people every table of every authority is exact', (people) => {
  const sizes = sizesFor(shapes, people);
  expect(sum(sizes.map(({ plans }) => plans))).toBe(people);
  for (const { plans, ages, sexes, needs, ethnicities, kinds } of sizes) {
    expect(plans).toBeGreaterThan(0);
    for (const table of [ages, sexes, needs, ethnicities, kinds]) {
      expect(sum(table)).toBe(plans);
      expect(table.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
    }
  }
});

test('of 640,000, needs, kinds, ages and years are within 1% of the published in England', () => {
  const sizes = sizesFor(shapes, 640_000);
  const share = 640_000 / ENGLAND;
  NEEDS.forEach((need, at) => {
    within(
      need ?? 'none',
      columns(sizes, (one) => one.needs, at),
      (NEED_COUNTS[at] ?? 0) * share,
      0.01,
    );
  });
  KINDS.forEach(({ column }, at) => {
    within(
      column,
      columns(sizes, (one) => one.kinds, at),
      (KIND_COUNTS[at] ?? 0) * share,
      0.02,
    );
  });
  FLOWS.forEach((flow, at) => {
    const years = sizes.flatMap(({ years: all }) => all[at] ?? []);
    const asked = years.flatMap(({ requests: one }) => [
      ...one.assess,
      ...one.refuse,
      one.pending,
      one.withdrawn,
    ]);
    within('requests', sum(asked), flow.requests * share, 0.001);
    within('refused', sum(years.flatMap(({ requests: one }) => one.refuse)), flow.refused * share, 0.001);
    within('new plans', sum(years.flatMap(({ issued }) => issued)), flow.newPlans * share, 0.001);
    const prompt =
      sum(years.map(({ issued }) => issued[0] ?? 0)) / sum(years.flatMap(({ issued }) => issued.slice(0, 3)));
    within('within 20 weeks', prompt, flow.within20Plain / flow.issuedPlain, 0.01);
  });
});

test('of 6,400, what is small is not lost: there are as many with a multi-sensory impairment as there should be', () => {
  const sizes = sizesFor(shapes, 6400);
  const place = NEEDS.indexOf('MSI');
  expect(Math.abs(columns(sizes, (one) => one.needs, place) - 16.95)).toBeLessThan(2);
});

test('no authority has more new plans than plans', () => {
  for (const { plans, years } of sizesFor(shapes, 6400))
    expect(sum(years.flatMap(({ issued }) => issued))).toBeLessThanOrEqual(plans);
});

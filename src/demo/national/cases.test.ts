import { expect, test } from 'vitest';
import { AGE_DAY, COUNT_DAY, firstOf, yearOf } from './calendar.ts';
import { casesOf } from './cases.ts';
import { KINDS, YOUNGEST } from './kinds.ts';
import { ageOn } from './people.ts';
import { shapesOfFigures } from './shapes.ts';
import { sizesFor } from './sizes.ts';

const [sizes] = sizesFor(
  shapesOfFigures().filter(({ authority }) => authority.code === 303),
  3267,
);
if (sizes === undefined) throw new Error('no such authority');
const cases = casesOf(sizes, 1);
const planned = cases.filter(({ kind }) => kind !== null);

test('the same seed makes the same people, another seed others', () => {
  expect(casesOf(sizes, 1)).toEqual(cases);
  expect(casesOf(sizes, 2)).not.toEqual(cases);
});

test('as many have a plan, of each age, need and kind of placement, as there are to be', () => {
  expect(planned.length).toBe(3267);
  const counted = (
    of: (place: number) => (one: (typeof cases)[number]) => boolean,
    counts: readonly number[],
  ) => counts.map((_, place) => planned.filter(of(place)).length);
  expect(
    counted(
      (place) =>
        ({ need }) =>
          need === place,
      sizes.needs,
    ),
  ).toEqual(sizes.needs);
  expect(
    counted(
      (place) =>
        ({ kind }) =>
          kind === place,
      sizes.kinds,
    ),
  ).toEqual(sizes.kinds);
  expect(
    counted(
      (place) =>
        ({ sex }) =>
          sex === place,
      sizes.sexes,
    ),
  ).toEqual(sizes.sexes);
  expect(
    counted(
      (place) =>
        ({ ethnicity }) =>
          ethnicity === place,
      sizes.ethnicities,
    ),
  ).toEqual(sizes.ethnicities);
  const aged = (place: number) => (one: (typeof cases)[number]) =>
    Math.max(YOUNGEST, ageOn(one.bornOn, AGE_DAY)) === place + YOUNGEST;
  expect(counted(aged, sizes.ages)).toEqual(sizes.ages);
});

test('things happened in their order, to people who were born, and nothing after the count', () => {
  for (const { bornOn, request, assessed, plan } of cases) {
    const days = [
      bornOn,
      request?.receivedOn,
      request?.decision?.on,
      assessed?.on,
      plan?.issuedOn ?? undefined,
      COUNT_DAY,
    ].filter((day) => day !== undefined);
    expect(days.toSorted((one, other) => one - other)).toEqual(days);
    if (request?.withdrawn) expect(request.withdrawn.on).toBeLessThanOrEqual(COUNT_DAY);
    if (request?.withdrawn) expect(request.withdrawn.on).toBeGreaterThanOrEqual(request.receivedOn);
  }
});

test('requests of each year are answered as they were to be, in time and late', () => {
  const [, , , , last] = sizes.years;
  const asked = cases.flatMap(({ request }) =>
    request !== null && yearOf(request.receivedOn) === 2024 ? [request] : [],
  );
  const refused = asked.filter(({ decision }) => decision?.assess === false);
  const agreed = asked.filter(({ decision }) => decision?.assess === true);
  const late = (some: typeof asked) =>
    some.filter(({ decision, receivedOn }) => decision !== null && decision.on - receivedOn > 42).length;
  expect([refused.length - late(refused), late(refused)]).toEqual(last?.requests.refuse);
  expect([agreed.length - late(agreed), late(agreed)]).toEqual(last?.requests.assess);
  expect(asked.filter(({ decision, withdrawn }) => decision === null && withdrawn === null).length).toBe(
    last?.requests.pending,
  );
});

test('plans of each year took as long as they were to', () => {
  const [, , , , last] = sizes.years;
  const took = [
    [0, 140],
    [141, 364],
    [365, 9999],
  ] as const;
  const issued = cases.flatMap(({ request, plan }) =>
    request !== null && plan?.issuedOn != null && plan.issuedOn >= firstOf(2024)
      ? [{ days: plan.issuedOn - request.receivedOn, exception: request.exception }]
      : [],
  );
  const counts = [false, true].flatMap((excepted) =>
    took.map(
      ([from, to]) =>
        issued.filter((one) => one.exception === excepted && one.days >= from && one.days <= to).length,
    ),
  );
  expect(counts).toEqual(last?.issued);
});

test('hardly anybody is where nobody of their age is', () => {
  const astray = planned.filter(({ bornOn, kind }) => {
    const [from, to] = KINDS[kind ?? 0]?.ages ?? [0, 25];
    const age = Math.max(YOUNGEST, ageOn(bornOn, AGE_DAY));
    return age < from || age > to;
  });
  expect(astray.length / planned.length).toBeLessThan(0.01);
});

import { addDays, addMonths, type PlainDate } from '../shared/plain-date.ts';
import { type DemoCase, decidedAfter, drawCase } from './cases.ts';
import { BY_AGE, YOUNGEST } from './published.ts';
import { drawShare, drawUuid, seeded } from './random.ts';

/* Those who have had their plans for years: how old they are, how long they have had them and how long it took, as often as
   published (EES, EHC plans 2025: January 2025, and what was issued in 2024). */

/** Age when the plan started, from 2 and under to 20 and over, in tenths of a percent. */
const STARTED = [3, 24, 139, 125, 73, 74, 73, 71, 86, 101, 57, 40, 45, 36, 28, 14, 6, 3, 3];
/** Years a plan has been in place, from the first to the tenth, in tenths of a percent. */
const IN_PLACE = [173, 146, 113, 94, 88, 72, 88, 84, 72, 36];
/** Nobody's plan here is newer: this year's requests are played out apart. */
const NEWEST = 30;

/** Weeks from a request to its final plan, as often as published for 2024 (EES, EHC plans 2025): 46% within 20, 7% over 52. */
const WEEKS: readonly (readonly [from: number, to: number, share: number])[] = [
  [17, 20, 46.4],
  [20, 30, 25],
  [30, 52, 21.3],
  [52, 70, 7.3],
];

export type Past = DemoCase & {
  issueDecidedOn: PlainDate;
  servedOn: PlainDate;
  issuedOn: PlainDate;
  planId: string;
};

/** Children with final plans: always the same for the same day and count. */
export function drawHistory(count: number, today: PlainDate): Past[] {
  const random = seeded(20_150_401);
  return Array.from({ length: count }, () => drawPast(random, today));
}

function drawPast(random: () => number, today: PlainDate): Past {
  const { bornOn, issuedOn } = drawLife(random, today);
  const took = drawDays(random);
  const drawn = drawCase(random, addDays(issuedOn, -took), today);
  const decision = { assess: true, on: addDays(drawn.receivedOn, decidedAfter(random())) };
  return {
    ...drawn,
    bornOn,
    decision,
    adviceAskedOn: null,
    issueDecidedOn: addDays(issuedOn, -Math.min(60, Math.floor(took / 4))),
    servedOn: addDays(issuedOn, -20),
    issuedOn,
    planId: drawUuid(random),
  };
}

function drawDays(random: () => number): number {
  const place = drawShare(
    random(),
    WEEKS.map(([, , share]) => share),
  );
  const [from, to] = WEEKS[place] ?? [20, 20];
  return Math.floor((from + random() * (to - from)) * 7);
}

/** When somebody with a plan was born, and when it was issued: both distributions at once, each as far as the other lets it. */
function drawLife(random: () => number, today: PlainDate): { bornOn: PlainDate; issuedOn: PlainDate } {
  const age = YOUNGEST + drawShare(random(), BY_AGE);
  const years = drawShare(
    random(),
    IN_PLACE.map((share, place) => share * startedAt(age - place - 1)),
  );
  const issuedOn = addDays(today, -NEWEST - Math.floor((years + random()) * 365));
  const bornOn = addDays(addMonths(today, -12 * age), -Math.floor(random() * 365));
  return { bornOn, issuedOn };
}

function startedAt(age: number): number {
  if (age < 1) return 0;
  return STARTED[Math.min(Math.max(age - YOUNGEST, 0), STARTED.length - 1)] ?? 0;
}

import { AGE_DAY, type Day, dayOf, yearOf } from './calendar.ts';
import { KINDS } from './kinds.ts';
import { ageOn, type Person } from './people.ts';

/**
 * What was written of one authority, by measure: counted while it was made, so that what is counted from the rows can be held to
 * it. Measures and their words are those of the live measures.
 */
export type Total = {
  measure: string;
  authority: number;
  periodKind: 'January' | 'calendar year';
  year: number;
  topic: string;
  breakdown: string;
  numerator: number;
  /** Of how many, or of how many cases so many days; null where the measure is a number by itself. */
  denominator: number | null;
};

/** The third Thursdays of January. */
const JANUARIES: readonly Day[] = [
  '2020-01-16',
  '2021-01-21',
  '2022-01-20',
  '2023-01-19',
  '2024-01-18',
  '2025-01-16',
].map(dayOf);
const STOCK = 2025;
const SIX_WEEKS = 42;
const TWENTY_WEEKS = 140;

type Add = (measure: string, year: number, of?: Partial<Of>) => void;
type Of = { topic: string; breakdown: string; count: number };

/** Counts one authority: `add` somebody at a time, then what they come to. */
export function counting(authority: number) {
  const counts = new Map<string, number>();
  const add: Add = (measure, year, { topic = '', breakdown = '', count = 1 } = {}) => {
    const key = keyOf(measure, year, topic, breakdown);
    counts.set(key, (counts.get(key) ?? 0) + count);
  };
  return {
    add: (one: Person) => {
      countStock(one, add);
      countRequest(one, add);
      countOutcome(one, add);
    },
    totals: (): Total[] => totalsOf(authority, counts),
  };
}

function keyOf(measure: string, year: number | string, topic = '', breakdown = ''): string {
  return [measure, year, topic, breakdown].join('|');
}

function countStock({ plan, kind, bornOn, needCode, sex, ethnicityCode }: Person, add: Add): void {
  const issuedOn = plan?.issuedOn ?? null;
  if (issuedOn === null) return;
  for (const day of JANUARIES) if (issuedOn <= day) add('plans', yearOf(day));
  const age = ageOn(bornOn, AGE_DAY);
  const place = KINDS[kind ?? -1];
  const stock = (measure: string, topic: string, breakdown: string) =>
    add(measure, STOCK, { topic, breakdown });
  stock('primary-need', 'primary need', needCode?.toLowerCase() ?? 'unknown');
  stock('placement', 'placement', place?.group ?? 'not recorded');
  stock('placement-kinds', 'type of placement', place?.column ?? '');
  stock('plan-ages', 'age', age < 3 ? 'under 3' : `age ${age}`);
  stock('plan-sexes', 'sex', sex === 0 ? 'male' : 'female');
  stock('plan-ethnicities', 'ethnicity', ethnicityCode ?? 'not recorded');
}

function countRequest({ request }: Person, add: Add): void {
  if (request === null) return;
  const { receivedOn, decision } = request;
  const year = yearOf(receivedOn);
  add('requests', year);
  if (decision === null) return;
  add('decided', year);
  if (!decision.assess) add('requests-not-assessed', year);
  const days = decision.on - receivedOn;
  if (days <= SIX_WEEKS) add('decided-within-6-weeks', year);
  countDays(add, 'stage-days-decide', decision.on, days);
}

function countOutcome({ request, assessed, plan }: Person, add: Add): void {
  if (request === null) return;
  const opened = request.decision;
  if (assessed !== null && opened !== null)
    countDays(add, 'stage-days-assess', assessed.on, assessed.on - opened.on);
  if (assessed?.issue === false) {
    add('assessments-no-plan', yearOf(assessed.on));
    add('ended', yearOf(assessed.on));
  }
  if (opened?.assess === true && request.withdrawn !== null) add('ended', yearOf(request.withdrawn.on));
  const issuedOn = plan?.issuedOn ?? null;
  if (issuedOn === null || assessed === null) return;
  const year = yearOf(issuedOn);
  const inTime = issuedOn - request.receivedOn <= TWENTY_WEEKS;
  add('ended', year);
  add('new-plans', year);
  countDays(add, 'stage-days-plan', issuedOn, issuedOn - assessed.on);
  if (inTime) add('plans-within-20-weeks-all', year);
  if (request.exception) return;
  add('not excepted', year);
  if (inTime) add('plans-within-20-weeks', year);
}

function countDays(add: Add, measure: string, on: Day, days: number): void {
  add(measure, yearOf(on), { count: days });
  add(`cases of ${measure}`, yearOf(on));
}

/** What each share is of, or how many cases the days are of. */
const OF: Readonly<Record<string, string>> = {
  'requests-not-assessed': 'requests',
  'decided-within-6-weeks': 'decided',
  'assessments-no-plan': 'ended',
  'plans-within-20-weeks-all': 'new-plans',
  'plans-within-20-weeks': 'not excepted',
  'stage-days-decide': 'cases of stage-days-decide',
  'stage-days-assess': 'cases of stage-days-assess',
  'stage-days-plan': 'cases of stage-days-plan',
  'primary-need': 'plans',
  placement: 'plans',
  'placement-kinds': 'plans',
  'plan-ages': 'plans',
  'plan-sexes': 'plans',
  'plan-ethnicities': 'plans',
};
const NUMBERS = ['plans', 'new-plans', 'requests'];

function totalsOf(authority: number, counts: ReadonlyMap<string, number>): Total[] {
  const keys = new Set(counts.keys());
  // None of some is told too: a share of nobody is no missing share.
  for (const key of counts.keys()) {
    const [whole = '', year = ''] = key.split('|');
    for (const [share, of] of Object.entries(OF))
      if (of === whole && of !== 'plans') keys.add(keyOf(share, year));
  }
  return [...keys].sort().flatMap((key) => {
    const [measure = '', year = '', topic = '', breakdown = ''] = key.split('|');
    const whole = OF[measure];
    if (whole === undefined && !NUMBERS.includes(measure)) return [];
    const stock = measure === 'plans' || whole === 'plans';
    return [
      {
        ...{ measure, authority, periodKind: stock ? 'January' : 'calendar year', year: Number(year) },
        ...{ topic, breakdown, numerator: counts.get(key) ?? 0 },
        denominator: whole === undefined ? null : (counts.get(keyOf(whole, year)) ?? 0),
      } as const,
    ];
  });
}

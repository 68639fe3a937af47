import { isExcused, ruleInForce } from '../../../law/index.ts';
import { addDays, daysBetween, type PlainDate, plainDate } from '../../../shared/plain-date.ts';
import type { Case } from './facts-examples.ts';
import type { LiveMeasureId } from './measures.ts';

/* For tests: the flows counted one case at a time, as the definitions read, from the facts themselves. */

type Counted = Partial<Record<LiveMeasureId, { numerator: number; denominator: number }>>;

/** What the cases come to in a year; of a plain count the denominator stays nought. */
export function plainFlows(cases: readonly Case[], year: number): Counted {
  const counted: Counted = {};
  const add = (measure: LiveMeasureId, numerator: number | boolean, denominator: number | boolean) => {
    const so = counted[measure] ?? { numerator: 0, denominator: 0 };
    counted[measure] = {
      numerator: so.numerator + Number(numerator),
      denominator: so.denominator + Number(denominator),
    };
  };
  const inYear = (day: string | undefined) => day?.startsWith(String(year)) === true;
  for (const one of cases) {
    const { decided, outcome, issuedOn, ended } = one;
    const received = plainDate(one.receivedOn);
    const by = (day: string, days: number) => plainDate(day) <= addDays(received, days);
    const since = (from: string, to: string) => daysBetween(plainDate(from), plainDate(to));
    if (inYear(one.receivedOn) && ended?.kind !== 'referred') {
      add('requests', true, 0);
      add('requests-not-assessed', decided?.outcome === 'do not assess', true);
      add('decided-within-6-weeks', decided !== undefined && by(decided.on, 42), decided !== undefined);
    }
    if (decided !== undefined && inYear(decided.on))
      add('stage-days-decide', since(one.receivedOn, decided.on), 1);
    if (decided?.outcome !== 'assess') continue;
    if (outcome !== undefined && inYear(outcome.on))
      add('stage-days-assess', since(decided.on, outcome.on), 1);
    const refusedOn = outcome?.outcome === 'do not issue' ? outcome.on : undefined;
    const planOn = outcome?.outcome === 'issue' ? issuedOn : undefined;
    if (inYear(planOn ?? refusedOn ?? ended?.on))
      add('assessments-no-plan', planOn === undefined && refusedOn !== undefined, 1);
    if (planOn === undefined || outcome === undefined || !inYear(planOn)) continue;
    const excepted = isExcepted(one, received);
    add('new-plans', true, 0);
    add('plans-within-20-weeks-all', by(planOn, 140), true);
    add('plans-within-20-weeks', by(planOn, 140) && !excepted, !excepted);
    add('stage-days-plan', since(outcome.on, planOn), 1);
  }
  return counted;
}

/** By the law's own rule of the 20 weeks. */
function isExcepted({ exceptions = [] }: Case, received: PlainDate): boolean {
  const rule = ruleInForce('T04', received);
  if (rule === undefined) throw new Error('the 20 weeks are not in force');
  const standing = exceptions
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ ground, from, until, askedOn }) => ({
      ground,
      from: plainDate(from),
      until: until === null ? null : plainDate(until),
      adviceRequestedOn: askedOn === null ? null : plainDate(askedOn),
    }));
  return isExcused(rule, received, addDays(received, 140), standing);
}

import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Alike } from './alike.ts';
import { type LiveCount, TOPICS, type Topic } from './count.ts';
import type { Flow } from './counts-store.ts';
import { AGE_NAMES, ageName, NEED_NAMES, needName, PLACEMENT_KINDS, placementKind } from './kinds.ts';
import { LIVE_MEASURE_IDS, LIVE_MEASURES, type LiveMeasureId } from './measures.ts';
import type { StockDay } from './periods.ts';

/** What was counted of one authority on a day, before it is said by measure. */
export type Counted = {
  flows: readonly Flow[];
  days: readonly StockDay[];
  alike: readonly Alike[];
  inPlace: { named: number; there: number };
  pace: { open: number; late: number };
};

const STOCKS = {
  'primary-need': { topic: 'primary need', names: NEED_NAMES, of: ({ need }) => needName(need) },
  placement: { topic: 'placement', names: PLACEMENT_KINDS, of: ({ place }) => placementKind(place) },
  'plan-ages': { topic: 'age', names: AGE_NAMES, of: ({ age }) => ageName(age) },
} as const satisfies Partial<
  Record<LiveMeasureId, { topic: Topic; names: readonly string[]; of: (alike: Alike) => string }>
>;

/**
 * Every live count of an authority, by measure, period and breakdown. What nobody is in is said as none, so that which
 * rows there are tells nothing: every year that has anything has every measure, and every breakdown every name.
 */
export function tally({ flows, days, alike, inPlace, pace }: Counted, asOf: PlainDate): LiveCount[] {
  const whole = { topic: TOPICS[0], breakdown: '', asOf } as const;
  const today = days.find(({ periodKind }) => periodKind === 'today')?.year ?? 0;
  const years = [...new Set(flows.map(({ year }) => year))].sort((a, b) => a - b);
  return [
    ...years.flatMap((year) =>
      FLOW_IDS.map((measure): LiveCount => {
        const found = flows.find((flow) => flow.measure === measure && flow.year === year);
        const denominator = LIVE_MEASURES[measure].kind === 'count' ? null : (found?.denominator ?? 0);
        const numerator = found?.numerator ?? 0;
        return { ...whole, measure, periodKind: 'calendar year', year, numerator, denominator };
      }),
    ),
    ...days.flatMap(({ periodKind, year }, day) => stockOf(alike, day, { periodKind, year, asOf })),
    {
      ...{ ...whole, measure: 'placements-in-place', periodKind: 'today', year: today },
      ...{ numerator: inPlace.there, denominator: inPlace.named },
    },
    {
      ...{ ...whole, measure: 'predicted-breach', periodKind: 'today', year: today },
      ...{ numerator: pace.late, denominator: pace.open },
    },
  ];
}

const FLOW_IDS = LIVE_MEASURE_IDS.filter((id) => LIVE_MEASURES[id].periods === 'calendar years');

function stockOf(
  all: readonly Alike[],
  day: number,
  at: Pick<LiveCount, 'periodKind' | 'year' | 'asOf'>,
): LiveCount[] {
  const alike = all.filter((one) => one.day === day);
  const sum = (some: readonly Alike[]) => some.reduce((so, { children }) => so + children, 0);
  const plans = sum(alike);
  return [
    { ...at, measure: 'plans', topic: '', breakdown: '', numerator: plans, denominator: null },
    ...(['primary-need', 'placement', 'plan-ages'] as const).flatMap((measure) => {
      const { topic, names, of } = STOCKS[measure];
      const byName = Map.groupBy(alike, (one) => of(one));
      return names.map((breakdown): LiveCount => {
        const numerator = sum(byName.get(breakdown) ?? []);
        return { ...at, measure, topic, breakdown, numerator, denominator: plans };
      });
    }),
  ];
}

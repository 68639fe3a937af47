import type { Cell, Sum, Table } from '../disclosure/table.ts';
import type { LiveCount } from './count.ts';
import { EXPERIENCE_MEASURE_IDS, responseOf } from './experience-measures.ts';
import { LIVE_MEASURES, type LiveMeasureId } from './measures.ts';

/* How the counts of one authority hang together: which is the whole of which, and what follows from two of them. */

type Of = Pick<LiveCount, 'measure' | 'periodKind' | 'year' | 'breakdown'>;

/** Shares whose denominator is another measure's count. The denominators of the others are counts of their own. */
const WHOLES: Partial<Record<LiveMeasureId, LiveMeasureId>> = {
  'requests-not-assessed': 'requests',
  'primary-need': 'plans',
  placement: 'plans',
  'plan-ages': 'plans',
};

/** A count that is part of another though neither says so: the rest of it follows. */
const PARTS: readonly (readonly [whole: string, part: string])[] = [
  ['requests', 'decided-within-6-weeks of'],
  ['decided-within-6-weeks of', 'requests-not-assessed'],
  ['new-plans', 'plans-within-20-weeks-all of'],
  ['plans-within-20-weeks-all of', 'plans-within-20-weeks of'],
  ['plans-within-20-weeks-all', 'plans-within-20-weeks'],
  ['plans', 'placements-in-place of'],
  // Whoever answered a statement is one of those who answered at all.
  ...EXPERIENCE_MEASURE_IDS.filter((id) => responseOf(id) !== id).map(
    (id) => [responseOf(id), `${id} of`] as const,
  ),
];

/** Every count as a cell, with the sums between them; and which cells a count is. */
export function cellsOf(counts: readonly LiveCount[]): {
  table: Table;
  idsOf: (count: Of) => { numerator: string; denominator: string };
} {
  const values = new Map<string, number>();
  const sums: Sum[] = [];
  const unseen: Cell[] = [];
  for (const count of counts) {
    const ids = idsOf(count);
    const { kind } = LIVE_MEASURES[count.measure];
    if (kind !== 'mean') values.set(ids.numerator, count.numerator);
    if (count.denominator !== null) values.set(ids.denominator, count.denominator);
  }
  const rest = (whole: string, parts: readonly string[], name = `${whole} less ${parts.join(' and ')}`) => {
    const known = parts.reduce((sum, part) => sum + (values.get(part) ?? 0), 0);
    unseen.push({ id: name, value: (values.get(whole) ?? 0) - known, shown: false });
    sums.push({ total: whole, parts: [...parts, name] });
    return name;
  };
  for (const [, group] of Map.groupBy(
    counts,
    ({ measure, periodKind, year }) => `${measure} ${periodKind} ${year}`,
  )) {
    const [first] = group;
    if (first === undefined || LIVE_MEASURES[first.measure].kind !== 'share') continue;
    const { denominator } = idsOf(first);
    const parts = group.map((one) => idsOf(one).numerator);
    // Of a breakdown the parts are the whole; of one share the rest follows.
    if (first.topic === '') rest(denominator, parts);
    else sums.push({ total: denominator, parts });
  }
  const periods = new Set(counts.map(({ periodKind, year }) => `${periodKind} ${year}`));
  for (const period of periods) {
    const at = (name: string) => `${name}, ${period}`;
    for (const [whole, part] of PARTS)
      if (values.has(at(whole)) && values.has(at(part))) rest(at(whole), [at(part)]);
    addExceptions(at, { values, sums, unseen });
    const ended = at('assessments-no-plan of');
    const planned = at('plans-within-20-weeks-all of');
    if (values.has(ended) && values.has(planned))
      rest(ended, [planned, at('assessments-no-plan')], at('assessments taken back'));
  }
  const seen = [...values].map(([id, value]): Cell => ({ id, value, shown: true }));
  return { table: { cells: [...seen, ...unseen], sums }, idsOf };
}

/** The late with an exception are the late less those without one, and the excepted less the excepted in time. */
function addExceptions(
  at: (name: string) => string,
  { values, sums, unseen }: { values: ReadonlyMap<string, number>; sums: Sum[]; unseen: Cell[] },
): void {
  const less = (whole: string, part: string) => `${whole} less ${part}`;
  const valueAt = (id: string) => values.get(id) ?? 0;
  const all = at('plans-within-20-weeks-all of');
  const within = at('plans-within-20-weeks-all');
  const ordinary = at('plans-within-20-weeks of');
  const ordinaryWithin = at('plans-within-20-weeks');
  if (![all, within, ordinary, ordinaryWithin].every((id) => values.has(id))) return;
  const id = at('excepted and late');
  const value = valueAt(all) - valueAt(within) - valueAt(ordinary) + valueAt(ordinaryWithin);
  unseen.push({ id, value, shown: false });
  sums.push({ total: less(all, ordinary), parts: [less(within, ordinaryWithin), id] });
  sums.push({ total: less(all, within), parts: [less(ordinary, ordinaryWithin), id] });
}

function idsOf({ measure, periodKind, year, breakdown }: Of): { numerator: string; denominator: string } {
  const at = (name: string) => `${name}, ${periodKind} ${year}`;
  const whole = WHOLES[measure];
  return {
    numerator: at(breakdown === '' ? measure : `${measure}: ${breakdown}`),
    denominator: at(whole ?? `${measure} of`),
  };
}

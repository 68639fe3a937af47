import type { Percents } from './fractions.ts';
import type { Line } from './line.ts';

const LONDON = 'E12000007';
const HALVES = new Set(['E13000001', 'E13000002']);

/**
 * Inner and Outer London, where a table has them in place of London: kept back, and given as their sum at the end, with
 * percentages worked out again from it. Nothing where London is there itself. A sum with a mark in it is that mark.
 */
export function londonOf(indicators: readonly string[], percents: Percents) {
  const kept = new Map<string, Line[]>();
  let whole = false;
  return {
    keep(line: Line): boolean {
      if (line.area === LONDON) whole = true;
      if (!HALVES.has(line.area)) return false;
      const key = JSON.stringify([line.year, line.topic, line.breakdown]);
      kept.set(key, [...(kept.get(key) ?? []), line]);
      return true;
    },
    folded: (): Line[] =>
      whole ? [] : [...kept.values()].map((halves) => sumOf(halves, indicators, percents)),
  };
}

function sumOf(halves: readonly Line[], indicators: readonly string[], percents: Percents): Line {
  const [first] = halves;
  if (first === undefined) throw new Error('a sum of no rows');
  const marks = indicators.map(
    (_, at) => halves.map((half) => half.marks?.[at] ?? null).find((mark) => mark !== null) ?? null,
  );
  const sums = indicators.map((_, at) =>
    marks[at] === null ? halves.reduce((sum, half) => sum + (half.values[at] ?? 0), 0) : null,
  );
  const values = indicators.map((name, at) => {
    const [above, ...below] = percents[name] ?? [];
    if (above === undefined || sums[at] === null) return sums[at] ?? null;
    const over = below.reduce((sum, one) => sum + (sums[indicators.indexOf(one)] ?? 0), 0);
    return over > 0 ? Math.round((1000 * (sums[indicators.indexOf(above)] ?? 0)) / over) / 10 : 0;
  });
  return { ...first, area: LONDON, values, marks: marks.some((mark) => mark !== null) ? marks : null };
}

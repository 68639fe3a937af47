import type { ChartLine } from '../../../design-system/index.ts';
import type { Area } from '../areas/areas.ts';
import type { Held } from '../figures/held-store.ts';
import type { Across } from '../figures/view.ts';
import type { Measure } from '../measures/measure.ts';
import { barsOf, funnelChartOf, trendOf } from './drawn.ts';

/* The charts of a page, worked out and drawn once for as long as the figures are held: a drawing takes some milliseconds, and a
   hundred readers a second look at the same ones. */

const MOST = 300;

function keeper<T>() {
  const drawn = new WeakMap<Held, Map<string, T>>();
  return (held: Held, key: string, draw: () => T): T => {
    const known = drawn.get(held) ?? new Map<string, T>();
    drawn.set(held, known);
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const made = draw();
    known.set(key, made);
    return made;
  };
}

const trends = keeper<{ svg: string; lines: readonly ChartLine[] }>();
const besides = keeper<string | null>();
const funnels = keeper<string | null>();

/** The years as lines, with what its key says. */
export async function drawTrend(held: Held, measure: Measure, across: Across, areas: readonly Area[]) {
  const { drawLines } = await import('../../../design-system/charts/line-chart.ts');
  return trends(held, keyOf(measure, areas), () => {
    const data = trendOf(measure, across.series, areas);
    return { svg: drawLines(data), lines: data.lines };
  });
}

/** One year as bars; null where fewer than two areas have a figure. */
export async function drawBeside(
  held: Held,
  measure: Measure,
  across: Across,
  areas: readonly Area[],
): Promise<string | null> {
  const { drawBars } = await import('../../../design-system/charts/bar-chart.ts');
  return besides(held, keyOf(measure, areas), () => {
    const { bars, of } = barsOf(measure, across, areas, areas[0]?.code ?? '');
    return bars.length < 2 ? null : drawBars(bars, of);
  });
}

/** Every area between the limits of chance; null where the measure has no funnel. */
export async function drawFunnelOf(held: Held, measure: Measure, across: Across): Promise<string | null> {
  const { drawFunnel } = await import('../../../design-system/charts/funnel-chart.ts');
  return funnels(held, measure.id, () => {
    const data = funnelChartOf(measure, across, null);
    return data === null ? null : drawFunnel(data);
  });
}

function keyOf({ id }: Measure, areas: readonly Area[]): string {
  return [id, ...areas.map(({ code }) => code)].join(' ');
}

import type { Area } from '../areas/areas.ts';
import type { Held } from '../figures/held-store.ts';
import type { Across } from '../figures/view.ts';
import type { Measure } from '../measures/measure.ts';
import { barsOf, funnelChartOf, trendOf } from './drawn.ts';

/* The charts of a page, drawn once for as long as the figures are held: a drawing takes some milliseconds, and a hundred
   readers a second look at the same ones. */

const MOST = 600;
const drawn = new WeakMap<Held, Map<string, string>>();

function kept(held: Held, key: string, draw: () => string): string {
  const known = drawn.get(held) ?? new Map<string, string>();
  drawn.set(held, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MOST) known.clear();
  const made = draw();
  known.set(key, made);
  return made;
}

/** The years as lines, with what its key says. */
export async function drawTrend(held: Held, measure: Measure, across: Across, areas: readonly Area[]) {
  const { drawLines } = await import('../../../design-system/charts/line-chart.ts');
  const data = trendOf(measure, across.series, areas);
  const key = `trend ${measure.id} ${areas.map(({ code }) => code).join(' ')}`;
  return { svg: kept(held, key, () => drawLines(data)), lines: data.lines };
}

/** One year as bars; null where fewer than two areas have a figure. */
export async function drawBeside(
  held: Held,
  measure: Measure,
  across: Across,
  areas: readonly Area[],
): Promise<string | null> {
  const main = areas[0]?.code ?? '';
  const { bars, of } = barsOf(measure, across, areas, main);
  if (bars.length < 2) return null;
  const { drawBars } = await import('../../../design-system/charts/bar-chart.ts');
  return kept(held, `bars ${measure.id} ${areas.map(({ code }) => code).join(' ')}`, () =>
    drawBars(bars, of),
  );
}

/** Every area between the limits of chance; null where the measure has no funnel. */
export async function drawFunnelOf(held: Held, measure: Measure, across: Across): Promise<string | null> {
  const data = funnelChartOf(measure, across, null);
  if (data === null) return null;
  const { drawFunnel } = await import('../../../design-system/charts/funnel-chart.ts');
  return kept(held, `funnel ${measure.id}`, () => drawFunnel(data));
}

import { barX, plot, ruleX, ruleY } from '@observablehq/plot';
import { markupOf } from './markup.ts';

/** One bar: an area, or a group. `main` is the one the page is of; `low` and `high` are how far off it may be. */
export type ChartBar = {
  name: string;
  value: number;
  main: boolean;
  low: number | null;
  high: number | null;
};

const ROW = 34;
/** For a letter of a name, as large as it is on a phone. */
const ROOM = 10.6;

/** Bars one under another, each with how sure it is. As `drawLines` does. */
export function drawBars(bars: readonly ChartBar[], of: string): string {
  const names = bars.map(({ name }) => name);
  const longest = Math.max(...names.map((name) => name.length), 8);
  return markupOf((document) =>
    plot({
      document,
      width: 680,
      height: 71 + ROW * bars.length,
      marginLeft: Math.min(380, 12 + longest * ROOM),
      marginRight: 20,
      marginTop: 10,
      marginBottom: 56,
      x: { label: of, labelAnchor: 'center', labelArrow: 'none', grid: true, nice: true, ticks: 6 },
      y: { domain: names, label: null, tickSize: 0 },
      marks: [
        barX([...bars], {
          x: 'value',
          y: 'name',
          fill: ({ main }: ChartBar) => (main ? '#1d70b8' : '#b1b4b6'),
          insetTop: 4,
          insetBottom: 4,
        }),
        ruleY(
          bars.flatMap(({ name, low, high }) => (low === null || high === null ? [] : [{ name, low, high }])),
          { y: 'name', x1: 'low', x2: 'high', stroke: '#0b0c0c', strokeWidth: 1.5 },
        ),
        ruleX([0]),
      ],
    }),
  );
}

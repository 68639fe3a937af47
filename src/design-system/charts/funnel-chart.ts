import { dot, lineY, plot, ruleY } from '@observablehq/plot';
import { markupOf } from './markup.ts';

export type FunnelChartData = {
  points: readonly { name: string; of: number; value: number; main: boolean }[];
  /** In order of size; not a number where a limit is not drawn. */
  limits: readonly { of: number; low: number; high: number; wideLow: number; wideHigh: number }[];
  centre: number;
  /** What the sizes and the values are. */
  across: string;
  up: string;
};

/** Areas by size and value, between the limits of what size and the usual differences explain. As `drawLines` does. */
export function drawFunnel({ points, limits, centre, across, up }: FunnelChartData): string {
  const line = { stroke: '#505a5f', strokeWidth: 1.5 };
  return markupOf((document) =>
    plot({
      document,
      width: 680,
      height: 420,
      marginLeft: 60,
      marginRight: 20,
      marginTop: 40,
      marginBottom: 56,
      x: { label: across, labelAnchor: 'center', labelArrow: 'none', nice: true, ticks: 6 },
      y: { label: up, labelArrow: 'none', grid: true, nice: true, ticks: 6 },
      marks: [
        ruleY([centre], { stroke: '#0b0c0c' }),
        ...(['low', 'high'] as const).map((y) =>
          lineY([...limits], { x: 'of', y, ...line, strokeDasharray: '4,3' }),
        ),
        ...(['wideLow', 'wideHigh'] as const).map((y) => lineY([...limits], { x: 'of', y, ...line })),
        dot(
          points.filter(({ main }) => !main),
          { x: 'of', y: 'value', r: 3.5, fill: '#1d70b8', fillOpacity: 0.6 },
        ),
        dot(
          points.filter(({ main }) => main),
          { x: 'of', y: 'value', r: 7, fill: '#d4351c', symbol: 'diamond2', stroke: '#0b0c0c' },
        ),
      ],
    }),
  );
}

import { areaY, dot, lineY, type Markish, plot, ruleX, ruleY } from '@observablehq/plot';
import { markupOf } from './markup.ts';

/** One line of a chart. Lines are told apart by how they are broken and by their names, as well as by colour. */
export type ChartLine = {
  name: string;
  /** In order; a year without a value breaks the line. */
  points: readonly { year: number; value: number }[];
  look: 'main' | 'other' | 'beside' | 'added';
  /** From one value to the next in a step, at the year: for what is opened and closed. */
  steps?: boolean;
};
export type ChartBand = readonly { year: number; low: number; high: number }[];
export type LineChartData = {
  lines: readonly ChartLine[];
  bands: readonly ChartBand[];
  of: string;
  /** What the years are of; `January of` where nothing is said. */
  over?: string;
  /** Years from which figures are not to be compared with those before: a line between the two. */
  breaks?: readonly number[];
  /** Whether the axis begins at nothing; it does where nothing is said. */
  zero?: boolean;
};

const LOOKS = {
  main: { stroke: '#1d70b8', strokeWidth: 3 },
  other: { stroke: '#12393d', strokeWidth: 3, strokeDasharray: '1,5' },
  beside: { stroke: '#d4351c', strokeWidth: 2.5, strokeDasharray: '8,4' },
  added: { stroke: '#00703c', strokeWidth: 2.5, strokeDasharray: '12,3,2,3' },
} as const;

/**
 * Lines over years, as the markup of an SVG without words for whoever does not see it: those are the page's, and the table
 * beside it has every figure. It has no style of its own, so that it is drawn under a policy that forbids any.
 */
export function drawLines({
  lines,
  bands,
  of,
  over = 'January of',
  breaks = [],
  zero = true,
}: LineChartData): string {
  const years = [...new Set(lines.flatMap(({ points }) => points.map(({ year }) => year)))];
  const within = breaks.filter((year) => years.some((one) => one < year) && years.some((one) => one >= year));
  return markupOf((document) =>
    plot({
      document,
      width: 680,
      height: 420,
      marginLeft: 60,
      marginRight: 20,
      marginTop: 40,
      marginBottom: 56,
      x: {
        tickFormat: 'd',
        ticks: years.length > 8 ? 8 : years,
        label: over,
        labelAnchor: 'center',
        labelArrow: 'none',
      },
      y: { zero, grid: true, label: of, labelArrow: 'none', nice: true, ticks: 6 },
      marks: [
        ...(zero ? [ruleY([0])] : []),
        ruleX(
          within.map((year) => year - 0.5),
          { stroke: '#505a5f', strokeDasharray: '4,4' },
        ),
        ...marksOf(lines, bands),
      ],
    }),
  );
}

function marksOf(lines: readonly ChartLine[], bands: readonly ChartBand[]): Markish[] {
  return [
    ...bands.map((band) =>
      areaY([...band], { x: 'year', y1: 'low', y2: 'high', fill: '#1d70b8', fillOpacity: 0.15 }),
    ),
    ...lines.map(({ points, look, steps }) =>
      lineY([...points], {
        x: 'year',
        y: 'value',
        ...LOOKS[look],
        ...(steps === true ? { curve: 'step-after' } : {}),
      }),
    ),
    // A line of one year alone is no line: its point is drawn.
    ...lines
      .filter(({ points }) => points.length === 1)
      .map(({ points, look }) => dot([...points], { x: 'year', y: 'value', r: 5, fill: LOOKS[look].stroke })),
  ];
}

import { areaY, lineY, type Markish, plot, ruleY } from '@observablehq/plot';
import { parseHTML } from 'linkedom';

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
export type LineChartData = { lines: readonly ChartLine[]; bands: readonly ChartBand[]; of: string };

const LOOKS = {
  main: { stroke: '#1d70b8', strokeWidth: 3 },
  other: { stroke: '#12393d', strokeWidth: 3, strokeDasharray: '1,5' },
  beside: { stroke: '#d4351c', strokeWidth: 2.5, strokeDasharray: '8,4' },
  added: { stroke: '#00703c', strokeWidth: 2.5, strokeDasharray: '12,3,2,3' },
} as const;
const FONT = 15;

/**
 * Lines over years, as the markup of an SVG without words for whoever does not see it: those are the page's, and the table
 * beside it has every figure. It has no style of its own, so that it is drawn under a policy that forbids any.
 */
export function drawLines({ lines, bands, of }: LineChartData): string {
  const { document } = parseHTML('<!doctype html><html></html>');
  const years = lines.flatMap(({ points }) => points.map(({ year }) => year));
  const drawn = plot({
    document,
    width: 680,
    height: 400,
    marginLeft: 60,
    marginRight: 20,
    marginTop: 30,
    marginBottom: 45,
    x: {
      tickFormat: 'd',
      ticks: Math.min(8, new Set(years).size),
      label: 'January of',
      labelAnchor: 'center',
      labelArrow: 'none',
    },
    y: { zero: true, grid: true, label: of, labelArrow: 'none', nice: true, ticks: 6 },
    marks: [...marksOf(lines, bands)],
  });
  drawn.querySelector('style')?.remove();
  drawn.removeAttribute('class');
  drawn.setAttribute('font-size', String(FONT));
  drawn.setAttribute('focusable', 'false');
  drawn.setAttribute('aria-hidden', 'true');
  for (const part of drawn.querySelectorAll('[aria-label], [aria-hidden]')) {
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-hidden');
  }
  return drawn.outerHTML;
}

function marksOf(lines: readonly ChartLine[], bands: readonly ChartBand[]): Markish[] {
  return [
    ruleY([0]),
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
  ];
}

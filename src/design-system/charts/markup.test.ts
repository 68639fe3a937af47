import { expect, test } from 'vitest';
import { drawFunnel } from './funnel-chart.ts';

test('a chart is drawn to a tenth of a unit, and its words are as they were', () => {
  const points = [1, 2, 3].map((nth) => ({
    name: `Area ${nth}`,
    of: nth * 333,
    value: nth / 3000,
    main: false,
  }));
  const limits = points.map(({ of }) => ({
    of,
    low: 0,
    high: 0.001,
    wideLow: Number.NaN,
    wideHigh: Number.NaN,
  }));
  const svg = drawFunnel({ points, limits, centre: 0.0007, across: 'Counted', up: 'Per cent' });
  const [, ...places] = svg.split(/ c[xy]="/).map((rest) => rest.split('"')[0] ?? '');
  expect(places.length).toBe(6);
  for (const place of places) expect(place).toMatch(/^\d+(\.\d)?$/);
  // The steps of its axis are words.
  expect(svg).toContain('>0.0002<');
});

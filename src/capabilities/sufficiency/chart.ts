import type { ChartLine, LineChartData } from '../../design-system/index.ts';
import type { Forecast, Made } from './forecast.ts';

export type Drawing = { title: string; data: LineChartData };

/** What the two charts of a forecast show: the children, and those in special schools beside the places. */
export function chartsOf({ forecast }: Extract<Made, { ok: true }>): Drawing[] {
  const { from, base, years, counted } = forecast;
  const start = { year: from, value: base };
  const children: ChartLine[] = [
    ...(counted.length === 0 ? [] : [countedLine(counted, start)]),
    {
      name: 'Forecast',
      look: 'main',
      points: [start, ...years.map(({ year, children }) => ({ year, value: children }))],
    },
  ];
  const special: ChartLine[] = [
    {
      name: 'Children in special schools, forecast',
      look: 'main',
      points: years.map(({ year, special }) => ({ year, value: special })),
    },
    { name: 'Places', look: 'beside', points: years.map(({ year, places }) => ({ year, value: places })) },
  ];
  if (years.some(({ added }) => added > 0)) {
    special.push({
      name: 'Places with what might be opened',
      look: 'added',
      points: years.map(({ year, places, added }) => ({ year, value: places + added })),
      steps: true,
    });
  }
  const bandOf = (pick: 'range' | 'specialRange') =>
    years.flatMap((one) => (one[pick] === null ? [] : [{ year: one.year, ...one[pick] }]));
  const bands = (pick: 'range' | 'specialRange') => (bandOf(pick).length === 0 ? [] : [bandOf(pick)]);
  return [
    { title: 'Children with a plan', data: { lines: children, bands: bands('range'), of: 'Children' } },
    {
      title: 'Special school places',
      data: { lines: special, bands: bands('specialRange'), of: 'Children and places' },
    },
  ];
}

function countedLine(counted: Forecast['counted'], last: { year: number; value: number }): ChartLine {
  return {
    name: 'Counted',
    look: 'other',
    points: [...counted.map(({ year, children }) => ({ year, value: children })), last],
  };
}

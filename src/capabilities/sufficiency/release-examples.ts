import { eesFile, type Row, zipOf } from '../../../test/support/statistics-files.ts';
import { type Row as Counted, rowOf, TABLES } from './release.ts';

/* A small invented release in the publisher's layout: two authorities that go on, one that was abolished and two made of it. */

type Line = readonly [
  period: string,
  level: string,
  code: string,
  topic: string,
  of: string,
  count: number | string,
];

const ALL = 'All EHC plans';
const AGE = 'Child or young persons age';

const totals = (code: string, counts: Readonly<Record<string, number>>): Line[] =>
  Object.entries(counts).map(([period, count]) => [period, 'Local authority', code, ALL, ALL, count]);
const ages = (
  period: string,
  code: string,
  topic: string,
  counts: Readonly<Record<string, number | string>>,
): Line[] => Object.entries(counts).map(([of, count]) => [period, 'Local authority', code, topic, of, count]);

export const CASELOAD: readonly Line[] = [
  ['202425', 'National', '', ALL, ALL, 9999],
  ['202425', 'Regional', '', ALL, ALL, 5555],
  ...totals('991', { '202122': 800, '202223': 880, '202324': 968, '202425': 1060 }),
  ...totals('992', { '202122': 100, '202223': 100, '202324': 104, '202425': 110 }),
  ...totals('993', { '202122': 300, '202223': 330 }),
  ...totals('994', { '202324': 200, '202425': 220 }),
  ...ages('202324', '991', AGE, { 'under 3': 8, 'age 4': 460, 'age 11': 300, 'age 19': 150, 'age 24': 50 }),
  ...ages('202425', '991', AGE, { 'age 4': 400, 'age 5': 460, 'age 12': 150, 'age 20': 50 }),
  ...ages('202324', '992', AGE, { 'age 4': 50, 'age 11': 40, 'age 18': 14 }),
  ...ages('202324', '994', AGE, { 'age 4': 'x', 'age 11': 'z' }),
];

const NEW = ['New EHC plans', 'Age when plan started'] as const;
export const JOINED: readonly Line[] = [
  ['2023', 'Local authority', '991', NEW[0], NEW[0], 5000],
  ...ages('2023', '991', NEW[1], { 'age 2 and under': 8, 'age 4': 120, 'age 11': 20 }),
  ...ages('2023', '992', NEW[1], { 'age 4': 10, 'age 11': 4 }),
  ['2022', 'Local authority', '992', NEW[0], NEW[0], 12],
];

const LEFT = ['All ceased EHC plans', 'Age plan ceased'] as const;
export const CEASED: readonly Line[] = [
  ['2023', 'Local authority', '991', LEFT[0], LEFT[0], 75],
  ...ages('2023', '991', LEFT[1], { 'age 11': 5, 'age 19': 20, 'age 20 and over': 50, 'Age unknown': 3 }),
  ...ages('2023', '992', LEFT[1], { 'age 18': 8, 'age 20 and over': 2 }),
];

/** The release as its publisher packs it. */
export function aRelease(): Uint8Array {
  return zipOf({
    'data/caseload.csv': eesFile('caseload', CASELOAD.map(rowWith((ehcplans) => ({ ehcplans })))),
    'data/newplans.csv': eesFile('newplans', JOINED.map(rowWith((count) => ({ new_ehc_plans: count })))),
    'data/ceased_plans.csv': eesFile(
      'ceased_plans',
      CEASED.map(rowWith((count) => ({ total_ceased: count, transfer: 2 }))),
    ),
  });
}

const rowWith =
  (figures: (count: number | string) => Row[3]) =>
  ([period, level, code, topic, of, count]: Line): Row => {
    const area = level === 'National' ? 'E92000001' : level === 'Regional' ? 'E12000001' : code;
    return [period, area, [topic, of], figures(count)];
  };

/** What the release says of its authority 991, as though it said it of another. */
export function countsAs(authority: number): Counted[] {
  const tables = { caseload: CASELOAD, newplans: JOINED, ceased_plans: CEASED };
  return Object.entries(tables).flatMap(([name, lines]) =>
    lines
      .filter(([, , code]) => code === '991')
      .flatMap(([period, , , topic, of, count]) => {
        const table = TABLES[name];
        const [total] = lines.find(([, , , words, same]) => words === same)?.slice(3) ?? [];
        const year = period.length === 6 ? Number(period.slice(0, 4)) + 1 : Number(period);
        const value = (column: string) =>
          column === 'transfer' ? 2 : typeof count === 'number' ? count : null;
        const row = {
          area: String(authority),
          year,
          topic: topic === total ? '' : topic.toLowerCase(),
          breakdown: of.toLowerCase(),
          value,
        };
        return table === undefined ? [] : (rowOf(table, row) ?? []);
      }),
  );
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { possible } from './attacker-examples.ts';
import { DEFAULT_POLICY, isSmall, type Policy, rounded, sayPolicy } from './policy.ts';
import { protect } from './protect.ts';
import type { Cell, Sum, Table } from './table.ts';

/* Disclosure control, tested by somebody who tries to work out what is withheld. */

const POLICY = DEFAULT_POLICY;
const cell = (id: string, value: number): Cell => ({ id, value, shown: true });
const unseen = (id: string, value: number): Cell => ({ ...cell(id, value), shown: false });

/** How many values are possible for each small count, at the least: what an attacker is left with. */
function leastLeft(table: Table, withheld: ReadonlySet<string>, policy: Policy = POLICY): number {
  // No count of these tables is more than all of it, and what is withheld with it is not far above.
  const most = Math.max(...table.cells.map(({ value }) => value)) + policy.threshold;
  const left = possible(table, withheld, policy, { most, enough: policy.threshold - 1 });
  const small = table.cells.filter(({ value }) => isSmall(value, policy));
  return Math.min(policy.threshold - 1, ...small.map(({ id }) => left.get(id)?.size ?? 0));
}

function names(table: Table, policy: Policy = POLICY): string[] {
  return [...protect(table, policy).keys()].sort();
}

test('a count from 1 to 4 is not shown, nor is the next smallest when the total would give it away', () => {
  const table = {
    cells: [cell('all', 40), cell('a', 3), cell('b', 9), cell('c', 28)],
    sums: [{ total: 'all', parts: ['a', 'b', 'c'] }],
  };
  expect(leastLeft(table, new Set(['a']))).toBe(1);
  expect(Object.fromEntries(protect(table, POLICY))).toEqual({
    a: 'small',
    b: 'would give another away',
  });
  expect(leastLeft(table, new Set(names(table)))).toBe(4);
});

test('two small counts whose sum pins them down are not enough: 1 and 1 make 2 in one way', () => {
  const table = {
    cells: [cell('all', 32), cell('a', 1), cell('b', 1), cell('c', 30)],
    sums: [{ total: 'all', parts: ['a', 'b', 'c'] }],
  };
  expect(leastLeft(table, new Set(['a', 'b']))).toBe(1);
  expect(names(table)).toEqual(['a', 'b', 'c']);
});

test('the rest of a share is a count too: 38 of 40 within time says that 2 were late', () => {
  const table = {
    cells: [cell('plans', 40), cell('within', 38), unseen('late', 2)],
    sums: [{ total: 'plans', parts: ['within', 'late'] }],
  };
  expect(leastLeft(table, new Set())).toBe(1);
  expect(names(table)).toEqual(['within']);
});

test('all less all but the exceptions is the exceptions: two filters of one measure are one table', () => {
  const table = {
    cells: [
      ...[cell('all', 60), cell('all within', 30), unseen('all late', 30)],
      ...[cell('ordinary', 58), cell('ordinary within', 29), unseen('ordinary late', 29)],
      ...[unseen('excepted', 2), unseen('excepted within', 1), unseen('excepted late', 1)],
    ],
    sums: [
      { total: 'all', parts: ['all within', 'all late'] },
      { total: 'ordinary', parts: ['ordinary within', 'ordinary late'] },
      { total: 'excepted', parts: ['excepted within', 'excepted late'] },
      { total: 'all', parts: ['ordinary', 'excepted'] },
      { total: 'all within', parts: ['ordinary within', 'excepted within'] },
      { total: 'all late', parts: ['ordinary late', 'excepted late'] },
    ],
  };
  expect(leastLeft(table, new Set())).toBe(1);
  expect(names(table).length).toBeGreaterThan(0);
  expect(leastLeft(table, new Set(names(table)))).toBe(4);
});

test('a region less its other authorities is the authority: what is withheld below is withheld across the hierarchy', () => {
  const areas = ['one', 'two', 'three'];
  const counts: Record<string, readonly number[]> = { one: [3, 20], two: [12, 31], three: [15, 44] };
  const table: Table = {
    cells: [
      ...areas.flatMap((area) => [
        ...(counts[area] ?? []).map((value, need) => cell(`${area} ${need}`, value)),
        cell(
          area,
          (counts[area] ?? []).reduce((sum, one) => sum + one, 0),
        ),
      ]),
      ...[cell('region 0', 30), cell('region 1', 95), cell('region', 125)],
      ...[cell('elsewhere 0', 300), cell('elsewhere 1', 700), cell('elsewhere', 1000)],
      ...[cell('England 0', 330), cell('England 1', 795), cell('England', 1125)],
    ],
    sums: [
      ...[...areas, 'region', 'elsewhere', 'England'].map((area) => ({
        total: area,
        parts: [`${area} 0`, `${area} 1`],
      })),
      ...['', ' 0', ' 1'].flatMap((need) => [
        { total: `region${need}`, parts: areas.map((area) => `${area}${need}`) },
        { total: `England${need}`, parts: [`region${need}`, `elsewhere${need}`] },
      ]),
    ],
  };
  expect(leastLeft(table, new Set(['one 0', 'one 1']))).toBe(1);
  const withheld = names(table);
  expect(withheld).not.toContain('England');
  expect(leastLeft(table, new Set(withheld))).toBe(4);
});

test('what contradicts itself is refused, for nothing said of it would hold', () => {
  const sums: Sum[] = [{ total: 'all', parts: ['a'] }];
  expect(() => protect({ cells: [cell('all', 3), cell('a', 2)], sums }, POLICY)).toThrow(
    /parts of all make 2/,
  );
  expect(() => protect({ cells: [cell('all', 3)], sums }, POLICY)).toThrow(/missing/);
});

const policies = fc.record<Policy>({
  threshold: fc.integer({ min: 3, max: 8 }),
  zeros: fc.constantFrom('shown', 'withheld'),
  rounding: fc.constantFrom(1, 5, 10),
  minimumDenominator: fc.constant(10),
});
const grid = fc
  .record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 2, max: 3 }) })
  .chain(({ rows, columns }) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

/** A table by row and column, with every total; some of it never shown. */
function tableOf(counts: readonly (readonly number[])[], unseenColumn: boolean): Table {
  const [rows, columns] = [[...counts.keys()], [...(counts[0] ?? []).keys()]];
  const at = (row: number, column: number) => counts[row]?.[column] ?? 0;
  const sum = (values: readonly number[]) => values.reduce((so, one) => so + one, 0);
  const cells = [
    ...rows.flatMap((row) => columns.map((column) => ({ id: `${row},${column}`, value: at(row, column) }))),
    ...rows.map((row) => ({ id: `row ${row}`, value: sum(counts[row] ?? []) })),
    ...columns.map((column) => ({ id: `column ${column}`, value: sum(rows.map((row) => at(row, column))) })),
    { id: 'all', value: sum(rows.map((row) => sum(counts[row] ?? []))) },
  ];
  const last = columns.length - 1;
  return {
    cells: cells.map((one) => ({
      ...one,
      shown: !(unseenColumn && (one.id.endsWith(`,${last}`) || one.id === `column ${last}`)),
    })),
    sums: [
      ...rows.map((row) => ({ total: `row ${row}`, parts: columns.map((column) => `${row},${column}`) })),
      ...columns.map((column) => ({
        total: `column ${column}`,
        parts: rows.map((row) => `${row},${column}`),
      })),
      { total: 'all', parts: rows.map((row) => `row ${row}`) },
      { total: 'all', parts: columns.map((column) => `column ${column}`) },
    ],
  };
}

test('of any table by row and column, as many values stay possible for a small count as there are small counts', () => {
  fc.assert(
    fc.property(grid, policies, fc.boolean(), (counts, policy, unseenColumn) => {
      const table = tableOf(counts, unseenColumn);
      const withheld = new Set(protect(table, policy).keys());
      expect(leastLeft(table, withheld, policy)).toBe(policy.threshold - 1);
    }),
    { numRuns: 100 },
  );
});

test('no small count is shown, and nothing is withheld where there is none', () => {
  fc.assert(
    fc.property(grid, policies, (counts, policy) => {
      const table = tableOf(counts, false);
      const withheld = protect(table, policy);
      for (const { id, value } of table.cells)
        if (isSmall(value, policy)) expect(withheld.get(id)).toBe('small');
      if (table.cells.every(({ value }) => !isSmall(value, policy))) expect(withheld.size).toBe(0);
    }),
  );
});

test('a count is rounded the same every time, to the nearest, and never from what is shown to what is small', () => {
  fc.assert(
    fc.property(fc.nat(100_000), policies, (count, policy) => {
      const shown = rounded(count, policy);
      expect(shown % policy.rounding).toBe(0);
      expect(Math.abs(shown - count)).toBeLessThanOrEqual(policy.rounding / 2);
      expect(rounded(shown, policy)).toBe(shown);
    }),
  );
});

test('over time: somebody who looks every day learns nothing of one child more from what is rounded between releases', () => {
  // Yesterday and today differ by one child, and either is shown as the same; only a whole step shows.
  expect([41, 42].map((count) => rounded(count, POLICY))).toEqual([40, 40]);
  // Which is why nothing is shown day by day: the step from 42 to 43 does show, and releases are a quarter apart.
  expect([42, 43].map((count) => rounded(count, POLICY))).toEqual([40, 45]);
});

test('the policy is said with the figures', () => {
  expect(sayPolicy(POLICY)).toBe(
    'Counts from 1 to 4 are not shown, and are marked c. Others beside them are not shown either where a small count could be worked out from them. Counts that are shown are rounded to the nearest 5. Percentages and averages of fewer than 10 are not shown.',
  );
  expect(sayPolicy({ ...POLICY, zeros: 'withheld', rounding: 1 })).toContain('Counts below 5 are not shown');
});

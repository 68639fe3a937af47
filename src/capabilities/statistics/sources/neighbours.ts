import { columnsOf, placesOf } from './columns.ts';
import { type Reader, UnusableStatistics } from './line.ts';

const TEN = Array.from({ length: 10 }, (_, nth) => nth + 1);

/**
 * A reader of statistical neighbours: of each authority the codes of the ten most like it, nearest first, and how close each is
 * said to be in its mark. Null for another table. The year is in the file's name alone.
 */
export function readNeighbours(file: string, header: readonly string[]): Reader | null {
  const columns = columnsOf(header);
  if (!columns.places.has('sn_1') || !columns.places.has('old_la_code')) return null;
  const [, year] = /(20\d{2})/.exec(file) ?? [];
  if (year === undefined)
    throw new UnusableStatistics(`${file} says no year in its name, as in statistical-neighbours-2025.csv`);
  const what = 'statistical neighbours';
  const [codeAt = 0] = placesOf(columns, ['old_la_code'], file, what);
  const codes = placesOf(
    columns,
    TEN.map((nth) => `sn_${nth}`),
    file,
    what,
  );
  const close = placesOf(
    columns,
    TEN.map((nth) => `sn_${nth}p`),
    file,
    what,
  );
  const take = (cells: readonly string[], line: number) => {
    const area = (cells[codeAt] ?? '').trim();
    const values = codes.map((place) => (cells[place] ?? '').trim());
    if (![area, ...values].every((code) => /^\d{3}$/.test(code)))
      throw new UnusableStatistics(`${file}, line ${line}: a neighbour is no three-digit code`);
    const marks = close.map((place) => (cells[place] ?? '').trim().toLowerCase());
    return [
      {
        area,
        periodKind: 'January' as const,
        year: Number(year),
        topic: '',
        breakdown: '',
        values: values.map(Number),
        marks,
      },
    ];
  };
  const indicators = TEN.map((nth) => `sn_${nth}`);
  return {
    source: 'neighbours',
    dataset: 'neighbours',
    indicators,
    rates: indicators,
    take,
    finish: () => [],
    notes: () => [],
  };
}

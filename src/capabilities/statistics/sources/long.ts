import { checkWhole, columnsOf, placesOf } from './columns.ts';
import { figuresIn, yearIn } from './figures.ts';
import { fractionsIn, type Percents } from './fractions.ts';
import { type Line, type PeriodKind, type Reader, type Source, UnusableStatistics } from './line.ts';
import { areaOfRow, type Placed } from './names.ts';

/** A table with a row for each area, period and group: what its columns are for. */
export type Long = {
  source: Source;
  dataset: string;
  kind: PeriodKind;
  /** The column of the period; or the year, of a table that says none. */
  period: string | number;
  /** Columns that say where a row is; a table without any is England's. */
  where: Readonly<Partial<Record<keyof Placed, string>>>;
  topic?: string;
  breakdown?: string;
  /** Groups that are the total, in small letters. */
  total?: readonly string[];
  indicators: readonly string[];
  rates?: readonly string[];
  /** Percentages by the counts they are made from, and those that are printed without. */
  percents?: Percents;
  alone?: readonly string[];
  /** Columns of words, and of days counted from 1970. */
  words?: readonly string[];
  days?: readonly string[];
};

const DAY = 86_400_000;

/** A reader of such a table. Throws for a column that is missing, and while reading for a cell that is no figure. */
export function readLong(layout: Long, file: string, header: readonly string[]): Reader {
  const { indicators, where, period, topic, breakdown, words = [], days = [] } = layout;
  const columns = columnsOf(header);
  const what = 'this table';
  const placeOf = (name: string | undefined) =>
    name === undefined ? null : (placesOf(columns, [name], file, what)[0] ?? null);
  const keys = Object.entries(where).map(([key, name]) => [key, placeOf(name)] as const);
  const [periodAt, topicAt, groupAt] = [
    typeof period === 'string' ? placeOf(period) : null,
    placeOf(topic),
    placeOf(breakdown),
  ];
  const figures = placesOf(columns, indicators, file, what);
  const read = [periodAt, topicAt, groupAt, ...keys.map(([, place]) => place), ...figures].filter(
    (place) => place !== null,
  );
  const fractions = fractionsIn(file, indicators, layout.percents ?? {}, layout.alone);
  const unknown = new Set<string>();
  const cellOf = (cells: readonly string[], place: number | null) =>
    place === null ? '' : (cells[place] ?? '').trim();

  const take = (cells: readonly string[], number: number): Line[] => {
    const at = `${file}, line ${number}`;
    checkWhole(cells, read, at);
    const placed: Placed = Object.fromEntries(keys.map(([key, place]) => [key, cellOf(cells, place)]));
    const area = keys.length === 0 ? areaOfRow({ level: 'national' }) : areaOfRow(placed);
    if (area === 'halves') return [];
    if (area === undefined) {
      unknown.add(
        [placed.name, placed.region, placed.ons].find((part) => part !== undefined && part !== '') ??
          'no name',
      );
      return [];
    }
    const given = cellOf(cells, periodAt);
    const year = typeof period === 'number' ? period : yearIn(given)?.year;
    if (year === undefined) throw new UnusableStatistics(`${at}: the period “${given}” is no year`);
    const group = (place: number | null) => totalAsNone(layout, cellOf(cells, place));
    const said = valuesIn(figures.map((place) => cells[place] ?? ''));
    fractions.see(said.values);
    return [
      { area, periodKind: layout.kind, year, topic: group(topicAt), breakdown: group(groupAt), ...said },
    ];

    function valuesIn(texts: readonly string[]) {
      const plain = texts.map((text, nth) => (isWords(nth) ? '' : text));
      const numbers = figuresIn(plain, (nth) => {
        throw new UnusableStatistics(`${at}: ${indicators[nth]} is “${texts[nth]}”, which is no figure`);
      });
      if (words.length === 0 && days.length === 0) return numbers;
      const marks = texts.map((text, nth) =>
        isWords(nth) ? wordsOf(indicators[nth] ?? '', text) : (numbers.marks?.[nth] ?? null),
      );
      return { values: numbers.values, marks };
    }
  };
  const isWords = (nth: number) =>
    words.includes(indicators[nth] ?? '') || days.includes(indicators[nth] ?? '');
  const wordsOf = (name: string, text: string) => {
    const count = Number(text.trim());
    if (!days.includes(name) || text.trim() === '' || !Number.isFinite(count))
      return text.trim().toLowerCase();
    return new Date(count * DAY).toISOString().slice(0, 10);
  };
  const notes = () =>
    [...unknown].map((name) => `${file} has an area “${name}”, which is not known here: it is left out`);
  const { source, dataset, rates = [] } = layout;
  const finish = () => {
    fractions.judge();
    return [];
  };
  return { source, dataset, indicators, rates: [...rates, ...words, ...days], take, finish, notes };
}

function totalAsNone({ total = [] }: Long, text: string): string {
  const small = text.toLowerCase();
  return total.includes(small) ? '' : small;
}

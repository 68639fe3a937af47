import { columnsOf, placesOf } from './columns.ts';
import { type Definition, type Reader, UnusableStatistics } from './line.ts';

/* The dictionary of the Department's Local Authority Interactive Tool: what each of its measures is, and which way is better. */

const WANTED = [
  ...['measure_short', 'topic', 'measure', 'chart_title', 'y_axis_name', 'polarity', 'description'],
  ...[
    'methodology',
    'data owner (do) /supplier and contact details',
    'year_type',
    'hyperlink(s)',
    'last update',
  ],
] as const;

/**
 * A reader of the tool's dictionary. Null for another table. It gives no row of figures. `NA` and an empty cell are nothing. Throws
 * for a column that is missing, a measure without a name, a polarity that is none, and one measure said two ways under one subject.
 */
export function readLaitDictionary(file: string, header: readonly string[]): Reader | null {
  const columns = columnsOf(header);
  if (!columns.places.has('measure_short') || !columns.places.has('polarity')) return null;
  const places = placesOf(columns, WANTED, file, 'the interactive tool’s dictionary');
  const found = new Map<string, Definition>();
  let newest = 0;
  const take = (cells: readonly string[], line: number) => {
    const at = `${file}, line ${line}`;
    const [
      short,
      subject,
      name,
      title,
      unit,
      polarity,
      description,
      method,
      owner,
      yearKind,
      addresses,
      updated,
    ] = places.map((place) => wordsIn(cells[place]));
    if (short == null || subject == null || name == null)
      throw new UnusableStatistics(`${at}: a measure has no name, short name or topic`);
    const one: Definition = {
      ...{ measure: short.toLowerCase(), subject, name },
      ...{ title: title ?? null, unit: unit ?? null, polarity: polarityIn(polarity ?? null, at) },
      ...{ description: description ?? null, method: method ?? null, owner: owner ?? null },
      ...{ yearKind: yearKind ?? null, addresses: addresses ?? null },
    };
    const key = `${one.measure}\t${one.subject}`;
    const before = found.get(key);
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(one))
      throw new UnusableStatistics(`${at}: ${short} is there twice under ${subject}, and said two ways`);
    found.set(key, one);
    newest = Math.max(newest, yearOf(updated ?? ''));
    return [];
  };
  return {
    ...{ source: 'lait-dictionary', dataset: 'lait_dictionary', indicators: [], rates: [] },
    ...{ take, finish: () => [], notes: () => [] },
    definitions: () => {
      if (newest === 0)
        throw new UnusableStatistics(`${file} says of no measure when it was last brought up to date`);
      return { year: newest, measures: [...found.values()] };
    },
  };
}

function wordsIn(cell: string | undefined): string | null {
  const text = (cell ?? '').replaceAll(/\r\n?/g, '\n').trim();
  return text === '' || text === 'NA' ? null : text;
}

function polarityIn(text: string | null, at: string): Definition['polarity'] {
  if (text === null || text === 'High' || text === 'Low' || text === '-') return text;
  throw new UnusableStatistics(`${at}: the polarity “${text}” is neither High, Low nor -`);
}

const DAY = 86_400_000;
const FIRST_OF_1970 = 25_569;

/** The year of a day as a spreadsheet counts it, from the end of 1899; 0 for words. */
function yearOf(updated: string): number {
  return /^\d{5}$/.test(updated) ? new Date((Number(updated) - FIRST_OF_1970) * DAY).getUTCFullYear() : 0;
}

import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import { sayNumber } from '../../../shared/words.ts';
import { CSV_FORMAT, REQUIRED } from './csv-columns.ts';
import { readLines } from './csv-lines.ts';
import { MOST_PASSAGES, type ReadPlan } from './passage.ts';

/** One line of the file, by the names of its columns, and the words it has past the last of them. */
export type CsvLine = {
  line: number;
  cells: ReadonlyMap<string, string>;
  past: readonly string[];
  raw: string;
};

const LONGEST_CELL = 20_000;
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

/**
 * The plans in a CSV: a line for each statement, whose they are told by the column `plan`. Refuses what is no CSV, another
 * layout of it, and more lines than one plan has; a cell with no place is shown to be placed.
 */
export function readCsvPlans(text: string): Result<ReadPlan[]> {
  const records = recordsOf(text.replace(/^\uFEFF/, ''));
  if (!records.ok) return records;
  const [header, ...rows] = records.value;
  const names = (header?.record ?? []).map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  const missing = REQUIRED.filter((name) => !names.includes(name));
  if (missing.length > 0)
    return refused(
      'file',
      `This is no CSV of plans: its first line has no column ${missing.map((name) => `‘${name}’`).join(', ')}`,
    );
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice !== undefined)
    return refused(
      'file',
      `Two columns are called ‘${twice.slice(0, 60)}’. Take one out, or call it something else`,
    );
  const lines: CsvLine[] = [];
  for (const [at, { record: row, raw }] of rows.entries()) {
    const line = {
      raw,
      line: at + 2,
      cells: new Map(names.map((name, place) => [name, (row[place] ?? '').trim()])),
      past: row.slice(names.length),
    };
    if (row.every((cell) => cell.trim() === '')) continue;
    const wrong = wrongWith(line);
    if (wrong !== null) return refused('file', `Line ${line.line}: ${wrong}`);
    lines.push(line);
  }
  if (lines.length === 0) return refused('file', 'This file names its columns and has no lines under them');
  return plansIn(lines, header?.raw ?? '');
}

const recordsSchema = z.array(z.object({ record: z.array(z.string()), raw: z.string() }));

function recordsOf(text: string): Result<z.infer<typeof recordsSchema>> {
  try {
    const records: unknown = parse(text, {
      raw: true,
      relax_column_count: true,
      max_record_size: 1024 * 1024,
      skip_empty_lines: false,
    });
    return accepted(recordsSchema.parse(records));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line =
      'lines' in error && typeof error['lines'] === 'number' ? `Line ${error['lines']}` : 'This file';
    return refused(
      'file',
      `${line} cannot be read as CSV: its quotation marks do not match. Save it again as CSV (UTF-8)`,
    );
  }
}

function wrongWith({ cells, past }: CsvLine): string | null {
  const format = cells.get('format') ?? '';
  if (format !== CSV_FORMAT)
    return `its format is ‘${format.replaceAll(/\p{Cc}/gu, '').slice(0, 60)}’. This service reads ${CSV_FORMAT}`;
  if (cells.get('plan') === '') return 'say which plan it is of, in the column ‘plan’';
  for (const [name, cell] of [...cells, ...past.map((one) => ['past the last column', one] as const)]) {
    if (UNSEEN.test(cell)) return `${name}: take out the control characters, which cannot be seen or printed`;
    if (cell.length > LONGEST_CELL)
      return `${name}: shorten this to ${sayNumber(LONGEST_CELL)} characters or fewer`;
  }
  return null;
}

function plansIn(lines: readonly CsvLine[], header: string): Result<ReadPlan[]> {
  const plans = new Map<string, CsvLine[]>();
  for (const line of lines) {
    const plan = line.cells.get('plan') ?? '';
    const own = plans.get(plan);
    if (own === undefined) plans.set(plan, [line]);
    else own.push(line);
  }
  const large = [...plans].find(([, own]) => own.length > MOST_PASSAGES);
  if (large !== undefined)
    return refused(
      'file',
      `Plan ‘${large[0].slice(0, 60)}’ has ${sayNumber(large[1].length)} lines. A plan of more than ${sayNumber(MOST_PASSAGES)} is not read: check that it is one plan`,
    );
  const own = (some: readonly CsvLine[]) =>
    plans.size === 1
      ? null
      : `${[header, ...some.map(({ raw }) => raw)].map((line) => line.trimEnd()).join('\r\n')}\r\n`;
  return accepted([...plans.values()].map((some) => ({ ...readLines(some), own: own(some) })));
}

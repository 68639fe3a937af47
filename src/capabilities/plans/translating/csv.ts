import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { toCsv } from '../../../shared/csv.ts';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import type { TranslatorsFile } from './returned.ts';
import type { Written } from './xliff.ts';

const COLUMNS = ['key', 'where', 'english', 'translation'] as const;
/** The key of the line that says which version, and which language, the file is of. */
const OF = 'file';

/** The same pieces for a translator with a spreadsheet: a line for each, under one that says what the file is of. */
export function writeCsv({ of, stamp, language, rows }: Written): string {
  const lines = rows.map(({ key, where, english, words }) => [key, where, english, words ?? '']);
  // A spreadsheet takes a file for UTF-8 by the mark it begins with.
  return `\uFEFF${toCsv(COLUMNS, [[OF, `${stamp}. Leave this line as it is`, of, language.tag], ...lines])}`;
}

const linesSchema = z.array(z.array(z.string()));

/** The rows of such a file as it came back, with whatever separators that spreadsheet writes. */
export function readCsv(text: string): Result<TranslatorsFile> {
  const plain = text.replace(/^\uFEFF/, '');
  const [first = ''] = plain.split(/\r?\n/, 1);
  const delimiter = [',', ';', '\t'].find((one) => first.split(one).length >= COLUMNS.length) ?? ',';
  let lines: string[][];
  try {
    const read: unknown = parse(plain, { delimiter, relax_column_count: true, max_record_size: 1024 * 1024 });
    lines = linesSchema.parse(read);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused('file', 'Its quotation marks do not match. Save it again as CSV (UTF-8)');
  }
  const [head = [], ...rest] = lines;
  const named = head.map((name) => name.trim().toLowerCase());
  const at = COLUMNS.map((name) => named.indexOf(name));
  if (at.includes(-1))
    return refused('file', `Its first line has to name the columns ${COLUMNS.join(', ')}. Put them back`);
  const [key, , english, translation] = at;
  const cell = (line: readonly string[], place = 0) => unquoted(line[place] ?? '');
  const rows = rest
    .filter((line) => line.some((one) => one.trim() !== ''))
    .map((line) => ({
      key: cell(line, key).trim(),
      source: cell(line, english),
      target: cell(line, translation),
    }));
  const of = rows.find((row) => row.key === OF);
  if (of === undefined)
    return refused('file', `It has lost the line ‘${OF}’, which says which plan it is of. Put it back`);
  return accepted({ of: of.source, language: of.target, rows: rows.filter((row) => row.key !== OF) });
}

// What is written so that a spreadsheet takes no words for a formula.
function unquoted(text: string): string {
  return text.replace(/^'(?='*[=+\-@\t\r])/, '');
}

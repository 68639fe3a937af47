import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { UnusableStatistics } from '../sources/line.ts';
import type { Part } from './parts.ts';
import { textOf, type Written } from './text.ts';

const LONGEST_RECORD = 1024 * 1024;

/** One record of a CSV file with the number of the line it ends on. */
export type CsvRecord = { cells: readonly string[]; line: number };

/** The records of a part, however long it is, a few at a time. Throws for what is no CSV or has a record longer than 1 MB. */
export async function* recordsOf(part: Part, written: Written): AsyncGenerator<CsvRecord> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: LONGEST_RECORD,
  });
  const text = Readable.from(textOf(part.bytes, part.name, written), { objectMode: true });
  text.once('error', (error) => parser.destroy(error));
  try {
    for await (const { record, info } of text.pipe(parser)) yield { cells: record, line: info.lines };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnusableStatistics(
      error.code === 'CSV_MAX_RECORD_SIZE'
        ? `${part.name} has a line longer than 1 MB`
        : `${part.name} cannot be read as CSV: a quotation mark is not closed`,
    );
  } finally {
    text.destroy();
  }
}

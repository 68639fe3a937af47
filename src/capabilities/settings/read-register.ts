import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import type { Row } from './cells.ts';
import { inspectFile, LONGEST_LINE, UnusableRegister } from './inspect-file.ts';
import { LAYOUTS, type Layout, layoutOf } from './layouts.ts';

export type RegisterRow = { line: number; row: Row };
export type UnusableRow = { line: number; reason: string };
type Take = {
  onRow: (layout: Layout, row: RegisterRow) => Promise<void>;
  onUnusable: (row: UnusableRow) => void;
};

/**
 * Reads a register file as a stream: its encoding from its bytes, its layout from its header. Gives each usable row to
 * `onRow` and each other, with its line and why, to `onUnusable`; empty lines are passed over. Refuses a file that is not
 * CSV, breaks off, or has a header that none of the layouts has.
 */
export async function readRegister(path: string, { onRow, onUnusable }: Take): Promise<Layout> {
  const { encoding, ended } = await inspectFile(path);
  let header: string[] | null = null;
  let found: Layout | null = null;
  let short: number | null = null;
  try {
    for await (const { cells, line } of records(path, encoding)) {
      if (header === null || found === null) {
        const given = cells.map((name) =>
          name.replaceAll('\uFEFF', '').replace(/\s+/g, ' ').trim().toLowerCase(),
        );
        ({ layout: found, header } = layoutFor(given));
        continue;
      }
      short = cells.length < header.length ? line : null;
      const parsed = parseRow(found, header, cells);
      if (parsed.ok) await onRow(found, { line, row: parsed.row });
      else onUnusable({ line, reason: parsed.reason });
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnusableRegister(wordsOf(error));
    throw error;
  }
  if (found === null) throw new UnusableRegister('it holds no header');
  if (short !== null && !ended) throw new UnusableRegister(`it breaks off in line ${short}: fetch it again`);
  return found;
}

// The parser counts a line end within quotation marks twice when it is written CR LF; a person's editor counts it once.
async function* records(path: string, encoding: string): AsyncGenerator<{ cells: string[]; line: number }> {
  const source = createReadStream(path);
  const parser = parse({ relax_column_count: true, max_record_size: LONGEST_LINE });
  source.once('error', (error) => parser.destroy(error));
  source.pipe(iconv.decodeStream(encoding)).pipe(parser);
  let line = 1;
  try {
    for await (const record of parser) {
      if (!Array.isArray(record)) throw new Error('the CSV parser gave something that is no record');
      const cells = record.filter((cell) => typeof cell === 'string');
      if (cells.some((cell) => cell.trim() !== '')) yield { cells, line };
      line += 1 + cells.reduce((count, cell) => count + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    }
  } finally {
    source.destroy();
  }
}

function layoutFor(header: readonly string[]): { layout: Layout; header: string[] } {
  const found = layoutOf(header);
  if (found === null) {
    const known = LAYOUTS.map(({ name }) => name).join(', ');
    throw new UnusableRegister(
      `its first line is not the header of a register this service knows (${known})`,
    );
  }
  const { layout, missing } = found;
  if (missing.length === 0) return found;
  throw new UnusableRegister(`it looks like a ${layout.name} file without the column ${missing.join(', ')}`);
}

function parseRow(layout: Layout, header: readonly string[], cells: readonly string[]) {
  if (cells.length < header.length) {
    return { ok: false, reason: `it has ${cells.length} columns, and the header ${header.length}` } as const;
  }
  if (cells.slice(header.length).some((cell) => cell.trim() !== '')) {
    return { ok: false, reason: `it has ${cells.length} columns, and the header ${header.length}` } as const;
  }
  return layout.parse(new Map(header.map((name, place) => [name, cells[place] ?? ''])));
}

function wordsOf(error: CsvError): string {
  const line = 'lines' in error && typeof error['lines'] === 'number' ? error['lines'] : null;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'it breaks off inside quotation marks: fetch it again';
  const where = line === null ? 'it' : `line ${line}`;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return `${where} belongs to a row longer than 1 MB`;
  return `${where} cannot be read as CSV: its quotation marks do not match`;
}

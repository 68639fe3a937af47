import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { type Layout, layoutOf } from './layouts.ts';

/** The file cannot be imported at all: one line, and nothing is changed. */
export class UnusableRegister extends Error {}

export type RegisterRow = { line: number; row: Record<string, unknown> };
export type UnusableRow = { line: number; reason: string };

const LARGEST = 512 * 1024 * 1024;
const SAMPLE = 256 * 1024;

/**
 * Reads a register file as a stream: its encoding from its bytes (UTF-8, else Windows-1252), its layout from its header.
 * Gives each usable row to `onRow` and each other, with its line and why, to `onUnusable`; empty lines are passed over.
 * Refuses a file that is not CSV, breaks off inside quotes, or has a header none of the layouts has.
 */
export async function readRegister(
  path: string,
  take: {
    onRow: (layout: Layout, row: RegisterRow) => Promise<void>;
    onUnusable: (row: UnusableRow) => void;
  },
): Promise<Layout> {
  const encoding = await encodingOf(path);
  let layout: Layout | null = null;
  const parser = createReadStream(path)
    .pipe(iconv.decodeStream(encoding))
    .pipe(
      parse({
        bom: true,
        columns: (header: string[]) => header.map((name) => name.replace(/^[^\p{L}]*\uFEFF/u, '').trim()),
        info: true,
        relax_column_count: true,
        max_record_size: 1024 * 1024,
        skip_records_with_empty_values: true,
      }),
    );
  try {
    for await (const record of parser) {
      const { cells, line } = asCells(record);
      layout ??= layoutOf(Object.keys(cells));
      if (layout === null)
        throw new UnusableRegister('its first line is not the header of a register this service knows');
      const parsed = layout.parse(cells);
      if (parsed.ok) await take.onRow(layout, { line, row: parsed.row });
      else take.onUnusable({ line, reason: parsed.reason });
    }
  } catch (error) {
    if (error instanceof UnusableRegister) throw error;
    throw new UnusableRegister(
      `it cannot be read as CSV: ${error instanceof Error ? error.message.split('\n')[0] : ''}`,
    );
  }
  if (layout === null) throw new UnusableRegister('it holds no rows');
  return layout;
}

function asCells(record: unknown): { cells: Record<string, string>; line: number } {
  const cells: Record<string, string> = {};
  let line = 0;
  if (typeof record === 'object' && record !== null && 'record' in record && 'info' in record) {
    const { record: values, info } = record;
    if (typeof values === 'object' && values !== null) {
      for (const [name, value] of Object.entries(values)) if (typeof value === 'string') cells[name] = value;
    }
    if (typeof info === 'object' && info !== null && 'lines' in info && typeof info.lines === 'number')
      line = info.lines;
  }
  return { cells, line };
}

async function encodingOf(path: string): Promise<'utf8' | 'win1252'> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) throw new UnusableRegister('there is no such file');
  if (found.size > LARGEST) throw new UnusableRegister('it is larger than 512 MB');
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    const sample = buffer.subarray(0, bytesRead);
    if (sample.includes(0)) throw new UnusableRegister('it is not a text file');
    // A name with an accent may come after the sample; GIAS files are Windows-1252 unless they say otherwise.
    const marked = sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf;
    return marked || (isUtf8(sample) && sample.some((byte) => byte > 0x7f)) ? 'utf8' : 'win1252';
  } finally {
    await handle.close();
  }
}

function isUtf8(sample: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample.subarray(0, Math.max(0, sample.length - 4)));
    return true;
  } catch {
    return false;
  }
}

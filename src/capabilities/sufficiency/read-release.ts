import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { FILES, missingFrom, type Row, rowOf } from './release.ts';

/** A release that cannot be read, with one line of why. */
export class UnusableRelease extends Error {}

/** The largest part of a release that is unpacked; the largest published was 6 MB. */
const LARGEST = 64 * 1024 * 1024;

/**
 * What a release, as its publisher packs it, says of every authority: plans each January, and those that began and ended
 * each year, by age where it gives ages. Refuses what is no zip file, lacks one of the files or a column of one, or holds nothing.
 */
export function readRelease(bytes: Uint8Array): Row[] {
  const parts = unpacked(bytes);
  const rows = Object.entries(FILES).flatMap(([name, file]) => {
    const part = parts.get(name);
    if (part === undefined) throw new UnusableRelease(`it holds no ${name}`);
    const [header = [], ...lines] = linesOf(name, part);
    const columns = header.map((column) => column.trim().toLowerCase());
    const [missing] = missingFrom(file, columns);
    if (missing !== undefined) throw new UnusableRelease(`${name} has no column ${missing}`);
    const places = new Map(columns.map((column, place) => [column, place]));
    return lines.flatMap((line) => {
      const row = rowOf(file, (column) => (line[places.get(column) ?? -1] ?? '').trim());
      return row === null ? [] : [row];
    });
  });
  if (rows.length === 0) throw new UnusableRelease('it says nothing of any authority');
  return rows;
}

function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    const wanted = (name: string) => Object.hasOwn(FILES, baseOf(name));
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (wanted(name) && originalSize > LARGEST)
          throw new UnusableRelease(`${baseOf(name)} is larger than 64 MB`);
        return wanted(name);
      },
    });
    return new Map(Object.entries(parts).map(([name, part]) => [baseOf(name), part]));
  } catch (error) {
    if (error instanceof UnusableRelease) throw error;
    throw new UnusableRelease('it is not a zip file that can be opened');
  }
}

function baseOf(name: string): string {
  return name.split('/').at(-1) ?? name;
}

function linesOf(name: string, part: Uint8Array): string[][] {
  try {
    return parse(Buffer.from(part), { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch {
    throw new UnusableRelease(`${name} cannot be read as CSV`);
  }
}

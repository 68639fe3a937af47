import { parsePostcode } from '../../shared/identifiers.ts';
import { toLatLong } from '../../shared/os-grid.ts';
import { DISTRICTS } from './districts.ts';

/* The ONS Postcode Directory as its publisher lays it out: found by the names of its columns, in whatever order. */

export type PostcodeRow = {
  postcode: string;
  authority: number;
  latitude: number;
  longitude: number;
  /** The first day of the month in which it ended, as a day is written. */
  terminatedIn: string | null;
};
export type Columns = {
  postcode: number;
  area: number;
  east: number;
  north: number;
  /** -1 where the file says of none when it ended. */
  terminated: number;
  size: number;
};

/** Where the columns are; null where this is not the directory. */
export function readHeader(line: string): Columns | null {
  const names = cellsOf(line.replaceAll('\uFEFF', '')).map((name) => name.trim().toLowerCase());
  const at = (...wanted: string[]) => names.findIndex((name) => wanted.includes(name));
  const columns = {
    postcode: at('pcd', 'pcds', 'pcd7'),
    area: at('laua', 'oslaua', 'lad25cd'),
    east: at('oseast1m', 'east1m'),
    north: at('osnrth1m', 'north1m'),
  };
  if (Object.values(columns).includes(-1)) return null;
  return { ...columns, terminated: at('doterm'), size: names.length };
}

/** `elsewhere`: a postcode outside England, or one that has no place on the map. */
export type ReadRow = PostcodeRow | { unusable: string } | 'elsewhere';

/** One line of the directory. `authorities` are those of England by the ONS's code. */
export function readRow(line: string, columns: Columns, authorities: ReadonlyMap<string, number>): ReadRow {
  const cells = cellsOf(line);
  if (cells.length !== columns.size) return { unusable: 'it has another number of columns than the header' };
  const given = cells[columns.postcode] ?? '';
  const postcode = parsePostcode(given);
  const area = cells[columns.area] ?? '';
  if (postcode === null) return { unusable: 'its postcode is not one' };
  if (area === '' || !area.startsWith('E')) return 'elsewhere';
  const authority = authorities.get(area) ?? DISTRICTS.get(area);
  if (authority === undefined) return { unusable: `no authority is known for the area ${area.slice(0, 9)}` };
  const [east, north] = [Number(cells[columns.east]), Number(cells[columns.north])];
  if (!(east > 0 && east < 700_000 && north > 0 && north < 1_300_000)) return 'elsewhere';
  return { postcode, authority, ...toLatLong(east, north), terminatedIn: month(cells[columns.terminated]) };
}

// The directory writes a month as 201506.
function month(given: string | undefined): string | null {
  const [, year, of] = /^(\d{4})(0[1-9]|1[0-2])$/.exec(given ?? '') ?? [];
  return year === undefined ? null : `${year}-${of}-01`;
}

// No cell of the directory holds a comma.
function cellsOf(line: string): string[] {
  return line.includes('"') ? line.replaceAll('"', '').split(',') : line.split(',');
}

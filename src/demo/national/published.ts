import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { Refused } from '../../platform/refused.ts';

/* The files of a release "Education, health and care plans" that England is made from, row by row. */

/** One row: of England (`england`), a region by name, or an authority by its three-digit code. */
export type PublishedRow = {
  area: string;
  year: number;
  /** In small letters; both empty where the row is the total. */
  topic: string;
  breakdown: string;
  value(column: string): number | null;
};

export const DATASETS = [
  'caseload',
  'sen_needs_all_plans',
  'newplans',
  'requests',
  'assessments',
  'timeliness_20_week',
] as const;
export type Dataset = (typeof DATASETS)[number];
export type Published = Readonly<Record<Dataset, readonly PublishedRow[]>>;

const LARGEST = 64 * 1024 * 1024;
const TOTAL = /^(all |new ehc plans$)/;

/** Reads them from the release as its publisher packs it. Refuses what is no such file, in one line. */
export function readPublished(bytes: Uint8Array): Published {
  const parts = unpacked(bytes);
  const read = (dataset: Dataset) => {
    const part = parts.get(dataset);
    if (part === undefined) throw new Refused(`the release holds no ${dataset}.csv`);
    return rowsOf(dataset, part);
  };
  return {
    caseload: read('caseload'),
    sen_needs_all_plans: read('sen_needs_all_plans'),
    newplans: read('newplans'),
    requests: read('requests'),
    assessments: read('assessments'),
    timeliness_20_week: read('timeliness_20_week'),
  };
}

function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  const wanted = new Set<string>(DATASETS);
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => wanted.has(baseOf(name)) && originalSize <= LARGEST,
    });
    return new Map(Object.entries(parts).map(([name, part]) => [baseOf(name), part]));
  } catch {
    throw new Refused('the release is not a zip file that can be opened');
  }
}

function baseOf(name: string): string {
  return (name.split('/').at(-1) ?? name).replace(/\.csv$/i, '').toLowerCase();
}

function rowsOf(dataset: Dataset, part: Uint8Array): PublishedRow[] {
  const [header = [], ...lines] = linesOf(dataset, part);
  const places = new Map(header.map((column, place) => [column.trim().toLowerCase(), place]));
  const at = (column: string) => {
    const place = places.get(column);
    if (place === undefined) throw new Refused(`${dataset}.csv has no column ${column}`);
    return place;
  };
  const [time, level, region, code] = ['time_period', 'geographic_level', 'region_name', 'old_la_code'].map(
    at,
  );
  const [topicAt, breakdownAt] = ['breakdown_topic', 'breakdown'].map(at);
  return lines.map((line) => {
    const cell = (place: number | undefined) => (line[place ?? -1] ?? '').trim();
    const topic = cell(topicAt).toLowerCase();
    const total = TOTAL.test(topic);
    return {
      area: areaOf(cell(level).toLowerCase(), cell(region), cell(code)),
      year: yearOf(cell(time)),
      topic: total ? '' : topic,
      breakdown: total ? '' : cell(breakdownAt).toLowerCase(),
      value: (column) => numberOf(cell(at(column))),
    };
  });
}

function areaOf(level: string, region: string, code: string): string {
  if (level === 'local authority') return code;
  return level === 'regional' ? region : 'england';
}

/** `202425` is January 2025; `2024` is the calendar year. */
function yearOf(given: string): number {
  const year = Number(given.slice(0, 4));
  return given.length === 6 ? year + 1 : year;
}

function numberOf(given: string): number | null {
  return /^\d+(\.\d+)?$/.test(given) ? Number(given) : null;
}

function linesOf(dataset: Dataset, part: Uint8Array): string[][] {
  try {
    return parse(Buffer.from(part), { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch {
    throw new Refused(`${dataset}.csv cannot be read as CSV`);
  }
}

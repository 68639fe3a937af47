import { escaped } from '../../shared/copy-line.ts';
import type { Line } from './sources/line.ts';

/** A row as `copy … from stdin` takes it, in the order of COPIED. */
export function copyLine(release: string, dataset: string, line: Line): string {
  const { area, periodKind, year, topic, breakdown, values, marks } = line;
  const said = marks === null ? '\\N' : `{${marks.map(element).join(',')}}`;
  const numbers = values.map((value) => value ?? 'NULL').join(',');
  return `${release}\t${dataset}\t${area}\t${periodKind}\t${year}\t${escaped(topic)}\t${escaped(breakdown)}\t{${numbers}}\t${said}\n`;
}

export const COPIED =
  'statistics_rows (release_id, dataset, area, period_kind, year, topic, breakdown, "values", marks)';

function element(mark: string | null): string {
  if (mark === null) return 'NULL';
  return /^[a-z~]+$/.test(mark) && mark !== 'null' ? mark : escaped(`"${mark.replace(/["\\]/g, '\\$&')}"`);
}

import { countWorkingDays } from '../../law/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';

/**
 * The day by which somebody who came with a request is checked, by the authority's own promise; null where it has made none: no
 * provision sets a time.
 */
export function checkBy(since: PlainDate, workingDays: number | null): PlainDate | null {
  return workingDays === null ? null : countWorkingDays(since, workingDays, { firstDayCounts: false });
}

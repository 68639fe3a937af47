import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { expectations } from './forecast.ts';
import { durationsOf } from './forecast-store.ts';
import { fromKeptRows } from './kept-store.ts';
import { likelyLate } from './list-store.ts';

/**
 * How many open cases have not passed what is due next, and how many of those will at the authority's own pace of the last year,
 * as the list of cases says it: for the dashboards. Needs an authority's lens.
 */
export async function countPace(
  tx: Tx,
  services: Services,
  today: PlainDate,
): Promise<{ open: number; late: number }> {
  const expected = expectations(await durationsOf(tx, services, today));
  return fromKeptRows(tx, async () => {
    const { rows } = await sql<{ open: number; late: number }>`
      select count(*)::int as open, (select count(*)::int from case_rows s ${likelyLate(expected, today)}
        where not s.is_over and s.due_on >= ${today}::date) as late
      from case_rows where not is_over and due_on >= ${today}::date`.execute(tx);
    return rows[0] ?? { open: 0, late: 0 };
  });
}

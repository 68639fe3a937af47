import type { Database } from '../../../platform/database/index.ts';
import { asReporting, type Tx } from '../../../platform/lens/index.ts';
import { type LiveCount, PERIOD_KINDS, type ReleasedCount, TOPICS } from './count.ts';
import { isLiveMeasure, LIVE_MEASURE_IDS, type LiveMeasureId } from './measures.ts';

/** The true counts of the authority whose lens it is, for its own leaders; empty before the first were worked out. */
export async function listOwnCounts(
  tx: Tx,
  { measures = LIVE_MEASURE_IDS }: { measures?: readonly LiveMeasureId[] } = {},
): Promise<LiveCount[]> {
  const rows = await tx
    .selectFrom('dashboard_counts')
    .select(['measure', 'period_kind', 'year', 'topic', 'breakdown', 'numerator', 'denominator', 'as_of'])
    .where('measure', 'in', [...measures])
    .orderBy('measure')
    .orderBy('year')
    .orderBy('breakdown')
    .execute();
  return rows.flatMap((row) => {
    const of = keyOf(row);
    return of === null
      ? []
      : [{ ...of, numerator: row.numerator, denominator: row.denominator, asOf: row.as_of }];
  });
}

/**
 * What anybody may see of live counts, of the newest release of each authority: read as `reporting`, which can read nothing
 * else of any authority's. All authorities unless said.
 */
export async function listReleasedCounts(
  database: Database,
  {
    authorityIds,
    measures = LIVE_MEASURE_IDS,
  }: { authorityIds?: readonly number[]; measures?: readonly LiveMeasureId[] } = {},
): Promise<ReleasedCount[]> {
  const rows = await asReporting(database, (tx) =>
    tx
      .selectFrom('dashboard_releases as r')
      .selectAll('r')
      .where('r.measure', 'in', [...measures])
      .$if(authorityIds !== undefined, (query) =>
        query.where('r.authority_id', 'in', [...(authorityIds ?? [])]),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('dashboard_releases as later')
              .select('later.measure')
              .whereRef('later.authority_id', '=', 'r.authority_id')
              .whereRef('later.released_on', '>', 'r.released_on'),
          ),
        ),
      )
      .orderBy('r.authority_id')
      .orderBy('r.measure')
      .orderBy('r.year')
      .orderBy('r.breakdown')
      .execute(),
  );
  return rows.flatMap((row) => {
    const of = keyOf(row);
    if (of === null) return [];
    return [
      {
        ...of,
        authorityId: row.authority_id,
        releasedOn: row.released_on,
        asOf: row.as_of,
        numerator: row.numerator,
        denominator: row.denominator,
        value: row.value,
        mark: row.mark === null ? null : 'c',
        policy: row.policy,
      },
    ];
  });
}

/** What a row counts; null for a measure this version no longer knows. */
function keyOf(row: {
  measure: string;
  period_kind: string;
  year: number;
  topic: string;
  breakdown: string;
}) {
  const periodKind = PERIOD_KINDS.find((one) => one === row.period_kind);
  const topic = TOPICS.find((one) => one === row.topic);
  if (!isLiveMeasure(row.measure) || periodKind === undefined || topic === undefined) return null;
  return { measure: row.measure, periodKind, year: row.year, topic, breakdown: row.breakdown };
}

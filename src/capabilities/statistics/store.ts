import { AREAS, ENGLAND } from '../../platform/reference/areas.ts';
import { type Asks, ask } from './ask-store.ts';
import { type Discrepancy, discrepanciesIn, type Within } from './reconcile.ts';
import type { Release } from './release-store.ts';
import type { PeriodKind } from './sources/line.ts';

/** A published row, as the newest release has it. */
export type PublishedRow = {
  /** England, a region by its GSS code, or an authority by its three digits. */
  area: string;
  periodKind: PeriodKind;
  year: number;
  /** Small letters; '' for the total. */
  topic: string;
  breakdown: string;
  /** The number an indicator has here, by its name in small letters; null where none is printed or there is no such indicator. */
  value(indicator: string): number | null;
  /** What is printed where there is no number: `x`, `z`, `c`…; null where there is one. */
  mark(indicator: string): string | null;
  /** Every indicator of its table, and those of them that are percentages, rates or words. */
  indicators: readonly string[];
  rates: readonly string[];
  release: Release;
};

/**
 * The newest published rows of one table, or of some topics of it: figures that came with OpenSEND only where nothing was
 * imported. Empty for a table that nothing was published in. In no particular order.
 */
export async function readCurrent(
  from: Asks,
  asked: { dataset: string; topics?: readonly string[] },
): Promise<PublishedRow[]> {
  const { dataset, topics } = asked;
  const releases = await releasesWith(from, dataset);
  const rows = await ask<Row>(
    from,
    `select release_id, area, period_kind, year, topic, breakdown, "values", marks from statistics_current
     where dataset = $1 ${topics === undefined ? '' : 'and topic = any($2)'}`,
    topics === undefined ? [dataset] : [dataset, topics],
  );
  return rows.flatMap((row) => publishedRow(row, releases));
}

/**
 * Rows of one area and group that a revision has otherwise, as each revision of that release has them: by period, release and
 * revision. None where nothing was corrected.
 */
export async function readRevised(
  from: Asks,
  asked: { dataset: string; area: string; topic: string; breakdown: string },
): Promise<PublishedRow[]> {
  const { dataset, area, topic, breakdown } = asked;
  const rows = await ask<Row>(
    from,
    `select r.release_id, r.area, r.period_kind, r.year, r.topic, r.breakdown, r."values", r.marks
     from (select distinct dataset, area, topic, breakdown, period_kind, year from statistics_differences
           where dataset = $1 and area = $2 and topic = $3 and breakdown = $4) d
       join statistics_rows r using (dataset, area, topic, breakdown, period_kind, year)
       join statistics_releases s on s.id = r.release_id
     where s.source <> 'headline'
     order by r.year, r.period_kind, s.reporting_year, s.revision`,
    [dataset, area, topic, breakdown],
  );
  if (rows.length === 0) return [];
  const releases = await releasesWith(from, dataset);
  return rows.flatMap((row) => publishedRow(row, releases));
}

function publishedRow(row: Row, releases: ReadonlyMap<string, Known>): PublishedRow[] {
  const known = releases.get(row.release_id);
  if (known === undefined) return [];
  const { places, indicators, rates, release } = known;
  const { area, year, topic, breakdown, values, marks } = row;
  const at = (indicator: string) => places.get(indicator) ?? -1;
  const value = (indicator: string) => values[at(indicator)] ?? null;
  const mark = (indicator: string) => marks?.[at(indicator)] ?? null;
  const about = { area, periodKind: row.period_kind, year, topic, breakdown };
  return [{ ...about, value, mark, indicators, rates, release }];
}

type Row = {
  release_id: string;
  area: string;
  period_kind: PeriodKind;
  year: number;
  topic: string;
  breakdown: string;
  values: (number | null)[];
  marks: (string | null)[] | null;
};

type Known = {
  release: Release;
  indicators: readonly string[];
  rates: readonly string[];
  places: ReadonlyMap<string, number>;
};

async function releasesWith(from: Asks, dataset: string): Promise<Map<string, Known>> {
  const rows = await ask<Release & { indicators: string[]; rates: string[] }>(
    from,
    `select d.indicators, d.rates, s.id, s.source, s.title, s.publisher, s.address, s.licence, s.published_on::text as "publishedOn",
       s.reporting_year as "reportingYear", s.revision, s.file_name as "fileName", s.imported_at as "importedAt", s.notes
     from statistics_datasets d join statistics_releases s on s.id = d.release_id where d.dataset = $1`,
    [dataset],
  );
  return new Map(
    rows.map(({ indicators, rates, ...release }) => {
      const places = new Map(indicators.map((name, place) => [name, place]));
      return [release.id, { release, indicators, rates, places }];
    }),
  );
}

/**
 * Where the publisher's own counts do not add up to what is published of England and its regions: in the totals of a table, or
 * in the topics asked for. Percentages and rates are never added, nor the few figures that came with OpenSEND. Empty where all do.
 */
export async function readReconciliation(
  from: Asks,
  asked: { dataset: string; topics?: readonly string[] },
): Promise<Discrepancy[]> {
  const rows = await readCurrent(from, { dataset: asked.dataset, topics: asked.topics ?? [''] });
  const imported = rows.filter(({ release }) => release.source !== 'headline');
  return discrepanciesIn(asked.dataset, imported, WITHIN);
}

/** Each authority is in its region and in England, and each region in England. */
const WITHIN: ReadonlyMap<string, readonly Within[]> = new Map(
  AREAS.map(({ code, kind, region }): [string, readonly Within[]] => {
    if (kind === 'country') return [code, []];
    if (kind === 'region') return [code, [{ whole: ENGLAND, of: 'regions' }]];
    return [
      code,
      [
        { whole: ENGLAND, of: 'authorities' },
        { whole: region ?? '', of: 'authorities' },
      ],
    ];
  }),
);

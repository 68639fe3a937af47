import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import { type Definition, readDefinitions } from '../../statistics/index.ts';
import { MEASURES } from '../measures/catalogue.ts';
import { laitNameOf } from '../measures/lait-names.ts';
import type { Measure } from '../measures/measure.ts';
import type { Point, Series } from './series.ts';
import { seriesOf } from './series-of.ts';

export type Release = {
  id: string;
  source: string;
  title: string;
  publisher: string;
  address: string;
  licence: string;
  publishedOn: PlainDate | null;
  revision: number;
  reportingYear: number;
};
/** All that the pages show of official statistics, as this process holds it. */
export type Held = {
  version: string;
  series: ReadonlyMap<string, Series>;
  releases: ReadonlyMap<string, Release>;
  /** The ten statistical neighbours of each authority, the nearest first, by code. */
  neighbours: ReadonlyMap<string, readonly string[]>;
  /** What the dictionary of the Department's interactive tool says, by the short name of the measure there. */
  definitions: ReadonlyMap<string, Definition>;
  /** Where the publisher's own figures do not add up. */
  notes: readonly string[];
};

const notesSchema = z.array(z.string());
const EMPTY: Held = {
  ...{ version: '', series: new Map(), releases: new Map(), neighbours: new Map() },
  ...{ definitions: new Map(), notes: [] },
};
const held = new WeakMap<object, Held>();
const reading = new WeakMap<object, Promise<Held>>();

/**
 * The figures as of the latest import, read again when they were made anew: nobody sees some of the old and some of the new.
 * `holder` is what keeps them: the process's database. Any lens may ask; no child is in it.
 */
export async function getFigures(tx: Tx, holder: object): Promise<Held> {
  const build = await tx.selectFrom('dashboard_builds').select(['version', 'notes']).executeTakeFirst();
  if (build === undefined) return EMPTY;
  const last = held.get(holder);
  if (last?.version === build.version) return last;
  // Read by one at a time: a hundred who ask at once would each hold every figure. Whoever waited looks again.
  const underway = reading.get(holder);
  if (underway !== undefined) {
    await underway.catch(() => undefined);
    return getFigures(tx, holder);
  }
  const read = readAll(tx, build);
  reading.set(holder, read);
  try {
    const now = await read;
    held.set(holder, now);
    return now;
  } finally {
    reading.delete(holder);
  }
}

async function readAll(tx: Tx, { version, notes }: { version: string; notes: unknown }): Promise<Held> {
  return {
    version,
    notes: notesSchema.parse(notes),
    series: await readSeries(tx),
    releases: await readReleases(tx),
    neighbours: await readNeighbours(tx),
    definitions: await readDictionary(tx),
  };
}

async function readSeries(tx: Tx): Promise<Map<string, Series>> {
  const rows = await tx
    .selectFrom('dashboard_figures')
    .select(['measure', 'area', 'year', 'value', 'numerator', 'denominator', 'mark'])
    .select(['period_kind as periodKind', 'release_id as releaseId'])
    .where('topic', '=', '')
    .orderBy('measure')
    .orderBy('area')
    .orderBy('year')
    .execute();
  const byMeasure = Map.groupBy(rows, ({ measure }) => measure);
  return new Map([...byMeasure].map(([measure, of]) => [measure, seriesOf(of)]));
}

async function readReleases(tx: Tx): Promise<Map<string, Release>> {
  const rows = await tx
    .selectFrom('statistics_releases')
    .select(['id', 'source', 'title', 'publisher', 'address', 'licence', 'revision'])
    .select(['published_on as publishedOn', 'reporting_year as reportingYear'])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function readNeighbours(tx: Tx): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ area: string; values: (number | null)[] }>`
    select area, "values"[1:10] as "values" from statistics_current where dataset = 'neighbours'`.execute(tx);
  return new Map(
    rows.map(({ area, values }) => [area, values.flatMap((code) => (code === null ? [] : [String(code)]))]),
  );
}

async function readDictionary(tx: Tx): Promise<Map<string, Definition>> {
  const found = await readDefinitions(
    tx,
    MEASURES.flatMap((measure) => laitNameOf(measure) ?? []),
  );
  return new Map(found.map((one) => [one.measure, one]));
}

/** What the tool's dictionary says of a measure; null where it has none, or none was imported. */
export function definitionOf({ definitions }: Held, measure: Measure): Definition | null {
  return definitions.get(laitNameOf(measure) ?? '') ?? null;
}

/** One measure by each breakdown, for one area: each group's newest year, in the publisher's own words. */
export function listBroken(
  tx: Tx,
  measure: string,
  area: string,
): Promise<(Point & { topic: string; breakdown: string })[]> {
  return tx
    .selectFrom('dashboard_figures')
    .distinctOn(['topic', 'breakdown'])
    .select(['topic', 'breakdown', 'year', 'value', 'numerator', 'denominator', 'mark'])
    .where('measure', '=', measure)
    .where('area', '=', area)
    .where('topic', '!=', '')
    .orderBy('topic')
    .orderBy('breakdown')
    .orderBy('year', 'desc')
    .execute();
}

/** What the inspectors of areas said last of an authority, in words; null where the imported files do not say. */
export async function findInspection(tx: Tx, area: string): Promise<string | null> {
  const { rows } = await sql<{ said: string | null }>`
    select r.marks[array_position(d.indicators, 'summary_outcome')] as said
    from statistics_current r join statistics_datasets d on d.release_id = r.release_id and d.dataset = r.dataset
    where r.dataset = 'ofsted' and r.area = ${area} order by r.year desc limit 1`.execute(tx);
  return rows[0]?.said ?? null;
}

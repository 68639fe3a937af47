import type pg from 'pg';
import { copyIn } from '../../../platform/database/copy.ts';
import { connectAsOwner } from '../../../platform/database/owner.ts';
import { textsOf, type Value } from '../../../shared/copy-line.ts';
import { sayNumber } from '../../../shared/words.ts';
import { readCurrent } from '../../statistics/index.ts';
import { CHANGES, MEASURES } from '../measures/catalogue.ts';
import { type Figure, figureOf, type Row } from './derive.ts';
import { fingerprint, finishPart, type Part, partsNow, staleOf } from './parts-store.ts';
import { type People, perHeadOf } from './per-head.ts';

type Published = {
  area: string;
  periodKind: string;
  year: number;
  topic: string;
  breakdown: string;
  releaseId: string;
  values: (number | null)[];
  marks: (string | null)[] | null;
};

/**
 * Makes the pages' figures anew from the published rows, as the owner of the schema and in one transaction, so that a reader
 * sees the old or the new: those that rest on a table with other releases or measures than when they were last made, and no
 * others. Does nothing where catalogue and releases are as they were. Answers what was done, in a line.
 */
export async function deriveFigures(ownerUrl: string): Promise<string> {
  const client = await connectAsOwner(ownerUrl);
  try {
    await client.query('begin');
    await client.query('lock table dashboard_builds in share row exclusive mode');
    const made = await deriveAll(client);
    await client.query('commit');
    return made;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function deriveAll(client: pg.Client): Promise<string> {
  const version = await versionNow(client);
  const { rowCount } = await client.query('select 1 from dashboard_builds where version = $1', [version]);
  if (rowCount !== 0) return 'The figures of the pages are as they were';
  const parts = await partsNow(client);
  const stale = await staleOf(client, parts);
  const fresh = parts.filter((part) => !stale.includes(part)).flatMap(({ measures }) => measures);
  await client.query('delete from dashboard_figures where measure <> all ($1)', [fresh.map(({ id }) => id)]);
  let figures = 0;
  for (const part of stale) {
    figures += await deriveFrom(client, part);
    await finishPart(client, part);
  }
  await finishBuild(client, version, parts);
  const measures = stale.reduce((sum, part) => sum + part.measures.length, 0);
  return `${sayNumber(figures)} figures of ${measures} measures made for the pages`;
}

async function finishBuild(client: pg.Client, version: string, parts: readonly Part[]): Promise<void> {
  const datasets = parts.map(({ dataset }) => dataset);
  await client.query('delete from dashboard_parts where dataset <> all ($1)', [datasets]);
  await client.query(
    `insert into dashboard_builds (version, built_at, notes)
     select $1, now(), coalesce(jsonb_agg(note order by array_position($2::text[], dataset), nth), '[]')
     from dashboard_parts cross join lateral jsonb_array_elements(notes) with ordinality as said (note, nth)
     on conflict (one) do update set version = excluded.version, built_at = excluded.built_at, notes = excluded.notes`,
    [version, datasets],
  );
}

/** One fingerprint of the catalogue and of everything imported. */
async function versionNow(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ sha256: string }>(
    'select sha256 from statistics_releases order by sha256',
  );
  return fingerprint([CHANGES, MEASURES, rows.map(({ sha256 }) => sha256)]);
}

async function deriveFrom(client: pg.Client, { dataset, measures }: Part): Promise<number> {
  const topics = new Set(
    measures.flatMap(({ published }) =>
      published === null ? [] : [published.topic, ...published.by, published.ages?.topic ?? published.topic],
    ),
  );
  const indicators = await indicatorsOf(client, dataset);
  const { rows } = await client.query<Published>(
    `select area, period_kind as "periodKind", year, topic, breakdown, release_id as "releaseId", "values", marks
     from statistics_current where dataset = $1 and topic = any ($2)`,
    [dataset, [...topics]],
  );
  const read = rows.map((row) => rowOf(row, indicators.get(row.releaseId) ?? new Map()));
  const figures = read.flatMap((row) => measures.flatMap((measure) => figureOf(measure, row) ?? []));
  const perHead = measures.filter(({ published }) => published?.ages !== undefined);
  if (perHead.length > 0) {
    const people = await peopleNow(client);
    for (const measure of perHead) figures.push(...perHeadOf(measure, read, people));
  }
  // In the order of the key: an index grows at its end, and not here and there.
  figures.sort((one, other) => compare(keyOf(one), keyOf(other)));
  await copyIn(
    client,
    `copy dashboard_figures (measure, area, period_kind, year, topic, breakdown, value, numerator, denominator, mark, release_id) from stdin`,
    textsOf(valuesOf(figures)),
  );
  return figures.length;
}

/** How many live in each area in the middle of each year, as the newest release has it. */
async function peopleNow(client: pg.Client): Promise<People> {
  const rows = await readCurrent(client, { dataset: 'population', topics: [''] });
  return new Map(
    rows.flatMap(({ area, year, value }) => {
      const people = value('population_estimate');
      return people === null ? [] : [[`${area} ${year}`, people] as const];
    }),
  );
}

const keyOf = ({ measure, topic, area, year }: Figure) => `${measure} ${topic} ${area} ${year}`;
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Where each release of a dataset has its columns: they change between releases. */
async function indicatorsOf(client: pg.Client, dataset: string): Promise<Map<string, Map<string, number>>> {
  const { rows } = await client.query<{ release: string; indicators: string[] }>(
    'select release_id as release, indicators from statistics_datasets where dataset = $1',
    [dataset],
  );
  return new Map(
    rows.map(({ release, indicators }) => [release, new Map(indicators.map((name, place) => [name, place]))]),
  );
}

function rowOf({ values, marks, ...row }: Published, places: ReadonlyMap<string, number>): Row {
  return {
    ...row,
    value: (column) => values[places.get(column) ?? -1] ?? null,
    mark: (column) => marks?.[places.get(column) ?? -1] ?? null,
  };
}

function* valuesOf(figures: readonly Figure[]): Generator<Value[]> {
  for (const { measure, area, periodKind, year, topic, breakdown, ...figure } of figures) {
    const { value, numerator, denominator, mark, releaseId } = figure;
    yield [measure, area, periodKind, year, topic, breakdown, value, numerator, denominator, mark, releaseId];
  }
}

import { createHash, type Hash } from 'node:crypto';
import type pg from 'pg';
import { connectAsOwner } from '../../../platform/database/owner.ts';
import { sayNumber } from '../../../shared/words.ts';
import { readReconciliation } from '../../statistics/index.ts';
import { CHANGES, MEASURES } from '../measures/catalogue.ts';
import { type Figure, figureOf, type Row } from './derive.ts';
import { notesOf } from './notes.ts';

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

const BATCH = 20_000;

/**
 * Makes the pages' figures anew from the published rows, as the owner of the schema and in one transaction, so that a reader
 * sees the old or the new. Does nothing where catalogue and releases are as they were. Answers what was done, in a line.
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
  await client.query('delete from dashboard_figures');
  let figures = 0;
  for (const dataset of new Set(MEASURES.map(({ published }) => published?.dataset))) {
    if (dataset !== undefined) figures += await deriveFrom(client, dataset);
  }
  await client.query(
    `insert into dashboard_builds (version, built_at, notes) values ($1, now(), $2)
     on conflict (one) do update set version = excluded.version, built_at = excluded.built_at, notes = excluded.notes`,
    [version, JSON.stringify(await notesNow(client))],
  );
  return `${sayNumber(figures)} figures of ${MEASURES.length} measures made for the pages`;
}

/** Where the Department's own totals, of what is shown, are not the sums of their parts. */
async function notesNow(client: pg.Client): Promise<string[]> {
  const shown = MEASURES.flatMap(({ published }) =>
    published?.source === 'ees-ehc-plans' ? [{ ...published }] : [],
  );
  const notes: string[] = [];
  for (const [dataset, of] of Map.groupBy(shown, ({ dataset }) => dataset)) {
    const columns = of.flatMap(({ value, numerator, denominator }) => [value, numerator, ...denominator]);
    const found = await readReconciliation(client, { dataset });
    notes.push(...notesOf(found, new Set(columns.filter((column) => column !== null))));
  }
  return notes;
}

/** One fingerprint of the catalogue and of everything imported. */
async function versionNow(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ sha256: string }>(
    'select sha256 from statistics_releases order by sha256',
  );
  const hash: Hash = createHash('sha256').update(JSON.stringify([CHANGES, MEASURES]));
  for (const { sha256 } of rows) hash.update(sha256);
  return hash.digest('hex').slice(0, 20);
}

async function deriveFrom(client: pg.Client, dataset: string): Promise<number> {
  const measures = MEASURES.filter(({ published }) => published?.dataset === dataset);
  const topics = new Set(
    measures.flatMap(({ published }) => (published === null ? [] : [published.topic, ...published.by])),
  );
  const indicators = await indicatorsOf(client, dataset);
  const { rows } = await client.query<Published>(
    `select area, period_kind as "periodKind", year, topic, breakdown, release_id as "releaseId", "values", marks
     from statistics_current where dataset = $1 and topic = any ($2)`,
    [dataset, [...topics]],
  );
  const figures = rows.flatMap((published) => {
    const row = rowOf(published, indicators.get(published.releaseId) ?? new Map());
    return measures.flatMap((measure) => figureOf(measure, row) ?? []);
  });
  // In the order of the key: an index grows at its end, and not here and there.
  figures.sort((one, other) => compare(keyOf(one), keyOf(other)));
  for (let from = 0; from < figures.length; from += BATCH) {
    await insert(client, figures.slice(from, from + BATCH));
  }
  return figures.length;
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

async function insert(client: pg.Client, figures: readonly Figure[]): Promise<void> {
  if (figures.length === 0) return;
  const column = <K extends keyof Figure>(name: K) => figures.map((one) => one[name]);
  await client.query(
    `insert into dashboard_figures (measure, area, period_kind, year, topic, breakdown, value, numerator, denominator, mark, release_id)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::float8[], $8::float8[],
       $9::float8[], $10::text[], $11::uuid[])`,
    [
      column('measure'),
      column('area'),
      column('periodKind'),
      column('year'),
      column('topic'),
      column('breakdown'),
      column('value'),
      column('numerator'),
      column('denominator'),
      column('mark'),
      column('releaseId'),
    ],
  );
}

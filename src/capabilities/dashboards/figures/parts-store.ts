import { createHash } from 'node:crypto';
import type pg from 'pg';
import { readReconciliation } from '../../statistics/index.ts';
import { CHANGES, MEASURES } from '../measures/catalogue.ts';
import type { Measure } from '../measures/measure.ts';
import { notesOf } from './notes.ts';

/** The measures that are made from one table of statistics, and a fingerprint of them and of every release they rest on. */
export type Part = { dataset: string; version: string; measures: readonly Measure[] };

/** Every part of the catalogue, in its order, as the releases stand. */
export async function partsNow(client: pg.Client): Promise<Part[]> {
  const { rows } = await client.query<{ dataset: string; sha256: string }>(
    `select d.dataset, s.sha256 from statistics_datasets d join statistics_releases s on s.id = d.release_id
     order by d.dataset, s.sha256`,
  );
  const releases = Map.groupBy(rows, ({ dataset }) => dataset);
  return [...Map.groupBy(MEASURES, ({ published }) => published?.dataset)].flatMap(([dataset, measures]) => {
    if (dataset === undefined) return [];
    const perHead = measures.some(({ published }) => published?.ages !== undefined);
    const from = [dataset, ...(perHead ? ['population'] : [])].map((name) => releases.get(name) ?? []);
    return [{ dataset, measures, version: fingerprint([CHANGES[0]?.version, measures, from]) }];
  });
}

/** Those that were last made from other releases or measures, or never. */
export async function staleOf(client: pg.Client, parts: readonly Part[]): Promise<Part[]> {
  const { rows } = await client.query<{ dataset: string; version: string }>(
    'select dataset, version from dashboard_parts',
  );
  const made = new Map(rows.map(({ dataset, version }) => [dataset, version]));
  return parts.filter(({ dataset, version }) => made.get(dataset) !== version);
}

/** Writes down that a part was made, and where the Department's own totals in it, of what is shown, are not the sums of their parts. */
export async function finishPart(client: pg.Client, part: Part): Promise<void> {
  await client.query(
    `insert into dashboard_parts (dataset, version, notes) values ($1, $2, $3)
     on conflict (dataset) do update set version = excluded.version, notes = excluded.notes`,
    [part.dataset, part.version, JSON.stringify(await notesOn(client, part))],
  );
}

async function notesOn(client: pg.Client, { dataset, measures }: Part): Promise<string[]> {
  const shown = measures.flatMap(({ published }) =>
    published?.source === 'ees-ehc-plans' ? [{ ...published }] : [],
  );
  if (shown.length === 0) return [];
  const columns = shown.flatMap(({ value, numerator, denominator }) => [value, numerator, ...denominator]);
  const found = await readReconciliation(client, { dataset });
  return notesOf(found, new Set(columns.filter((column) => column !== null)));
}

export function fingerprint(of: unknown): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 20);
}

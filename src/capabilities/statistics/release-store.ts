import type pg from 'pg';
import type { PlainDate } from '../../shared/plain-date.ts';
import { type Asks, ask } from './ask-store.ts';
import { keepDefinitions } from './definition-store.ts';
import { type Difference, readDifferences, recordDifferences } from './differences-store.ts';
import { EES_FILES } from './sources/ees-layout.ts';
import { type Definition, SOURCES, type Source } from './sources/line.ts';
import { publisherOf } from './sources/publishers.ts';

/** A release as it is kept. */
export type Release = {
  id: string;
  source: Source;
  title: string;
  publisher: string;
  address: string;
  licence: string;
  publishedOn: PlainDate | null;
  reportingYear: number;
  /** 1 is the first; a later one corrects it. */
  revision: number;
  fileName: string;
  importedAt: Date;
  notes: readonly string[];
};

export type Imported = Release & {
  /** Its bytes were imported before: nothing was changed. */
  already: boolean;
  datasets: readonly { dataset: string; rows: number }[];
  /** Every figure that the revision before has otherwise. */
  differences: readonly Difference[];
};

/** What was read of a release, before it is one. */
export type Gathered = {
  id: string;
  source: Source;
  name: string;
  packed: boolean;
  sha256: string;
  datasets: {
    dataset: string;
    indicators: readonly string[];
    rates: readonly string[];
    rows: number;
    newest: Partial<Record<string, number>>;
    definitions: readonly Definition[];
  }[];
  notes: string[];
};

const COLUMNS = `id, source, title, publisher, address, licence, published_on::text as "publishedOn",
  reporting_year as "reportingYear", revision, file_name as "fileName", imported_at as "importedAt", notes`;

/** The release that has these bytes; null for none. */
export async function findRelease(client: pg.ClientBase, sha256: string): Promise<Imported | null> {
  const { rows } = await client.query<Release>(
    `select ${COLUMNS} from statistics_releases where sha256 = $1`,
    [sha256],
  );
  const [release] = rows;
  if (release === undefined) return null;
  const counted = await client.query<{ dataset: string; rows: number }>(
    `select d.dataset, (select count(*)::int from statistics_rows r where r.release_id = d.release_id and r.dataset = d.dataset)
       + case d.dataset when 'lait_dictionary' then (select count(*)::int from statistics_definitions f where f.release_id = d.release_id) else 0 end as rows
     from statistics_datasets d where d.release_id = $1 order by d.dataset`,
    [release.id],
  );
  return { ...release, already: true, datasets: counted.rows, differences: [] };
}

/**
 * Makes a release of rows that are written: further to what has the same source and reporting year and one of its tables. Where
 * its bytes were imported before, its rows go again. Only in the transaction that wrote them.
 */
export async function finishRelease(
  client: pg.ClientBase,
  gathered: Gathered,
  { path, publishedOn }: { path: string; publishedOn: PlainDate | null },
): Promise<Imported> {
  const { id, source, sha256, datasets } = gathered;
  const known = await findRelease(client, sha256);
  const names = datasets.map(({ dataset }) => dataset);
  if (known !== null) {
    await client.query('delete from statistics_rows where release_id = $1 and dataset = any($2)', [
      id,
      names,
    ]);
    return known;
  }
  const year = reportingYear(gathered);
  const before = await client.query<{ id: string; revision: number }>(
    `select id, revision from statistics_releases r where source = $1 and reporting_year = $2 and exists
       (select from statistics_datasets d where d.release_id = r.id and d.dataset = any($3)) order by revision desc limit 1`,
    [source, year, names],
  );
  const [previous] = before.rows;
  const { title, publisher, address, licence } = publisherOf(source);
  const notes = [...gathered.notes, ...missing(gathered)];
  await client.query(
    `insert into statistics_releases (id, source, title, publisher, address, licence, published_on, reporting_year, revision, sha256, file_name, notes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      source,
      title(year),
      publisher,
      address(year),
      licence,
      publishedOn,
      year,
      (previous?.revision ?? 0) + 1,
      sha256,
      gathered.packed && source === 'ees-ehc-plans' ? path.split(/[\\/]/).at(-1) : gathered.name,
      JSON.stringify(notes),
    ],
  );
  for (const { dataset, indicators, rates, definitions } of datasets) {
    await client.query(
      'insert into statistics_datasets (release_id, dataset, indicators, rates) values ($1, $2, $3, $4)',
      [id, dataset, indicators, rates],
    );
    await keepDefinitions(client, id, definitions);
  }
  const made = await findRelease(client, sha256);
  if (made === null) throw new Error('a release that was just made is not there');
  if (previous !== undefined) await recordDifferences(client, previous.id, id);
  return { ...made, already: false, differences: (await readDifferences(client, id)) ?? [] };
}

/** The January its stock is of; of flow alone, the year after, when it is published; of anything else, its newest year. */
function reportingYear({ source, datasets }: Gathered): number {
  const years = (kind: string) =>
    datasets.flatMap(({ dataset, newest }) => (dataset === 'sen2_dmo_dco' ? [] : [newest[kind] ?? 0]));
  const any = datasets.flatMap(({ newest }) => Object.values(newest).map((year) => year ?? 0));
  if (source !== 'ees-ehc-plans') return Math.max(...any);
  const [stock, flow] = [Math.max(0, ...years('January')), Math.max(0, ...years('calendar year'))];
  if (stock > 0) return stock;
  return flow > 0 ? flow + 1 : Math.max(...any);
}

function missing({ source, packed, datasets }: Gathered): string[] {
  if (!packed || source !== 'ees-ehc-plans') return [];
  return EES_FILES.filter((name) => !datasets.some(({ dataset }) => dataset === name)).map(
    (name) => `the zip file has no ${name}.csv`,
  );
}

/** Every release there is, newest first of each source. */
export function listReleases(from: Asks): Promise<Release[]> {
  return ask<Release>(
    from,
    `select ${COLUMNS} from statistics_releases
     order by array_position($1::text[], source), reporting_year desc, revision desc, file_name`,
    [SOURCES],
  );
}

import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/* Invented statistics, for tests: rows as an import leaves them. */

export type ExampleRow = {
  area: string;
  year: number;
  values: readonly (number | null)[];
  marks?: readonly (string | null)[];
  topic?: string;
  breakdown?: string;
};
type Example = {
  source: 'ees-ehc-plans' | 'neighbours' | 'inclusion-dashboard';
  dataset: string;
  periodKind: string;
  indicators: readonly string[];
  rows: readonly ExampleRow[];
  revision?: number;
};

/** What an invented dictionary says of one measure, as a release of its own. */
export async function aDictionary(
  owner: pg.Pool,
  said: { measure: string; name: string; polarity: 'High' | 'Low' | '-' | null; more?: string },
): Promise<void> {
  const release = randomUUID();
  await owner.query(
    `insert into statistics_releases (id, source, title, publisher, address, licence, reporting_year, revision, sha256, file_name)
     values ($1, 'lait-dictionary', 'Invented dictionary', 'Department of Examples', 'https://statistics.example', 'OGL', 2025, 1,
       encode(sha256($2::bytea), 'hex'), 'invented.csv')`,
    [release, release],
  );
  await owner.query(
    `insert into statistics_definitions (release_id, measure, subject, name, polarity, description)
     values ($1, $2, 'Children with SEN', $3, $4, $3 || ', in many words' || $5)`,
    [release, said.measure, said.name, said.polarity, said.more ?? ''],
  );
}

/** Puts one table of invented statistics there, as a release of its own. */
export async function aPublished(owner: pg.Pool, example: Example): Promise<void> {
  const { source, dataset, periodKind, indicators, rows, revision = 1 } = example;
  const release = randomUUID();
  await owner.query(
    `insert into statistics_releases (id, source, title, publisher, address, licence, reporting_year, revision, sha256, file_name)
     values ($1, $2, 'Invented plans', 'Department of Examples', 'https://statistics.example', 'OGL', 2025, $3,
       encode(sha256($4::bytea), 'hex'), 'invented.zip')`,
    [release, source, revision, release],
  );
  await owner.query('insert into statistics_datasets (release_id, dataset, indicators) values ($1, $2, $3)', [
    release,
    dataset,
    indicators,
  ]);
  for (const { area, year, values, marks = null, topic = '', breakdown = '' } of rows) {
    await owner.query(
      `insert into statistics_rows (release_id, dataset, area, period_kind, year, topic, breakdown, "values", marks)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [release, dataset, area, periodKind, year, topic, breakdown, values, marks],
    );
  }
}

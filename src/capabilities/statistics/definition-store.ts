import type pg from 'pg';
import { type Asks, ask } from './ask-store.ts';
import type { Definition } from './sources/line.ts';

/** Keeps what a dictionary says, with its release: only in the transaction that makes it. */
export async function keepDefinitions(
  client: pg.ClientBase,
  release: string,
  definitions: readonly Definition[],
): Promise<void> {
  await client.query(
    `insert into statistics_definitions (release_id, measure, subject, name, title, unit, polarity, description, method, owner, year_kind, addresses)
     select $1, measure, subject, name, title, unit, polarity, description, method, owner, "yearKind", addresses
     from jsonb_to_recordset($2) as given (measure text, subject text, name text, title text, unit text, polarity text,
       description text, method text, owner text, "yearKind" text, addresses text)`,
    [release, JSON.stringify(definitions)],
  );
}

/**
 * What the newest dictionary that has them says of some measures, by the short names their figures go by: once each. A measure
 * under several subjects is said as under special educational needs where it is there. None for one no dictionary has.
 */
export function readDefinitions(from: Asks, measures: readonly string[]): Promise<Definition[]> {
  return ask<Definition>(
    from,
    `select distinct on (d.measure) d.measure, d.subject, d.name, d.title, d.unit, d.polarity, d.description, d.method, d.owner,
       d.year_kind as "yearKind", d.addresses
     from statistics_definitions d join statistics_releases s on s.id = d.release_id
     where d.measure = any ($1)
     order by d.measure, s.reporting_year desc, s.revision desc, (d.subject = 'Children with SEN') desc, d.subject`,
    [measures],
  );
}

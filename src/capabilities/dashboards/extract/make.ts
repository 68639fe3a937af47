import { createHash, randomUUID } from 'node:crypto';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Database } from '../../../platform/database/index.ts';
import { recordEvent } from '../../../platform/events/index.ts';
import { withLens } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import { quarterOf } from '../live/periods.ts';
import { COLUMNS, dictionaryCsv } from './dictionary.ts';
import { listRows } from './extract-store.ts';
import { generalise } from './generalise.ts';
import { KNOWN, LADDER, type Row } from './row.ts';

/** At least so many rows are alike in all that could be known of somebody. */
export const LEAST_ALIKE = 5;

export type Extract = {
  parquet: Uint8Array;
  dictionary: string;
  rows: number;
  leftOut: number;
  before: PlainDate;
};

/**
 * An authority's cases for whoever analyses them, without names, dates or identifiers, as at the first day of the quarter. It is
 * recorded who asked for it, why, and what it was, in the transaction it is read in: no extract is made unrecorded.
 */
export function makeExtract(
  database: Database,
  asked: { authorityId: number; by: string; why: string; today: PlainDate },
): Promise<Extract> {
  const { authorityId, by, why, today } = asked;
  const before = quarterOf(today);
  return withLens(database, { kind: 'system', authorityId }, async (tx) => {
    const { rows, leftOut } = generalise(await listRows(tx, before), {
      known: KNOWN,
      ladder: LADDER,
      k: LEAST_ALIKE,
    });
    const parquet = writeParquet(rows, { authorityId, before });
    await recordEvent(tx, {
      authorityId,
      childId: null,
      kind: 'extract for analysts made',
      subject: 'extract',
      subjectId: randomUUID(),
      data: {
        by,
        why,
        rows: rows.length,
        leftOut,
        before,
        sha256: createHash('sha256').update(parquet).digest('hex'),
      },
    });
    return { parquet, dictionary: dictionaryCsv(), rows: rows.length, leftOut, before };
  });
}

function writeParquet(
  rows: readonly Row[],
  { authorityId, before }: { authorityId: number; before: PlainDate },
) {
  const columnData = COLUMNS.map((name) => ({
    name,
    data: rows.map((row) => row[name]),
    type: 'STRING' as const,
    nullable: false,
  }));
  const said = { authority: String(authorityId), before, 'least alike': String(LEAST_ALIKE) };
  const kvMetadata = Object.entries(said).map(([key, value]) => ({ key, value }));
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata }));
}

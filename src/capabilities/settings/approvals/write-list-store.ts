import type pg from 'pg';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Row } from '../cells.ts';
import { hashOf } from '../row-hash-store.ts';
import { applyLists, beginList, insertEntries } from './approvals-store.ts';

export type Approvals = {
  publishedOn: PlainDate;
  /** This very list was imported before, and nothing was changed. */
  same: boolean;
  /** Settings that are approved now and were not, and that were and are no longer. */
  approved: number;
  ended: number;
  /** Entries of the newest list that are of no setting. */
  unmatched: number;
};

/**
 * Keeps a whole list as of the day it was published, and derives from the newest list who is approved. A list older than the
 * newest is history: it changes nobody's approval.
 */
export async function writeList(
  client: pg.Client,
  publishedOn: PlainDate,
  rows: readonly Row[],
): Promise<Approvals> {
  const nothing = { approved: 0, ended: 0, unmatched: 0 };
  if (!(await beginList(client, publishedOn, hashOf(rows)))) return { publishedOn, same: true, ...nothing };
  await insertEntries(client, publishedOn, rows);
  return { publishedOn, same: false, ...(await applyLists(client)) };
}

import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Placement } from './plan.ts';
import { type ProvisionLine, provisionLines } from './provision-lines.ts';
import { findVersion } from './version-store.ts';

/** A plan as it was issued: what Section I says, and each line of Section F. */
export type Issued = {
  versionId: Uuid;
  authorityId: number;
  authorityName: string;
  planId: Uuid;
  childId: Uuid;
  number: number;
  issuedOn: PlainDate;
  sectionI: Placement;
  lines: readonly ProvisionLine[];
};

/** One version that was issued, as this lens has it: an organisation reads no more of it than it was sent. */
export async function findIssued(tx: Tx, versionId: Uuid): Promise<Issued | undefined> {
  const version = await findVersion(tx, versionId);
  if (version === undefined || version.content.sectionI === null) return undefined;
  const { authorityId, authorityName, planId, childId, number, sentOn: issuedOn, content } = version;
  const { sectionI } = version.content;
  const of = { versionId, authorityId, authorityName, planId, childId, number, issuedOn };
  return { ...of, sectionI, lines: provisionLines(content) };
}

/** The plan in force for a child, on any of their records; undefined where none has been issued. */
export async function findInForce(tx: Tx, childId: Uuid): Promise<Issued | undefined> {
  const row = await tx
    .selectFrom('plan_versions')
    .select('id')
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where('kind', '=', 'final')
    .orderBy('sent_on', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : findIssued(tx, row.id);
}

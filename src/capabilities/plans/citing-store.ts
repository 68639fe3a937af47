import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Chosen, Citation } from './citing.ts';
import { keys, type Plan } from './version-store.ts';

/** Keeps what a statement cites, as it is called today. Its pages and its place never change: citing otherwise is another. */
export async function insertCitation(
  tx: Tx,
  plan: Plan,
  { of, pages, place }: Chosen,
  by: { id: Uuid; name: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('plan_citations')
    .values({
      ...keys(plan),
      id: by.id,
      document_id: of.id,
      source: of.source.slice(0, 420),
      written_on: of.kind === 'report' ? of.writtenOn : null,
      pages: pages === null ? null : [...pages],
      place,
      cited_by: by.name,
      cited_at: by.at,
    })
    .execute();
}

/** Every citation made for a plan, and whether its report is withheld from the family now. Needs the authority's lens. */
export function listCitations(tx: Tx, planId: Uuid): Promise<(Citation & { withheld: boolean })[]> {
  return citations(tx)
    .innerJoin('documents as d', (join) =>
      join.onRef('d.authority_id', '=', 'c.authority_id').onRef('d.id', '=', 'c.document_id'),
    )
    .select('d.withheld_from_family as withheld')
    .where('c.plan_id', '=', planId)
    .execute();
}

/** What one version showed, as far as this lens may still know of the reports. */
export function listShownCitations(tx: Tx, versionId: Uuid): Promise<Citation[]> {
  return citations(tx)
    .innerJoin('plan_version_citations as shown', (join) =>
      join.onRef('shown.authority_id', '=', 'c.authority_id').onRef('shown.citation_id', '=', 'c.id'),
    )
    .where('shown.version_id', '=', versionId)
    .execute();
}

/** Keeps with a version which citations its paper shows. */
export async function insertShown(
  tx: Tx,
  plan: Plan,
  versionId: Uuid,
  shown: readonly Citation[],
): Promise<void> {
  for (const { id } of shown) {
    await tx
      .insertInto('plan_version_citations')
      .values({
        authority_id: plan.authorityId,
        version_id: versionId,
        citation_id: id,
        child_id: plan.childId,
      })
      .execute();
  }
}

function citations(tx: Tx) {
  return tx
    .selectFrom('plan_citations as c')
    .select(['c.id', 'c.document_id as documentId', 'c.source', 'c.written_on as writtenOn'])
    .select(['c.pages', 'c.place'])
    .orderBy('c.cited_at')
    .orderBy('c.id');
}

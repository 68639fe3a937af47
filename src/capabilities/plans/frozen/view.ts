import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { listShownCitations } from '../citing-store.ts';
import { contentFor } from '../recipients.ts';
import type { PlanView } from '../rendering/index.ts';
import type { findVersion } from '../version-store.ts';

/** What a version is laid out from, with nobody's address, as its paper is. */
export async function viewOf(
  tx: Tx,
  services: Services,
  version: NonNullable<Awaited<ReturnType<typeof findVersion>>>,
): Promise<PlanView> {
  const { kind, number, servedOn: on } = version;
  return {
    authority: { name: services.authority.name },
    reference: '',
    version: kind === 'draft' ? { kind, number, on } : { kind, number, on, officer: version.officer ?? '' },
    content: contentFor(version.content, { kind: 'person', id: null }, []),
    layout: 'sections',
    citations: await listShownCitations(tx, version.id),
  };
}

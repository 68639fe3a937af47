import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Placed, withPlaces } from './checking.ts';
import { checkPlan } from './checks/index.ts';
import { listShownCitations } from './citing-store.ts';
import { planSections } from './rendering/sections.ts';
import type { PlanSection } from './rendering/wording.ts';
import { findVersion } from './version-store.ts';

/** A final plan as it was issued, section by section, and what the checks find in its words as of that day. */
export type IssuedReading = {
  authorityId: number;
  childId: Uuid;
  sections: readonly PlanSection[];
  findings: readonly Placed[];
};

export async function readIssued(tx: Tx, versionId: Uuid): Promise<IssuedReading | undefined> {
  const version = await findVersion(tx, versionId);
  if (version === undefined || version.kind !== 'final') return undefined;
  const { authorityId, childId, content, number, sentOn: on, officer, authorityName } = version;
  const citations = await listShownCitations(tx, versionId);
  const sections = planSections({
    authority: { name: authorityName },
    reference: '',
    version: { kind: 'final', number, on, officer: officer ?? '' },
    content,
    layout: 'sections',
    citations,
  });
  // By its words alone: what the file says beside the plan may have changed since it was issued.
  const { findings } = checkPlan({ content, draft: false, today: on, record: null });
  return { authorityId, childId, sections, findings: withPlaces(content, findings) };
}

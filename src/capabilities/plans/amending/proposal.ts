import { NotTheirs } from '../../../platform/http/errors.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { listShownCitations } from '../citing-store.ts';
import { type Comparison, comparePlans } from '../comparing/compare.ts';
import type { IssuedPlan, PlanFacts } from '../facts.ts';
import type { PlanContent } from '../plan.ts';
import { citationsFor } from '../post.ts';
import { contentFor } from '../recipients.ts';
import type { PlanView } from '../rendering/index.ts';
import type { Plan } from '../store.ts';
import { listVersions } from '../version-store.ts';

/** The plan in force and what would become of it, compared by row and by word, as either parent may read it. */
export type Proposal = {
  inForce: Pick<IssuedPlan, 'version' | 'issuedOn'>;
  /** The plan in force as it may be read, for the copy that goes with the notice. */
  view: PlanView;
  comparison: Comparison;
};

/** What the draft being written proposes. Needs the authority's lens. */
export async function proposalBeingWritten(
  tx: Tx,
  { plan, facts, reference }: { plan: Plan; facts: PlanFacts; reference: string },
): Promise<Proposal> {
  const { content } = facts.working;
  const citations = await citationsFor(tx, plan, content);
  return proposal(tx, await inForceNow(tx, { plan, facts, reference }), { content, citations });
}

/** What a notice that was sent proposes: its own words, whatever has been written since. */
export async function proposalSent(
  tx: Tx,
  of: { plan: Plan; facts: PlanFacts; reference: string },
  versionId: Uuid,
): Promise<Proposal> {
  const { served } = of.facts;
  if (served === null) throw new NotTheirs();
  const { content } = served;
  const citations = await listShownCitations(tx, versionId);
  return proposal(tx, await inForceNow(tx, of), { content, citations });
}

/** The plan that is to be amended: as it was issued, and the version that is. */
export type Amended = {
  reference: string;
  inForce: Pick<IssuedPlan, 'version' | 'issuedOn' | 'officer' | 'content'>;
  finalId: Uuid | undefined;
};

async function inForceNow(
  tx: Tx,
  { plan, facts: { inForce }, reference }: { plan: Plan; facts: PlanFacts; reference: string },
): Promise<Amended> {
  if (inForce === null) throw new NotTheirs();
  const final = (await listVersions(tx, plan.id)).findLast(({ kind }) => kind === 'final');
  return { reference, inForce, finalId: final?.id };
}

/** What some words would make of a plan. */
export async function proposal(
  tx: Tx,
  { reference, inForce, finalId }: Amended,
  { content, citations }: { content: PlanContent; citations: PlanView['citations'] },
): Promise<Proposal> {
  const { version: number, issuedOn: on, officer } = inForce;
  const shared = { reference, authority: { name: '' }, layout: 'sections' } as const;
  const view: PlanView = {
    ...shared,
    citations: finalId === undefined ? [] : await listShownCitations(tx, finalId),
    version: { kind: 'final', number, on, officer },
    content: contentFor(inForce.content, NOBODY, []),
  };
  // Where the setting is named is left out of what is compared: it is decided after the family is heard, and said apart.
  const before = { ...view, content: { ...view.content, sectionI: null } };
  const says = { ...contentFor(content, NOBODY, []), sectionI: null };
  const after: PlanView = { ...shared, citations, content: says, version: asDraft(on) };
  return { inForce, view, comparison: comparePlans(before, after) };
}

function asDraft(on: PlainDate) {
  return { kind: 'draft', number: 0, on } as const;
}

const NOBODY = { kind: 'person', id: null } as const;

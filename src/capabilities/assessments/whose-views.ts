import type { Uuid } from '../../shared/uuid.ts';
import { mayAsk } from './asking.ts';
import type { AssessmentFacts } from './assessment.ts';
import type { Paragraph } from './paragraphs.ts';

type Asked = { paragraph: Paragraph; returnedOn: unknown; contactId: Uuid | null };

/** The request for views that is one person's to answer; `their own` where another was asked, and they have not said theirs. */
export type Slot<A> = { kind: 'asked'; asked: A } | { kind: 'their own' } | { kind: 'none' };

/**
 * Where one of a family gives their views (reg. 6(1)(a)). Each parent may give theirs: what one was asked is not another's to
 * answer, and one who was not asked is not shut out because the other was. `contactId` is who they are on the file.
 */
export function slotFor<A extends Asked>(
  facts: AssessmentFacts,
  everyone: readonly A[],
  contactId: Uuid | null,
): Slot<A> {
  const views = everyone.filter(({ paragraph }) => paragraph === 'a');
  const open = views.filter(({ returnedOn }) => returnedOn === null);
  const theirs = open.find((one) => contactId === null || one.contactId === contactId);
  const asked = theirs ?? open.find((one) => one.contactId === null);
  if (asked !== undefined) return { kind: 'asked', asked };
  const gave = views.some((one) => contactId === null || one.contactId === contactId);
  return views.length > 0 && !gave && mayAsk(facts).ok ? { kind: 'their own' } : { kind: 'none' };
}

import { type Deadline, getDeadline, VARIANT_LAW, type Variant } from '../../law/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** The authority's own time limits on a request, as one choice on the form. */
export const OURS = 'ours';

export type AskedOf = {
  id: Uuid;
  organisationId: Uuid | null;
  receivedOn: PlainDate;
  /** The kind of advice, and who was asked. */
  words: string;
};

/** The time limits an exception may be to: the authority's own together, by the law of its kind, or that of one piece of advice. */
export function limitsOf(
  request: { receivedOn: PlainDate; variant: Variant },
  asked: AskedOf | null,
): readonly Deadline[] {
  if (asked !== null) return [getDeadline('T02', { from: asked.receivedOn })];
  const { decide, noPlan, finalPlan } = VARIANT_LAW[request.variant].clocks;
  return [decide, noPlan, finalPlan].map((id) => getDeadline(id, { from: request.receivedOn }));
}

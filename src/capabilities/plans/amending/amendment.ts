import { type Deadline, getDeadline } from '../../../law/index.ts';
import { isBefore, type PlainDate } from '../../../shared/plain-date.ts';
import { accepted } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { changesBetween } from '../changes.ts';
import { type PlanRefusal, type PlanResult, refuse } from '../citations.ts';
import type { IssuedPlan, PlanFacts } from '../facts.ts';
import { hearingRefusal } from '../finalising.ts';
import type { WorkingDraft } from '../sections.ts';
import { AMENDING } from './citations.ts';

/** An amendment of an issued plan, as it was begun, and the notice of it once one is sent. */
export type Amendment = {
  id: Uuid;
  number: number;
  /** The day of the review meeting it follows (reg. 22); null where there was no review (reg. 28). */
  reviewMeetingOn: PlainDate | null;
  why: string;
  begunOn: PlainDate;
  begunBy: string;
  /** The day the first notice of it was sent, which starts the eight weeks; null until one is. */
  noticeSentOn: PlainDate | null;
};

/** How an amendment ended: in an amended plan, or in none. */
export type AmendmentEnd = {
  how: 'issued' | 'withdrawn' | 'not amended';
  on: PlainDate;
  reasons: string;
};

export type Begin = { reviewMeetingOn: PlainDate | null; why: string };

/** Whether an amendment may be begun: of a plan that was issued, one at a time. */
export function mayAmend({ inForce, amendment }: PlanFacts): PlanResult<IssuedPlan> {
  if (amendment !== null)
    return refuse('plan', 'An amendment of this plan is open already', AMENDING.amending);
  if (inForce !== null) return accepted(inForce);
  return refuse('plan', 'This plan is not final yet. Change the draft instead', AMENDING.amending);
}

/** Begins an amendment, after a review or without one. Refuses a meeting still to come. */
export function beginAmendment(facts: PlanFacts, begin: Begin, today: PlainDate): PlanResult<IssuedPlan> {
  const may = mayAmend(facts);
  if (!may.ok) return may;
  const { reviewMeetingOn, why } = begin;
  if (why.trim() === '') return refuse('why', 'Enter why the plan is to be amended', AMENDING.amending);
  if (reviewMeetingOn !== null && isBefore(today, reviewMeetingOn)) {
    const message = 'The day of the review meeting must be today or in the past';
    return refuse('reviewMeetingOn', message, AMENDING.afterReview);
  }
  return may;
}

/** The draft an amendment begins from: the rows as issued, with each section's count raised, so that nothing typed for an earlier draft is saved over it. */
export function draftFromIssued({ content }: IssuedPlan, before: WorkingDraft): WorkingDraft {
  const { sectionI: _, ...says } = content;
  const { versions } = before;
  const raised = Object.fromEntries(Object.entries(versions).map(([section, count]) => [section, count + 1]));
  return { content: { ...says, sectionI: null }, versions: { ...versions, ...raised } };
}

/** Whether anything is proposed: a notice of nothing is none. */
export function proposesNothing({ inForce, working }: Pick<PlanFacts, 'inForce' | 'working'>): boolean {
  return inForce === null || changesBetween(inForce.content, working.content).length === 0;
}

/**
 * Ends an amendment without an amended plan. Before a notice was sent it is withdrawn. After one the authority may decide
 * not to amend, once the family has been heard, and notifies it with reasons (reg. 22(4)).
 */
export function endAmendment(
  facts: PlanFacts,
  reasons: string,
  today: PlainDate,
): PlanResult<'withdrawn' | 'not amended'> {
  const { amendment } = facts;
  if (amendment === null) return refuse('plan', 'No amendment of this plan is open', AMENDING.amending);
  if (reasons.trim() === '') {
    const message = 'Enter the reasons for not amending the plan, for the family to read';
    return refuse('reasons', amendment.noticeSentOn === null ? 'Enter why' : message, AMENDING.notAmending);
  }
  if (amendment.noticeSentOn === null) return accepted('withdrawn');
  return notYetDecided(facts, today) ?? accepted('not amended');
}

/** Why it may not be decided today whether to amend: the family has still to be heard. Null once it has been. */
export function notYetDecided(facts: PlanFacts, today: PlainDate): PlanRefusal | null {
  return facts.served === null ? null : hearingRefusal(facts, facts.served, today);
}

/** The clocks of an amendment, and when each was done: notice after a review in four weeks, the outcome in eight. */
export function amendmentClocks(
  { reviewMeetingOn, noticeSentOn }: Pick<Amendment, 'reviewMeetingOn' | 'noticeSentOn'>,
  endedOn: PlainDate | null,
): { deadline: Deadline; doneOn: PlainDate | null }[] {
  const notice =
    reviewMeetingOn === null
      ? []
      : [{ deadline: getDeadline('T10', { from: reviewMeetingOn }), doneOn: noticeSentOn ?? endedOn }];
  if (noticeSentOn === null) return notice;
  return [...notice, { deadline: getDeadline('T11', { from: noticeSentOn }), doneOn: endedOn }];
}

/**
 * The commissioning body's agreement as it stands for an amendment: what was agreed for the plan in force stands while
 * Section G is unchanged, and no longer once it is.
 */
export function agreementStanding(
  agreed: PlanFacts['healthAgreement'],
  before: boolean,
  { inForce, working }: Pick<PlanFacts, 'inForce' | 'working'>,
): PlanFacts['healthAgreement'] {
  if (agreed === null || inForce === null || !before) return agreed;
  const touched = changesBetween(inForce.content, working.content).some(({ at }) =>
    at.startsWith('health/provisions/'),
  );
  return touched ? null : agreed;
}

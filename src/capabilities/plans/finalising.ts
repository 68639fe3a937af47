import { isBefore, type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { type Change, canonicalJson, changesBetween } from './changes.ts';
import { checkedOf } from './checking.ts';
import { CITES, type PlanRefusal, type PlanResult, refuse } from './citations.ts';
import type { AnsweredChange, IssuedPlan, Meeting, PlanFacts, Representation, ServedDraft } from './facts.ts';
import { decideNaming } from './naming/decide.ts';
import type { NamingAnswers } from './naming/decision.ts';
import type { Mainstream } from './naming/mainstream.ts';
import type { FinalContent, Placement } from './plan.ts';
import type { Hash } from './serving.ts';
import { stopping } from './stopping.ts';

export type Finalise = {
  issuedOn: PlainDate;
  officer: string;
  placement: Placement;
  /** Each change from the served draft, with the representations it answers. */
  changes: readonly AnsweredChange[];
  /** What is answered at each step of the decision on Section I. */
  naming: NamingAnswers;
  /** What the register says of the settings asked for and named. */
  register: Mainstream;
};

/**
 * Makes the plan final: the served draft, changed only as representations asked, with Section I. Refuses, each with its
 * provision: while the family still has time; while any representation waits for an answer or a
 * meeting asked for has not been held; a decision on Section I out of
 * the law's order, or without its grounds and reasons (`decideNaming`); health provision the commissioning body has not agreed;
 * and any other difference from the served draft, which needs a new draft (Code 9.125).
 */
export function finalise(
  facts: PlanFacts,
  act: Finalise,
  hash: Hash,
  today: PlainDate,
): PlanResult<IssuedPlan> {
  const served = servedDraft(facts);
  if (!served.ok) return served;
  const { sectionI: _, ...written } = facts.working.content;
  const content: FinalContent = { ...written, sectionI: act.placement };
  const changes = changesBetween(served.value.content, content);
  const { placement, naming: answers, issuedOn, register } = act;
  const naming = decideNaming(facts, { placement, answers, issuedOn, register });
  const refusal =
    actRefusal(act, today) ??
    hearingRefusal(facts, served.value, act.issuedOn) ??
    (naming.ok ? null : naming) ??
    changesRefusal(changes, act.changes, heardOn(served.value, facts.representations)) ??
    stoppedRefusal(content, facts, act.issuedOn);
  if (refusal !== null) return refusal;
  if (!naming.ok) return naming;
  return accepted({
    version: facts.issuedBefore + 1,
    issuedOn: act.issuedOn,
    officer: act.officer.trim(),
    content,
    contentHash: hash(canonicalJson(content)),
    changes: changes.map(({ at }) => ({ at, representationIds: answersFor(at, act.changes) })),
    preferenceNotFollowed: null,
    naming: naming.value,
  });
}

/** Why a plan may not be made final today, whatever setting is decided on; empty when it may. */
export function notYetFinal(facts: PlanFacts, today: PlainDate): PlanRefusal[] {
  const served = servedDraft(facts);
  if (!served.ok) return [served];
  return [
    familysTimeRefusal(facts, served.value, today),
    unansweredRefusal(facts.representations),
    meetingRefusal(facts.meetings),
    ...stopping({ ...checkedOf(facts, today), draft: false }, facts),
  ].filter((refusal) => refusal !== null);
}

/** Why the family has still to be heard: time they have left, a comment not answered, a meeting not held. Null once they have been. */
export function hearingRefusal(facts: PlanFacts, served: ServedDraft, on: PlainDate): PlanRefusal | null {
  return (
    familysTimeRefusal(facts, served, on) ??
    unansweredRefusal(facts.representations) ??
    meetingRefusal(facts.meetings)
  );
}

function servedDraft(facts: PlanFacts): PlanResult<ServedDraft> {
  if (facts.issued !== null) {
    return refuse(
      'plan',
      'This plan is final already. Start an amendment to change it',
      CITES.changesAfterDraft,
    );
  }
  if (facts.served === null) return refuse('draft', 'Serve a draft first', CITES.draftAndViews);
  if (facts.redraftingSince !== null) {
    return refuse('draft', 'A new draft is being written. Serve it first', CITES.changesAfterDraft);
  }
  return accepted(facts.served);
}

// At a field of its own: a section's is for what differs from the draft served.
function stoppedRefusal(content: FinalContent, facts: PlanFacts, today: PlainDate): PlanRefusal | null {
  const [refusal] = stopping({ ...checkedOf(facts, today), content, draft: false }, facts);
  return refusal === undefined ? null : { ...refusal, field: 'findings' };
}

function actRefusal(act: Finalise, today: PlainDate): PlanRefusal | null {
  if (isBefore(today, act.issuedOn)) {
    return refuse('issuedOn', 'The day the plan is issued must be today or in the past', CITES.viewsPeriod);
  }
  if (act.officer.trim() !== '') return null;
  return refuse('officer', 'Enter the name of the officer who signs the plan', CITES.planContents);
}

// The family may give up the rest of their 15 days, but only by saying so, with a preference (or none) on record.
function familysTimeRefusal(facts: PlanFacts, served: ServedDraft, issuedOn: PlainDate): PlanRefusal | null {
  const over = isBefore(served.lastDayForViews, issuedOn);
  const finished = facts.finishedOn !== null && !isBefore(issuedOn, facts.finishedOn);
  const until = sayDate(served.lastDayForViews);
  const others = facts.notFinished.join(' and ');
  if (!over && finished && facts.preference !== null && others !== '') {
    const has = `${others} ${facts.notFinished.length > 1 ? 'have' : 'has'} the draft too`;
    const wait = `until the end of ${until}, or until they say they have finished`;
    return refuse('issuedOn', `${has}, and their own time: wait ${wait}`, CITES.viewsPeriod);
  }
  if (over || (finished && facts.preference !== null)) return null;
  const message = `The family has until the end of ${until} to comment and ask for a setting. Wait until then, or until they say they have finished`;
  return refuse('issuedOn', message, CITES.viewsPeriod);
}

function unansweredRefusal(representations: readonly Representation[]): PlanRefusal | null {
  const waiting = representations.filter(({ answer }) => answer === null).length;
  if (waiting === 0) return null;
  const message = `Answer every comment first. ${waiting === 1 ? '1 is' : `${waiting} are`} waiting`;
  return refuse('representations', message, CITES.representations);
}

// Asking to meet an officer is part of making representations: s. 38(2)(b) lets the family require it.
function meetingRefusal(meetings: readonly Meeting[]): PlanRefusal | null {
  if (meetings.every(({ settled }) => settled !== null)) return null;
  const message = 'Hold the meeting the family asked for, or record that they no longer want it';
  return refuse('meetings', message, CITES.meeting);
}

// What was said of an earlier draft was for the next draft to answer; it cannot excuse a change to this one.
function heardOn({ number }: ServedDraft, representations: readonly Representation[]): Representation[] {
  return representations.filter(({ draftNumber }) => draftNumber === number);
}

function changesRefusal(
  changes: readonly Change[],
  marked: readonly AnsweredChange[],
  representations: readonly Representation[],
): PlanRefusal | null {
  const agreed = new Set(
    representations
      .filter(({ answer }) => answer !== null && answer.outcome !== 'declined')
      .map(({ id }) => id),
  );
  for (const change of changes) {
    const ids = answersFor(change.at, marked);
    if (ids.length === 0) {
      const message = `“${change.section}” differs from the draft that was served, and no comment asked for it. Serve a new draft, or put back the words that were served`;
      return refuse(change.section, message, CITES.changesAfterDraft);
    }
    if (ids.some((id) => !agreed.has(id))) {
      const message = `A change in “${change.section}” is marked with a comment that was not accepted`;
      return refuse(change.section, message, CITES.changesAfterDraft);
    }
  }
  return null;
}

function answersFor(at: string, marked: readonly AnsweredChange[]): string[] {
  return marked.filter((change) => change.at === at).flatMap(({ representationIds }) => representationIds);
}

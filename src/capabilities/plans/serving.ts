import { getDeadline, isWorkingDay } from '../../law/index.ts';
import { addDays, isBefore, type PlainDate } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { canonicalJson } from './changes.ts';
import { checkedOf } from './checking.ts';
import { CITES, type PlanRefusal, type PlanResult, refuse } from './citations.ts';
import type { PlanFacts, ServedDraft } from './facts.ts';
import { stopping } from './stopping.ts';

/** SHA-256 in the running service. Passed in, because a rule uses no machinery. */
export type Hash = (canonical: string) => string;

export type Service = { sentOn: PlainDate; servedOn: PlainDate };

/**
 * Serves the working draft on the parent or young person (s. 38(1), reg. 13(1)(a)) and opens the 15 days for their views.
 * Refuses content that may not go out (a need without provision above all), a day of sending still to come, service
 * before sending, and any draft once the plan is final.
 */
export function serveDraft(
  facts: PlanFacts,
  service: Service,
  hash: Hash,
  today: PlainDate,
): PlanResult<ServedDraft> {
  const { content } = facts.working;
  const [refused] = notYetOpen(facts);
  if (refused !== undefined) return refused;
  if (isBefore(today, service.sentOn)) {
    return refuse('sentOn', 'The day the draft was sent must be today or in the past', CITES.draftAndViews);
  }
  if (isBefore(service.servedOn, service.sentOn)) {
    return refuse('servedOn', 'The draft cannot be served before it is sent', CITES.draftAndViews);
  }
  const [refusal] = stopping({ ...checkedOf(facts, today), draft: true }, facts);
  if (refusal !== undefined) return refusal;
  return accepted({
    number: (facts.served?.number ?? facts.draftsBefore) + 1,
    ...service,
    lastDayForViews: lastDayForViews(service.servedOn),
    content,
    contentHash: hash(canonicalJson(content)),
  });
}

/** Why the working draft may not be served today; empty when it may. */
export function notYetServable(facts: PlanFacts, today: PlainDate): PlanRefusal[] {
  return [...notYetOpen(facts), ...stopping({ ...checkedOf(facts, today), draft: true }, facts)];
}

function notYetOpen({ issued }: PlanFacts): PlanRefusal[] {
  if (issued === null) return [];
  return [refuse('draft', 'This plan is final. Start an amendment to change it', CITES.changesAfterDraft)];
}

/** What the facts become once a draft is served: the family's part begins again for this draft, and nothing is lost. */
export function afterServing(facts: PlanFacts, served: ServedDraft): PlanFacts {
  return { ...facts, served, finishedOn: null, redraftingSince: null };
}

/** The 15th day of the "15 days beginning with the day on which the draft plan was served": service is the first. */
export function lastDayForViews(servedOn: PlainDate): PlainDate {
  return getDeadline('T05', { from: servedOn }).due;
}

/**
 * The day a draft is taken to be served: at once when it is handed over or sent electronically; by first-class post, the
 * second working day after posting (Interpretation Act 1978, s. 7). Our reading of the post rule, with medium confidence.
 */
export function servedWhenSent(sentOn: PlainDate, how: 'electronically' | 'by post'): PlainDate {
  if (how === 'electronically') return sentOn;
  let day = sentOn;
  for (let passed = 0; passed < 2; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) passed += 1;
  }
  return day;
}

/**
 * Turns back to drafting because the authority itself wants a change (Code 9.125): what was served stands in the record,
 * and a new draft must be served. Refuses before a draft is served and once the plan is final.
 */
export function beginNewDraft(facts: PlanFacts, on: PlainDate): PlanResult<PlanFacts> {
  const may = mayBeginNewDraft(facts);
  return may.ok ? accepted({ ...facts, redraftingSince: on }) : may;
}

/** Whether drafting may begin again now. */
export function mayBeginNewDraft({ served, issued }: PlanFacts): PlanResult<null> {
  if (served === null) return refuse('draft', 'Serve a draft first', CITES.draftAndViews);
  if (issued === null) return accepted(null);
  return refuse('draft', 'This plan is final. Start an amendment to change it', CITES.changesAfterDraft);
}

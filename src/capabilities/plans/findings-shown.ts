import { getDeadline } from '../../law/index.ts';
import { isBefore, type PlainDate } from '../../shared/plain-date.ts';
import { amendmentClocks } from './amending/amendment.ts';
import { canonicalJson } from './changes.ts';
import { checkedOf, type Placed } from './checking.ts';
import type { Finding } from './checks/check.ts';
import { advisedNeedPlaced } from './checks/rules/advised-need-placed.ts';
import type { PlanFacts } from './facts.ts';
import { sha256 } from './hash.ts';
import { references } from './links.ts';
import { SECTION_TITLES, sectionHref } from './section-titles.ts';
import { holdsFor, stoppedBy } from './stopping.ts';

/* What the pages of a plan show of what the checks found. */

/** The row a finding is about, or the part of the draft where it is put right. */
export function whereIs(planId: string, names: ReadonlyMap<string, string>, { rule, place, row }: Placed) {
  if (rule === advisedNeedPlaced.id) return { href: `/plans/${planId}/advice-needs`, text: 'The advice' };
  const name = names.get(row ?? '');
  if (name !== undefined) return { href: `${sectionHref(planId, place)}#${row}`, text: name };
  return { href: sectionHref(planId, place), text: placeTitle(place) };
}

export function placeTitle(place: Placed['place']): string {
  if (place === 'areas') return 'Needs';
  return place === 'sectionI' ? 'Section I' : SECTION_TITLES[place];
}

/** What a form calls a finding: another one as soon as its words change. */
export function nameOf({ rule, section, row, text }: Finding): string {
  return sha256(canonicalJson({ rule, section, row, text })).slice(0, 16);
}

/** What the form of a stopped plan shows: each finding by its name, and where it is put right. */
export function stoppedProps(planId: string, facts: PlanFacts, today: PlainDate) {
  const names = references(facts.working.content);
  return stoppedBy(checkedOf(facts, today), facts).map((finding) => ({
    name: nameOf(finding),
    href: whereIs(planId, names, finding).href,
    finding,
  }));
}

/** Each exception recorded, and whether what it was for is still found. */
export function exceptionsOf(facts: PlanFacts, today: PlainDate) {
  const found = stoppedBy(checkedOf(facts, today), { exceptions: [] });
  return facts.exceptions.map((exception) => ({
    exception,
    holds: found.some((finding) => holdsFor(exception, finding)),
  }));
}

/** A day the law gives for sending what is written, and whether it has gone. */
export type Due = { what: string; on: PlainDate; over: boolean; provision: string };

/** The days the law gives for sending this plan, or the amendment of it that is open: no finding moves them. */
export function daysDue(
  { amendment }: Pick<PlanFacts, 'amendment'>,
  receivedOn: PlainDate | null,
  today: PlainDate,
): Due[] {
  const deadlines =
    amendment !== null
      ? amendmentClocks(amendment, null).filter(({ doneOn }) => doneOn === null)
      : receivedOn === null
        ? []
        : [{ deadline: getDeadline('T04', { from: receivedOn }) }];
  return deadlines.map(({ deadline: { rule, due } }) => ({
    what: WHAT_IS_DUE.get(rule.id) ?? rule.name,
    on: due,
    over: isBefore(due, today),
    provision: rule.cite.provision,
  }));
}

const WHAT_IS_DUE = new Map([
  ['T04', 'The final plan'],
  ['T10', 'The decision after the review, with any notice of amendment,'],
  ['T11', 'The amended plan, or notice that there is none,'],
]);

import { getDeadline } from '../../law/index.ts';
import { isBefore, type PlainDate } from '../../shared/plain-date.ts';
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

/** The day the final plan is due, and whether it has gone: no finding moves it (reg. 13(2)). */
export function finalDue(receivedOn: PlainDate | null, today: PlainDate) {
  if (receivedOn === null) return null;
  const { due } = getDeadline('T04', { from: receivedOn });
  return { on: due, over: isBefore(due, today) };
}

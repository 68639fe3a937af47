import { kept } from '../../shared/kept.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Check, Checked, Finding, PlanRecord } from './checks/check.ts';
import { checkPlan, type Grade, PLAN_CHECKS } from './checks/index.ts';
import type { PlanFacts } from './facts.ts';
import { AREAS, type Area, type AreaName, type PlanContent } from './plan.ts';
import { EDITABLE_SECTIONS, type EditableSection } from './sections.ts';

/** Where in a draft something is put right; `areas` is any area of need, `sectionI` has no place in a draft. */
export type Place = EditableSection | 'areas' | 'sectionI';
export type Placed = Finding & { place: Place };

/** What is known beside the plan and its acts: read wherever staff are shown what the checks find. */
export type Beside = Omit<PlanRecord, 'healthAgreement'>;
const NOTHING: Beside = {
  wholeReports: [],
  unplacedNeeds: [],
  lastReviewOn: null,
  limits: { adviceMonths: null, readingAge: null },
};

/** What every rule finds in the draft as it now stands: on its pages as on the command line. */
export function checkDraft(
  facts: PlanFacts,
  today: PlainDate,
  beside: Beside,
): { findings: Placed[]; grade: Grade } {
  const { content } = facts.working;
  const { findings, grade } = checkOnce(checkedOf(facts, today, beside));
  return { findings: withPlaces(content, findings), grade };
}

// Whoever writes opens one part after another of a draft that says the same.
const checkOnce = kept(50, checkPlan, (plan) => JSON.stringify(plan));

/** What is written, as the rules take it: for the draft that is served next, or the final plan. */
export function checkedOf(facts: PlanFacts, today: PlainDate, beside: Beside = NOTHING): Checked {
  const { working, served, redraftingSince, healthAgreement } = facts;
  const draft = served === null || redraftingSince !== null;
  return { content: working.content, draft, today, record: { healthAgreement, ...beside } };
}

/** Each finding with the part of the draft where it is put right. */
export function withPlaces(content: PlanContent, findings: readonly Finding[]): Placed[] {
  const areas = areasOfRows(content);
  return findings.map((one) => ({ ...one, place: placeOf(areas, one) }));
}

/** The rule that found it, with its law. */
export function checkOf({ rule }: Pick<Finding, 'rule'>): Check | undefined {
  return PLAN_CHECKS.find(({ id }) => id === rule);
}

function placeOf(areas: ReadonlyMap<string, AreaName>, { section, row }: Finding): Place {
  const area = areas.get(row ?? '');
  if (area !== undefined) return area;
  if (section === 'I') return 'sectionI';
  return EDITABLE_SECTIONS.find((one) => one === section) ?? 'areas';
}

function areasOfRows({ areas }: PlanContent): ReadonlyMap<string, AreaName> {
  return new Map(
    AREAS.flatMap((name) => {
      const { needs, provisions, outcomes }: Area = areas[name];
      return [...needs, ...provisions, ...outcomes].map(({ id }) => [id, name] as const);
    }),
  );
}

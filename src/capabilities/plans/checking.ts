import type { PlainDate } from '../../shared/plain-date.ts';
import type { Check, Checked, Finding } from './checks/check.ts';
import { blockingIn, checkPlan, type Grade, PLAN_CHECKS } from './checks/index.ts';
import { CITES, type PlanRefusal, refuse } from './citations.ts';
import type { PlanFacts } from './facts.ts';
import { AREAS, type Area, type AreaName, type PlanContent } from './plan.ts';
import { EDITABLE_SECTIONS, type EditableSection } from './sections.ts';

/** Where in a draft something is put right; `areas` is any area of need, `sectionI` has no place in a draft. */
export type Place = EditableSection | 'areas' | 'sectionI';
export type Placed = Finding & { place: Place };

/** What every rule finds in the draft as it now stands: on its pages as on the command line. */
export function checkDraft(facts: PlanFacts, today: PlainDate): { findings: Placed[]; grade: Grade } {
  const { content } = facts.working;
  const { findings, grade } = checkPlan(checkedOf(facts, today));
  const areas = areasOfRows(content);
  return { findings: findings.map((one) => ({ ...one, place: placeOf(areas, one) })), grade };
}

/**
 * Why this content may not go to a family; empty when it may. The same rules stand before a draft is served and before a
 * plan is made final.
 */
export function stopping(checked: Checked): PlanRefusal[] {
  const areas = areasOfRows(checked.content);
  return blockingIn(checked).map((finding) => {
    const said = `${finding.suggestion}${finding.text === '' ? '' : `: ${short(finding.text)}`}`;
    return refuse(placeOf(areas, finding), said, checkOf(finding)?.cite ?? CITES.planContents);
  });
}

/** The draft being written, as the rules take it. */
export function checkedOf({ working }: PlanFacts, today: PlainDate): Checked {
  return { content: working.content, draft: true, today };
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

function short(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 77)}…`;
}

import type { Uuid } from '../../shared/uuid.ts';
import {
  AREAS,
  type Area,
  type AreaName,
  type Need,
  type Outcome,
  type PlanContent,
  type Provision,
} from './plan.ts';

/** One need, the provision that meets it, and the outcomes that provision is for: the template's row. */
export type Thread = { need: Need; provisions: readonly Provision[]; outcomes: readonly Outcome[] };

/** The area's rows as the national template lays them out; a shared provision or outcome stands in each row it serves. */
export function threads(area: Area): Thread[] {
  return area.needs.map((need) => {
    const provisions = area.provisions.filter((provision) => provision.needIds.includes(need.id));
    const served = new Set(provisions.map((provision) => provision.id));
    return {
      need,
      provisions,
      outcomes: area.outcomes.filter((o) => o.provisionIds.some((id) => served.has(id))),
    };
  });
}

/** Needs that no stated provision meets. A provision whose support is blank is not provision. */
export function needsWithoutProvision(area: Area): Need[] {
  const met = new Set(area.provisions.filter((p) => p.what.trim() !== '').flatMap((p) => p.needIds));
  return area.needs.filter((need) => !met.has(need.id));
}

/** Ids that a link names and nothing carries, and ids that two rows carry. Empty when every link leads somewhere. */
export function brokenLinks(area: Area): Uuid[] {
  const needs = new Set(area.needs.map((need) => need.id));
  const provisions = new Set(area.provisions.map((provision) => provision.id));
  const ids = [...area.needs, ...area.provisions, ...area.outcomes].map((row) => row.id);
  return [
    ...area.provisions.flatMap((provision) => provision.needIds.filter((id) => !needs.has(id))),
    ...area.outcomes.flatMap((outcome) => outcome.provisionIds.filter((id) => !provisions.has(id))),
    ...ids.filter((id, at) => ids.indexOf(id) !== at),
  ];
}

/** The area without a row, and without any link to it: taking a need away never leaves a link that leads nowhere. */
export function withoutRow<A extends Area>(area: A, id: Uuid): A {
  return {
    ...area,
    needs: area.needs.filter((need) => need.id !== id),
    provisions: area.provisions
      .filter((provision) => provision.id !== id)
      .map((provision) => ({ ...provision, needIds: provision.needIds.filter((needId) => needId !== id) })),
    outcomes: area.outcomes
      .filter((outcome) => outcome.id !== id)
      .map((outcome) => ({ ...outcome, provisionIds: outcome.provisionIds.filter((other) => other !== id) })),
  };
}

const NEED_SECTION = { health: 'C', 'social care': 'D' } as const satisfies Partial<Record<AreaName, string>>;

/** Section B for the four areas, C for health, D for social care. */
export function needSection(area: AreaName): 'B' | 'C' | 'D' {
  return area === 'health' || area === 'social care' ? NEED_SECTION[area] : 'B';
}

/**
 * A short name for every row, counted through the whole plan in order: B1, B2 … C1 … F1 … H1.1 … E1. People use these
 * to speak of a row, and the tables use them to show which need a provision meets.
 */
export function references(content: PlanContent): ReadonlyMap<Uuid, string> {
  const counts = new Map<string, number>();
  const names = new Map<Uuid, string>();
  const name = (id: Uuid, section: string) => {
    const count = (counts.get(section) ?? 0) + 1;
    counts.set(section, count);
    names.set(id, /\d$/.test(section) ? `${section}.${count}` : `${section}${count}`);
  };
  for (const areaName of AREAS) {
    const area: Area = content.areas[areaName];
    for (const need of area.needs) name(need.id, needSection(areaName));
    for (const provision of area.provisions) name(provision.id, provision.section);
    for (const outcome of area.outcomes) name(outcome.id, 'E');
  }
  return names;
}

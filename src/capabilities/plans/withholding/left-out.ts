import type { Uuid } from '../../../shared/uuid.ts';
import { capital } from '../../../shared/words.ts';
import { AREAS, type AreaName, type PlanContent } from '../plan.ts';

/** A part of a plan that is left out whole: an area with all that stands in it, or another section. */
export type Part = 'services' | 'a1' | 'a2' | AreaName | 'j' | 'advice';

/** A part, or a statement by its identity. */
export type LeftOut = Part | Uuid;

/** Every part that may be left out, in the order of the plan. */
export const PARTS: readonly Part[] = ['services', 'a1', 'a2', ...AREAS, 'j', 'advice'];

export function isPart(key: string): key is Part {
  return PARTS.some((part) => part === key);
}

export function sayPart(part: Part): string {
  switch (part) {
    case 'services':
      return 'The services involved with the child';
    case 'a1':
      return 'Section A: the child’s history, and how to communicate with them';
    case 'a2':
      return 'Section A: views, interests and aspirations';
    case 'j':
      return 'Section J: direct payments and the personal budget';
    case 'advice':
      return 'All the advice and reports: what they say, and what reports are called';
    default:
      return `${capital(part)}: its needs, provision and outcomes`;
  }
}

/** What is left out whole by these passages. */
export function leftOutOf(passages: readonly { leftOut?: readonly LeftOut[] | undefined }[]): LeftOut[] {
  return passages.flatMap(({ leftOut }) => leftOut ?? []);
}

/** The statements that are left out, by themselves or with their area. */
export function rowsLeftOut({ areas }: Pick<PlanContent, 'areas'>, leftOut: readonly LeftOut[]): Uuid[] {
  const chosen = new Set<string>(leftOut);
  return AREAS.flatMap((name) => {
    const { needs, provisions, outcomes } = areas[name];
    const ids = [...needs, ...provisions, ...outcomes].map(({ id }) => id);
    return chosen.has(name) ? ids : ids.filter((id) => chosen.has(id));
  });
}

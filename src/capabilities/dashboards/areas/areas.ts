import { ENGLAND, AREAS as KNOWN, type Area as Known } from '../../../platform/reference/areas.ts';

/* Everything that has figures: England, its nine regions, its 153 authorities, and those that are no more. */

export { ENGLAND } from '../../../platform/reference/areas.ts';

/** An area as pages know it; `slug` is how its address says it. */
export type Area = Pick<Known, 'code' | 'name' | 'kind' | 'region' | 'before' | 'abolished'> & {
  slug: string;
};

/** England first, then regions from north to south, then authorities by name, then those abolished. */
export const AREAS: readonly Area[] = KNOWN.map(({ onsCode, ...area }) => ({
  ...area,
  slug: area.kind === 'authority' ? area.code : slugOf(area.name),
})).sort((one, other) => placeOf(one) - placeOf(other) || byName(one, other));

const BY_CODE: ReadonlyMap<string, Area> = new Map(AREAS.map((area) => [area.code, area]));
const BY_SLUG: ReadonlyMap<string, Area> = new Map(AREAS.map((area) => [area.slug, area]));

/** The 153 there are. */
export const AUTHORITIES: readonly Area[] = AREAS.filter(
  ({ kind, abolished }) => kind === 'authority' && abolished === null,
);
export const REGION_AREAS: readonly Area[] = AREAS.filter(({ kind }) => kind === 'region');

export function areaAt(slug: string): Area | undefined {
  return BY_SLUG.get(slug);
}

export function areaOf(code: string): Area | undefined {
  return BY_CODE.get(code);
}

/** The area itself, its region where it has one, and England: what a page compares it with at once. */
export function lineOf(area: Area): Area[] {
  const region = area.region === null ? undefined : BY_CODE.get(area.region);
  const country = area.code === ENGLAND ? undefined : BY_CODE.get(ENGLAND);
  return [area, region, country].filter((one) => one !== undefined);
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

function placeOf({ kind, abolished }: Area): number {
  return { country: 0, region: 1, authority: 2 }[kind] + (abolished === null ? 0 : 1);
}

/** Regions stand as they were given, from the north to the south. */
function byName(one: Area, other: Area): number {
  return one.kind === 'region' ? 0 : one.name.localeCompare(other.name, 'en-GB');
}

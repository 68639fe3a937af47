import type { PlainDate } from '../../shared/plain-date.ts';
import { PHASES, type Phase } from './phases.ts';
import { isSpecialSchool } from './today.ts';

/** What children and places are narrowed to; null: all. */
export type Filters = { phase: Phase | null; need: string | null; area: string | null };
export const EVERYTHING: Filters = { phase: null, need: null, area: null };

export const PLACE_KINDS = ['special school', 'SEN unit', 'resourced provision'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** So many places for children of these ages, both in it, and for one need, or for any the setting provides for. */
export type PlacesLine = { need: string | null; from: number; to: number; places: number };

/** The places of one kind at one setting. */
export type SettingPlaces = {
  settingId: string;
  name: string;
  kind: PlaceKind;
  /** An independent school's places are the authority's only where it buys them: they are shown, and not counted. */
  independent: boolean;
  /** The first half of its postcode. */
  area: string | null;
  /** The needs it provides for, by the codes of the SEN2 return. */
  needs: readonly string[];
  /** Null where neither the register nor the setting says how many. */
  lines: readonly PlacesLine[] | null;
  /** The day the setting said so; null where the figure is the register's. */
  saidOn: PlainDate | null;
};

/** A school or unit that might be opened. */
export type WhatIf = {
  kind: PlaceKind;
  places: number;
  from: number;
  phase: Phase | null;
  need: string | null;
};

/** What register and setting give between them of one setting; each may be missing. */
export type Known = {
  settingId: string;
  name: string;
  type: string | null;
  ageFrom: number | null;
  ageTo: number | null;
  postcode: string | null;
  needTypes: readonly string[];
  capacity: number | null;
  resourcedProvisionCapacity: number | null;
  senUnitCapacity: number | null;
  said: {
    needs: readonly string[] | null;
    places: { lines: readonly PlacesLine[]; saidOn: PlainDate } | null;
    units: { unit: number; resourced: number; saidOn: PlainDate } | null;
  };
};

/** Ages that a new school is for where no phase is chosen: reception to the end of sixth form. */
const ALL_AGES = { from: 4, to: 18 };

/**
 * The places of a setting, by kind: what it says of itself where it has said, else what the register has. A special school
 * whose places nobody gives is there without a number. A mainstream school's ordinary places are not counted: a plan is not
 * what they are planned by.
 */
export function placesOf(known: Known): SettingPlaces[] {
  const { settingId, name, said } = known;
  const needs = (said.needs ?? known.needTypes).map(codeOf);
  const type = known.type ?? '';
  const about = {
    settingId,
    name,
    area: areaOf(known.postcode),
    needs,
    independent: /other independent/i.test(type),
  };
  const of = (kind: PlaceKind, places: number | null, saidOn: PlainDate | null): SettingPlaces[] =>
    places === null || (places === 0 && kind !== 'special school')
      ? kind === 'special school'
        ? [{ ...about, kind, saidOn, lines: null }]
        : []
      : [{ ...about, kind, saidOn, lines: [{ need: null, ...agesOf(known), places }] }];
  const units = said.units;
  return [
    ...(!isSpecialSchool(type)
      ? []
      : said.places === null
        ? of('special school', known.capacity, null)
        : [
            {
              ...about,
              kind: 'special school' as const,
              saidOn: said.places.saidOn,
              lines: linesOf(said.places.lines),
            },
          ]),
    ...of('SEN unit', units === null ? known.senUnitCapacity : units.unit, units?.saidOn ?? null),
    ...of(
      'resourced provision',
      units === null ? known.resourcedProvisionCapacity : units.resourced,
      units?.saidOn ?? null,
    ),
  ];
}

function linesOf(lines: readonly PlacesLine[]): PlacesLine[] {
  return lines.map((line) => ({ ...line, need: line.need === null ? null : codeOf(line.need) }));
}

function agesOf({ ageFrom, ageTo }: Known): { from: number; to: number } {
  const from = ageFrom ?? ALL_AGES.from;
  // A register's upper age is the one they leave at.
  return { from, to: Math.max(from, ageTo === null ? ALL_AGES.to : ageTo - 1) };
}

/** `SpLD - Specific Learning Difficulty`, as the register writes a need, is SPLD. */
function codeOf(need: string): string {
  return (need.split(' - ')[0] ?? need).trim().toUpperCase();
}

/** The first half of a postcode, in which the places of an area are; null without a postcode. */
export function areaOf(postcode: string | null): string | null {
  const compact = (postcode ?? '').replace(/\s+/g, '').toUpperCase();
  return compact.length >= 5 ? compact.slice(0, -3) : null;
}

/**
 * How many places there are for these children: a school's are spread evenly over its ages, and are for every need it
 * provides for, so that the places for each need come to more than there are. Without numbers there are none to count.
 */
export function countPlaces(of: readonly SettingPlaces[], { phase, need, area }: Filters): number {
  return of
    .filter((one) => !one.independent && (area === null || one.area === area))
    .flatMap(({ lines, needs }) => (lines ?? []).map((line) => ({ ...line, needs })))
    .filter((line) => need === null || (line.need === null ? line.needs.includes(need) : line.need === need))
    .reduce((sum, line) => sum + line.places * shareIn(line, phase), 0);
}

function shareIn({ from, to }: PlacesLine, phase: Phase | null): number {
  if (phase === null) return 1;
  const inPhase = Math.min(to, PHASES[phase].to) - Math.max(from, PHASES[phase].from) + 1;
  return Math.max(0, inPhase) / (to - from + 1);
}

/** How many places a school or unit that might be opened would add for these children in January of a year. */
export function placesAdded(whatIf: WhatIf | null, filters: Filters, year: number): number {
  if (whatIf === null || year < whatIf.from) return 0;
  const { kind, places, phase, need } = whatIf;
  const ages = phase === null ? ALL_AGES : PHASES[phase];
  const lines = [{ need, from: ages.from, to: ages.to, places }];
  const about = { settingId: '', name: '', independent: false, area: null, saidOn: null };
  // Where no need is chosen it is for any.
  const needs = need === null && filters.need !== null ? [filters.need] : [];
  return countPlaces([{ ...about, kind, needs, lines }], { ...filters, area: null });
}

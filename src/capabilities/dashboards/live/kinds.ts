/* How what is recorded is counted under the Department's own headings (caseload.csv, data guidance 2025). */

export const PLACEMENT_KINDS = [
  'mainstream',
  'special',
  'alternative provision',
  'further education',
  'non-maintained early years',
  'educated elsewhere',
  'not recorded',
] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/** A place as it is recorded, and what the register says of its setting; null where nothing is recorded. */
export type Place = {
  kind: string;
  atSetting: boolean;
  type: string | null;
  typeGroup: string | null;
  earlyYears: boolean;
} | null;

/**
 * The Department's heading for a place. A setting of another kind than those listed, and one that is not on the register, is
 * "educated elsewhere", as are those without a place (footnotes 2 and 3).
 */
export function placementKind(place: Place): PlacementKind {
  if (place === null) return 'not recorded';
  if (!place.atSetting) return 'educated elsewhere';
  const [type, group] = [place.type ?? '', place.typeGroup ?? ''];
  if (/pupil referral|alternative provision/i.test(type)) return 'alternative provision';
  // Special post-16 institutions are with further education; every other that is special is a special school.
  if (/post.?16|further education|sixth form|16.?(to|-).?19|ukrlp/i.test(type) || /colleges/i.test(group))
    return 'further education';
  if (/special/i.test(type) || /special schools/i.test(group)) return 'special';
  if (place.earlyYears || /private nursery/i.test(type)) return 'non-maintained early years';
  if (/online|welsh|offshore|overseas|secure|service children|miscellaneous/i.test(`${type} ${group}`))
    return 'educated elsewhere';
  return MAINSTREAM.test(`${type} ${group}`) ? 'mainstream' : 'educated elsewhere';
}

const MAINSTREAM =
  /academ|free school|maintained school|independent|community|voluntary|foundation|nursery school|technology college|technical college|studio school/i;

/** The needs as the release names its columns; Down syndrome under other (footnote 1). */
const NEED_BREAKDOWNS: Readonly<Record<string, string>> = {
  ASD: 'asd',
  DS: 'oth',
  HI: 'hi',
  MLD: 'mld',
  MSI: 'msi',
  OTH: 'oth',
  PD: 'pd',
  PMLD: 'pmld',
  SEMH: 'semh',
  SLCN: 'slcn',
  SLD: 'sld',
  SPLD: 'spld',
  VI: 'vi',
};
export const NEED_NAMES = [...new Set(Object.values(NEED_BREAKDOWNS)), 'unknown'];

export function needName(need: string | null): string {
  return (need === null ? undefined : NEED_BREAKDOWNS[need]) ?? 'unknown';
}

const YOUNGEST = 3;
const OLDEST = 25;
export const AGE_NAMES = [
  'under 3',
  ...Array.from({ length: OLDEST - YOUNGEST + 1 }, (_, past) => `age ${YOUNGEST + past}`),
  'over 25',
];

/** An age as the release says it; it has none over 25, since no plan lasts longer. */
export function ageName(age: number): string {
  if (age < YOUNGEST) return 'under 3';
  return age > OLDEST ? 'over 25' : `age ${age}`;
}

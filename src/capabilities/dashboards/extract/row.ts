import type { Ladder } from './generalise.ts';

/* One request, or one plan written elsewhere, as an analyst may have it. */

export type Row = {
  year_received: string;
  age: string;
  sex: string;
  ethnicity: string;
  primary_need: string;
  placement: string;
  outcome: string;
  months_to_decide: string;
  months_to_assess: string;
  months_to_make_plan: string;
  within_20_weeks: string;
  exception: string;
};

export const ANY = 'any';

/** What somebody could know of a child from elsewhere, and so find them by; the rest is what they would be finding out. */
export const KNOWN = [
  'year_received',
  'age',
  'sex',
  'ethnicity',
  'primary_need',
  'placement',
] as const satisfies readonly (keyof Row)[];

/** What is made less exact first is what says least of how the area is doing. */
export const LADDER: Ladder<Row> = [
  { ethnicity: ({ ethnicity }) => ethnicGroup(ethnicity) },
  { age: ({ age }) => ageBand(age) },
  { primary_need: ({ primary_need }) => needArea(primary_need) },
  { ethnicity: () => ANY },
  { placement: () => ANY },
  { primary_need: () => ANY },
  { sex: () => ANY },
  { age: () => ANY },
  { year_received: () => ANY },
];

/** A stretch of days as months, in bands: no date can be worked out. */
export function monthsBand(days: number | null): string {
  if (days === null) return 'not applicable';
  const months = days / 30.4375;
  const band = BANDS.find(({ below }) => months < below);
  return band?.name ?? '12 or more';
}
const BANDS = [
  { below: 1, name: 'under 1' },
  { below: 2, name: '1 to 2' },
  { below: 3, name: '2 to 3' },
  { below: 5, name: '3 to 5' },
  { below: 8, name: '5 to 8' },
  { below: 12, name: '8 to 12' },
];

function ageBand(age: string): string {
  const years = Number(age);
  if (Number.isNaN(years)) return age;
  if (years < 5) return '0 to 4';
  if (years < 11) return '5 to 10';
  return years < 16 ? '11 to 15' : '16 to 25';
}

function ethnicGroup(code: string): string {
  return ETHNIC_GROUPS[code] ?? 'not known';
}
const ETHNIC_GROUPS: Readonly<Record<string, string>> = {
  ...of('White', ['WBRI', 'WIRI', 'WIRT', 'WOTH', 'WROM']),
  ...of('Mixed', ['MWBC', 'MWBA', 'MWAS', 'MOTH']),
  ...of('Asian', ['AIND', 'APKN', 'ABAN', 'AOTH', 'CHNE']),
  ...of('Black', ['BCRB', 'BAFR', 'BOTH']),
  ...of('another', ['OOTH']),
};

/** The four areas of need of the Code of Practice (6.28 to 6.35). */
function needArea(need: string): string {
  return NEED_AREAS[need] ?? 'other or not known';
}
const NEED_AREAS: Readonly<Record<string, string>> = {
  ...of('communication and interaction', ['asd', 'slcn']),
  ...of('cognition and learning', ['mld', 'sld', 'pmld', 'spld']),
  ...of('social, emotional and mental health', ['semh']),
  ...of('sensory or physical', ['hi', 'vi', 'msi', 'pd']),
};

function of(name: string, codes: readonly string[]): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, name]));
}

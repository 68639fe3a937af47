import type { PlainDate } from '../../shared/plain-date.ts';

/** A setting as the directory shows it: what the national register says, blank where it says nothing. */
export type Setting = {
  id: string;
  urn: number | null;
  ukprn: string | null;
  name: string;
  laCode: number | null;
  laName: string | null;
  type: string | null;
  typeGroup: string | null;
  status: string | null;
  closedOn: PlainDate | null;
  phase: string | null;
  ageFrom: number | null;
  ageTo: number | null;
  gender: string | null;
  boarding: string | null;
  addressLines: readonly string[];
  postcode: string | null;
  website: string | null;
  phone: string | null;
  capacity: number | null;
  pupils: number | null;
  pupilsWithPlan: number | null;
  pupilsWithSenSupport: number | null;
  section41: boolean | null;
  hospital: boolean | null;
  needTypes: readonly string[];
  resourcedProvision: string | null;
  resourcedProvisionCapacity: number | null;
  resourcedProvisionOnRoll: number | null;
  senUnitCapacity: number | null;
  senUnitOnRoll: number | null;
  importedAt: Date;
  /** Of a nursery or childminder without a URN. */
  ofstedNumber: string | null;
  /** When an authority said that there is such a setting; null of those a national file has. */
  addedAt: Date | null;
};

/** A setting that came before this one, or after it, or beside it, as the register links them. */
export type SettingLink = {
  /** Null where the register no longer holds it. */
  id: string | null;
  urn: number;
  name: string | null;
  /** `Successor`, `Predecessor - merged` and so on. */
  kind: string;
  establishedOn: PlainDate | null;
};

export const PHASES = [
  'Nursery',
  'Primary',
  'Middle deemed primary',
  'Secondary',
  'Middle deemed secondary',
  'All-through',
  '16 plus',
  'Not applicable',
] as const;

/** A phase that says something: what the register calls “Not applicable” does not. */
export function phaseSaid(phase: string | null): string | null {
  return phase === 'Not applicable' ? null : phase;
}

/** The needs a setting may say it provides for, as the register writes them. */
export const NEED_TYPES = [
  'ASD - Autistic Spectrum Disorder',
  'HI - Hearing Impairment',
  'MLD - Moderate Learning Difficulty',
  'MSI - Multi-Sensory Impairment',
  'OTH - Other Difficulty/Disability',
  'PD - Physical Disability',
  'PMLD - Profound and Multiple Learning Difficulty',
  'SEMH - Social, Emotional and Mental Health',
  'SLCN - Speech, language and Communication',
  'SLD - Severe Learning Difficulty',
  'SpLD - Specific Learning Difficulty',
  'VI - Visual Impairment',
] as const;

/** The need a code such as `asd` stands for, or null when it is none of the register's. */
export function needTypeOf(code: string): string | null {
  return NEED_TYPES.find((need) => need.toLowerCase().startsWith(`${code.toLowerCase()} - `)) ?? null;
}

/** A website as an address that can be followed; null when what the register has is not one. */
export function webAddress(website: string | null): string | null {
  if (website === null) return null;
  const url = URL.parse(/^https?:\/\//i.test(website) ? website : `http://${website}`);
  const followed = url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.');
  return followed && url.username === '' ? url.href : null;
}

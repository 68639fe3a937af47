/** The types of need that a primary need is recorded as: item 5.8a of the SEN2 return. */
export const NEEDS = [
  'ASD',
  'DS',
  'HI',
  'MLD',
  'MSI',
  'OTH',
  'PD',
  'PMLD',
  'SEMH',
  'SLCN',
  'SLD',
  'SPLD',
  'VI',
] as const;
export type PrimaryNeed = (typeof NEEDS)[number];

export const NEED_WORDS = {
  ASD: 'Autistic spectrum disorder',
  DS: 'Down syndrome',
  HI: 'Hearing impairment',
  MLD: 'Moderate learning difficulty',
  MSI: 'Multi-sensory impairment',
  OTH: 'Other difficulty',
  PD: 'Physical disability',
  PMLD: 'Profound and multiple learning difficulty',
  SEMH: 'Social, emotional and mental health',
  SLCN: 'Speech, language and communication needs',
  SLD: 'Severe learning difficulty',
  SPLD: 'Specific learning difficulty',
  VI: 'Vision impairment',
} as const satisfies Record<PrimaryNeed, string>;

/** Each, as a form offers it. */
export const NEED_ITEMS = NEEDS.map((value) => ({ value, text: NEED_WORDS[value] }));

/** A need out of its code; null for none that is known. */
export function needOf(code: string | null): PrimaryNeed | null {
  return NEEDS.find((one) => one === code) ?? null;
}

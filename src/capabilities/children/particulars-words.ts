import { sayDate } from '../../shared/plain-date.ts';
import type { Part, Particulars } from './particulars.ts';

/** The Department's main codes of ethnicity, as the school census and the SEN2 return use them. */
export const ETHNICITIES: Readonly<Record<string, string>> = {
  WBRI: 'White: British',
  WIRI: 'White: Irish',
  WIRT: 'White: Traveller of Irish heritage',
  WROM: 'White: Gypsy or Roma',
  WOTH: 'White: any other White background',
  MWBC: 'Mixed: White and Black Caribbean',
  MWBA: 'Mixed: White and Black African',
  MWAS: 'Mixed: White and Asian',
  MOTH: 'Mixed: any other mixed background',
  AIND: 'Asian: Indian',
  APKN: 'Asian: Pakistani',
  ABAN: 'Asian: Bangladeshi',
  AOTH: 'Asian: any other Asian background',
  BCRB: 'Black: Caribbean',
  BAFR: 'Black: African',
  BOTH: 'Black: any other Black background',
  CHNE: 'Chinese',
  OOTH: 'Any other ethnic group',
  REFU: 'Prefers not to say',
  NOBT: 'Not yet obtained',
};

/** Why neither a UPN nor a ULN is held: item 1.7c of the SEN2 return. */
export const UPN_UNKNOWN: Readonly<Record<string, string>> = {
  UN1: 'Under 6, and has no UPN yet',
  UN2: 'Has never attended a state-funded school, and has no UPN',
  UN3: 'Educated outside England',
  UN5: 'Sources conflict, so none can be relied on',
  UN8: 'New to the authority, within a week of the end of the collection period',
  UN9: 'A young person who has never attended a state school or further education',
  UN10: 'The request ended before the number was known',
};

export const SEXES: Readonly<Record<string, string>> = { F: 'Female', M: 'Male' };

export const PART_WORDS = {
  names: 'Names',
  birth: 'Birth and sex',
  ethnicity: 'Ethnicity',
  languages: 'Languages',
  numbers: 'Numbers',
} as const satisfies Record<Part, string>;

export const FIELD_WORDS = {
  givenNames: 'Given names',
  familyName: 'Family name',
  preferredName: 'Name they are called by',
  bornOn: 'Date of birth',
  sex: 'Sex',
  ethnicity: 'Ethnicity',
  firstLanguage: 'First language',
  homeLanguages: 'Languages at home',
  interpreter: 'Interpreter needed',
  bsl: 'British Sign Language',
  upn: 'Unique pupil number (UPN)',
  uln: 'Unique learner number (ULN)',
  upnUnknown: 'Why there is no UPN or ULN',
  nhsNumber: 'NHS number',
  nhsUnknown: 'Why the NHS number is not known',
} as const satisfies Record<keyof Particulars, string>;

/** One particular in words; null where there is nothing to say. */
export function sayField(field: keyof Particulars, of: Particulars): string | null {
  switch (field) {
    case 'bornOn':
      return sayDate(of.bornOn);
    case 'sex':
      return of.sex === null ? null : (SEXES[of.sex] ?? of.sex);
    case 'ethnicity':
      return of.ethnicity === null ? null : `${ETHNICITIES[of.ethnicity] ?? ''} (${of.ethnicity})`;
    case 'upnUnknown':
      return of.upnUnknown === null ? null : (UPN_UNKNOWN[of.upnUnknown] ?? of.upnUnknown);
    case 'bsl':
      return of.bsl ? 'Yes' : null;
    case 'nhsNumber':
      return of.nhsNumber?.replace(/^(...)(...)/, '$1 $2 ') ?? null;
    default:
      return of[field];
  }
}

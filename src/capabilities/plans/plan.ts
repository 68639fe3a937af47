import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';

/**
 * What an EHC plan says, typed as the national template lays it out. Needs, provision and outcomes are kept once, as
 * linked rows; the sections that reg. 12(1) wants "separately identified" (A to K) and the template's rows
 * (need | provision | outcome) are two views of the same facts.
 */
export type PlanContent = {
  personalDetails: PersonalDetails;
  /** Parent or carer 1 (or the young person, applying independently) first; at most two. */
  mainContacts: readonly MainContact[];
  servicesInvolved: ServicesInvolved;
  /** Section A, first part: history, and how to communicate with and involve the child. At most 500 words. */
  a1: string;
  /** Section A, second part: the child's, parent's or young person's own account. */
  a2: Views;
  areas: Areas;
  /** Section J: null where nothing is to be secured by a direct payment. */
  directPayments: DirectPayments | null;
  /** Section J, second part: absent where nobody has asked for a personal budget (s. 49). */
  personalBudget?: PersonalBudget;
  /** Section K: the advice and information from the assessment, asked for and had. */
  advice: readonly AdviceEntry[];
};

/** A draft cannot name a setting, or even a type of setting (s. 38(5)): there is nowhere to put one. */
export type DraftContent = PlanContent & { sectionI: null };

export type FinalContent = PlanContent & { sectionI: Placement };

export type PersonalDetails = {
  forename: string;
  middleNames: string;
  surname: string;
  preferredName: string;
  dateOfBirth: PlainDate;
  sex: string;
  ethnicity: string;
  firstLanguage: string;
  parentFirstLanguage: string;
};

export type MainContact = {
  personId: Uuid | null;
  name: string;
  relationship: string;
  email: string;
  telephone: string;
  address: string;
  /** Shown to no one but this person, whoever else receives the plan. */
  addressWithheld: boolean;
};

export type ServicesInvolved = {
  educationSetting: { name: string; identifier: string };
  gpAndKeyHealthProfessional: string;
  nhsNumber: string;
  knownToSocialCare: boolean;
  otherProfessionals: readonly string[];
  lookedAfterNow: boolean;
  lookedAfterBefore: boolean;
  onePageProfileReceived: boolean;
  /** The authority the child moves from with a plan; null when they do not. */
  movingFrom: string | null;
};

export type Views = {
  views: string;
  interests: string;
  strengths: string;
  aspirations: string;
  /** How the views were collected, and by whom. */
  howCollected: string;
};

/** The Code's four broad areas, in the Code's order (6.28 to 6.35). */
export const EDUCATION_AREAS = [
  'communication and interaction',
  'cognition and learning',
  'social, emotional and mental health',
  'sensory and/or physical',
] as const;
export const AREAS = [...EDUCATION_AREAS, 'health', 'social care'] as const;

export type EducationArea = (typeof EDUCATION_AREAS)[number];
export type AreaName = (typeof AREAS)[number];

export type Areas = Record<EducationArea, Area<'F'>> & {
  health: Area<'G'>;
  'social care': Area<'H1' | 'H2'>;
};

export type ProvisionSection = 'F' | 'G' | 'H1' | 'H2';

/** Links stay within their area: provision points at the needs it meets, an outcome at the provision that serves it. */
export type Area<Section extends ProvisionSection = ProvisionSection> = {
  strengths: string;
  needs: readonly Need[];
  provisions: readonly Provision<Section>[];
  outcomes: readonly Outcome[];
};

/** Where a statement comes from: a signed piece of advice, or a report on the child's file (`citing.ts`). */
export type Source = { adviceId: Uuid; page: number | null } | { citationId: Uuid };

/** Section B, C or D, by area. */
export type Need = {
  id: Uuid;
  text: string;
  evidence: string;
  sources: readonly Source[];
};

/** Section F, G, H1 or H2. Answers the template's five prompts, and when it is reviewed. */
export type Provision<Section extends ProvisionSection = ProvisionSection> = {
  id: Uuid;
  section: Section;
  /** Many to many: one provision may meet several needs, and one need may take several provisions. */
  needIds: readonly Uuid[];
  what: string;
  /** Who provides it, with what qualification or expertise. */
  who: string;
  ratio: string;
  frequency: string;
  durationEachTime: string;
  review: string;
  /** Anything the prompts have no place for. */
  text: string;
  /** Helps to prepare for adulthood and independent living, which F, G and H must do from Year 9 (reg. 12(3)). */
  preparesForAdulthood?: true;
  sources: readonly Source[];
};

/** Section E. Never itself provision. */
export type Outcome = {
  id: Uuid;
  provisionIds: readonly Uuid[];
  text: string;
  steps: string;
  byWhen: string;
  /** How progress is checked, and by whom (Code 9.69). */
  monitoring?: string;
  /** The part of adult life it is for; absent where none is said. */
  adulthood?: Adulthood;
  sources: readonly Source[];
};

/** What an outcome may prepare for in adult life, after the template’s themes and the Code (8.9 to 8.12). */
export const ADULTHOOD = [
  'education and employment',
  'independent living',
  'friends and taking part in society',
  'being as healthy as possible',
] as const;
export type Adulthood = (typeof ADULTHOOD)[number];

export type PersonalBudget = { amount: string; use: string; agreements: string };

export type DirectPayments = { details: string; arrangements: string };

/** The template's rows of Section K, after reg. 6(1)(a) to (h). */
export const ADVICE_KINDS = [
  'parent, child or young person',
  'education',
  'medical',
  'educational psychologist',
  'social care',
  'any other person the authority thinks appropriate',
  'preparation for adulthood and independent living',
  'any person the parent or young person reasonably requests',
] as const;
export type AdviceKind = (typeof ADVICE_KINDS)[number];

export type AdviceEntry = {
  adviceId: Uuid;
  kind: AdviceKind;
  requestedOn: PlainDate | null;
  receivedOn: PlainDate | null;
  from: string;
  appended: boolean;
};

/** Section I: a name and a type; a type alone; or, under s. 61, education other than in a school or college. */
export type Placement =
  | { kind: 'named'; settings: readonly [NamedSetting, ...NamedSetting[]] }
  | { kind: 'type only'; type: SettingType; attendance: Attendance }
  | { kind: 'otherwise than in a school'; arrangements: string };

export type NamedSetting = {
  settingId: Uuid;
  name: string;
  type: SettingType;
  attendance: Attendance;
};

export const ATTENDANCES = [
  'daily',
  'weekly residential',
  'termly residential',
  '52-week residential',
] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** s. 38(3)(a) to (f), then what lies outside it. "Maintained school" leaves out hospital schools and PRUs (s. 83(2)). */
export const SETTING_TYPES = [
  'maintained school',
  'maintained nursery school',
  'Academy',
  'further education institution',
  'non-maintained special school',
  'independent institution approved under section 41',
  'pupil referral unit',
  'hospital special school',
  'independent school not approved under section 41',
  'independent post-16 institution not approved under section 41',
  'early years provider',
  'other',
] as const;
export type SettingType = (typeof SETTING_TYPES)[number];

export function emptyArea<Section extends ProvisionSection>(): Area<Section> {
  return { strengths: '', needs: [], provisions: [], outcomes: [] };
}

export function emptyAreas(): Areas {
  return {
    'communication and interaction': emptyArea(),
    'cognition and learning': emptyArea(),
    'social, emotional and mental health': emptyArea(),
    'sensory and/or physical': emptyArea(),
    health: emptyArea(),
    'social care': emptyArea(),
  };
}

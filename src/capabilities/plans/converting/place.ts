import { capital } from '../../../shared/words.ts';
import { needSection } from '../links.ts';
import { AREAS, type AreaName, type ProvisionSection } from '../plan.ts';

/* Where a passage of somebody's file goes in a plan. */

/** The parts of a plan that are one text each, in the words staff choose them by. */
export const FIELDS = {
  name: 'Name of the child or young person',
  givenNames: 'Given names',
  familyName: 'Family name',
  preferredName: 'Preferred name',
  dateOfBirth: 'Date of birth',
  sex: 'Sex',
  ethnicity: 'Ethnicity',
  firstLanguage: 'First language',
  parentFirstLanguage: 'First language of the parent or carer',
  upn: 'Unique pupil number',
  nhsNumber: 'NHS number',
  homeAddress: 'Home address of the child',
  reference: 'The authority’s own reference',
  'contact 1 name': 'Main contact 1: name',
  'contact 1 relationship': 'Main contact 1: relationship',
  'contact 1 email': 'Main contact 1: email',
  'contact 1 telephone': 'Main contact 1: telephone',
  'contact 1 address': 'Main contact 1: address',
  'contact 2 name': 'Main contact 2: name',
  'contact 2 relationship': 'Main contact 2: relationship',
  'contact 2 email': 'Main contact 2: email',
  'contact 2 telephone': 'Main contact 2: telephone',
  'contact 2 address': 'Main contact 2: address',
  setting: 'Setting attended',
  gp: 'GP and key health professional',
  otherProfessionals: 'Other professionals involved',
  movingFrom: 'Authority the child moved from',
  knownToSocialCare: 'Known to social care',
  lookedAfterNow: 'Looked after now',
  lookedAfterBefore: 'Looked after before',
  onePageProfile: 'One page profile received',
  A1: 'Section A1: history',
  'A2 views': 'Section A2: views',
  'A2 interests': 'Section A2: interests',
  'A2 strengths': 'Section A2: strengths',
  'A2 aspirations': 'Section A2: aspirations',
  'A2 how': 'Section A2: how the views were collected',
  I: 'Section I: placement',
  J: 'Section J: direct payments',
  'J arrangements': 'Section J: arrangements for direct payments',
  'J amount': 'Section J: personal budget, how much',
  'J use': 'Section J: personal budget, what for',
  'J agreements': 'Section J: personal budget, what was agreed',
  issuedOn: 'The day the plan was issued',
  officer: 'The officer who signed the plan',
} as const;
export type Field = keyof typeof FIELDS;

export const NEED_PARTS = { text: 'The need', evidence: 'Evidence' } as const;
export const PROVISION_PARTS = {
  what: 'The provision',
  who: 'Who provides it',
  ratio: 'Ratio',
  frequency: 'How often',
  durationEachTime: 'How long each time',
  review: 'Start and review',
  text: 'Anything else',
} as const;
export const OUTCOME_PARTS = {
  text: 'The outcome',
  steps: 'Steps towards it',
  byWhen: 'By when',
  monitoring: 'How progress is checked',
} as const;
export const ADVICE_PARTS = {
  kind: 'What was asked for',
  from: 'Who from',
  requestedOn: 'Day asked for',
  receivedOn: 'Day received',
  appended: 'Appended',
} as const;

/** `row` is what the rows are told apart by: N1, P1, O1 and K1 on, through the whole file. */
export type Place =
  | { kind: 'field'; field: Field }
  | { kind: 'strengths'; area: AreaName }
  | { kind: 'need'; area: AreaName; row: string; part: keyof typeof NEED_PARTS }
  | {
      kind: 'provision';
      area: AreaName;
      section: ProvisionSection;
      row: string;
      part: keyof typeof PROVISION_PARTS;
    }
  | { kind: 'outcome'; area: AreaName; row: string; part: keyof typeof OUTCOME_PARTS }
  | { kind: 'advice'; row: string; part: keyof typeof ADVICE_PARTS };

export type RowKind = 'need' | 'provision' | 'outcome' | 'advice';
export const ROW_LETTERS = { need: 'N', provision: 'P', outcome: 'O', advice: 'K' } as const;

/** The part of a row that the row stands for: its own words. */
export const MAIN_PART = { need: 'text', provision: 'what', outcome: 'text', advice: 'from' } as const;

/** The sections of provision an area may have. */
export function provisionSections(area: AreaName): readonly ProvisionSection[] {
  if (area === 'health') return ['G'];
  return area === 'social care' ? ['H1', 'H2'] : ['F'];
}

/** A place in words, as staff read it beside the passage. */
export function sayPlace(place: Place): string {
  switch (place.kind) {
    case 'field':
      return FIELDS[place.field];
    case 'strengths':
      return `${capital(place.area)}: strengths`;
    case 'need':
      return `Section ${needSection(place.area)}, ${place.area}: need ${place.row}${partWords(place.part, NEED_PARTS, 'text')}`;
    case 'provision':
      return `Section ${place.section}, ${place.area}: provision ${place.row}${partWords(place.part, PROVISION_PARTS, 'what')}`;
    case 'outcome':
      return `Section E, ${place.area}: outcome ${place.row}${partWords(place.part, OUTCOME_PARTS, 'text')}`;
    case 'advice':
      return `Section K: ${place.row}${partWords(place.part, ADVICE_PARTS, 'from')}`;
  }
}

function partWords<P extends string>(part: P, words: Readonly<Record<P, string>>, main: P): string {
  return part === main ? '' : `, ${words[part].toLowerCase()}`;
}

/** A choice of where a passage goes, as a form names it, without its row. */
export type Choice = { value: string; text: string };

/** Every part of a plan a passage may be put in, by group, with a value a form can send. */
export const CHOICES: readonly { group: string; choices: readonly Choice[] }[] = [
  {
    group: 'Needs, provision and outcomes',
    choices: AREAS.flatMap((area) => [
      { value: `need:${area}`, text: `${capital(area)}: need (Section ${needSection(area)})` },
      ...provisionSections(area).map((section) => ({
        value: `provision:${section}:${area}`,
        text: `${capital(area)}: provision (Section ${section})`,
      })),
      { value: `outcome:${area}`, text: `${capital(area)}: outcome (Section E)` },
      { value: `strengths:${area}`, text: `${capital(area)}: strengths` },
    ]),
  },
  {
    group: 'Other parts of the plan',
    choices: [
      ...Object.entries(FIELDS).map(([field, text]) => ({ value: `field:${field}`, text })),
      { value: 'advice', text: 'Section K: advice and information' },
    ],
  },
];

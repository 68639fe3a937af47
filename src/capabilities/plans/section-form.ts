import { parsePlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import { areaEdit } from './area-rows.ts';
import { AREAS, type DraftContent, type MainContact } from './plan.ts';
import type { EditableSection, SectionEdit } from './sections.ts';

type Typed = Readonly<Record<string, string>>;

/** One question of a section's form. `tick` is one box; `day` is three. */
export type SectionField = {
  name: string;
  label: string;
  hint?: string;
  kind: 'line' | 'long' | 'tick' | 'day';
  /** Begins a group of questions under this heading. */
  heading?: string;
};

const line = (name: string, label: string, hint = ''): SectionField => ({ name, label, hint, kind: 'line' });
const long = (name: string, label: string, hint = ''): SectionField => ({ name, label, hint, kind: 'long' });
const tick = (name: string, label: string): SectionField => ({ name, label, kind: 'tick' });

/** What a section's form asks, in order. Section K has one box for each piece of advice. */
export function sectionFields(section: EditableSection, content: DraftContent): SectionField[] {
  switch (section) {
    case 'personal details':
      return PERSONAL;
    case 'main contacts':
      return [1, 2].flatMap(contactFields);
    case 'services involved':
      return SERVICES;
    case 'A1':
      return [
        long('a1', 'History, and how best to communicate with and involve the child', 'At most 500 words'),
      ];
    case 'A2':
      return VIEWS;
    case 'J':
      return PAYMENTS;
    case 'K':
      return content.advice.map(({ adviceId, from }) => tick(adviceId, `Appended: advice from ${from}`));
    default:
      return [long('strengths', 'Strengths', 'What is already going well in this area')];
  }
}

const PERSONAL = [
  line('forename', 'First name'),
  line('middleNames', 'Middle names'),
  line('surname', 'Last name'),
  line('preferredName', 'Preferred name'),
  { name: 'dateOfBirth', label: 'Date of birth', kind: 'day' } as const,
  line('sex', 'Sex'),
  line('ethnicity', 'Ethnicity'),
  line('firstLanguage', 'First language of the child or young person'),
  line('parentFirstLanguage', 'First language of the parent or carer'),
];

const SERVICES = [
  line('settingName', 'Education setting now'),
  line('settingIdentifier', 'Its identifier', 'For example, URN 123456'),
  long('gpAndKeyHealthProfessional', 'GP and key health professional'),
  line('nhsNumber', 'NHS number, if you have it'),
  tick('knownToSocialCare', 'Known to social care'),
  long('otherProfessionals', 'Other professionals involved', 'One on each line'),
  tick('lookedAfterNow', 'Currently looked after by the authority'),
  tick('lookedAfterBefore', 'Has been looked after'),
  tick('onePageProfileReceived', 'One page profile received'),
  line('movingFrom', 'Moving here with a plan from another authority: which one?', 'Leave empty if not'),
];

const VIEWS = [
  long('views', 'Views'),
  long('interests', 'Interests'),
  long('strengths', 'Strengths'),
  long('aspirations', 'Aspirations'),
  long('howCollected', 'How these views were collected, and by whom'),
];

const PAYMENTS = [
  long(
    'details',
    'The needs and outcomes to be met by a direct payment',
    'Leave both boxes empty if there is none',
  ),
  long('arrangements', 'The arrangements for the direct payment'),
  {
    ...line('budgetAmount', 'Amount', 'Leave these three empty if none is asked for'),
    heading: 'Personal budget',
  },
  long('budgetUse', 'What it is used for, and the needs and outcomes it meets'),
  long('budgetAgreements', 'What is agreed about it', 'With whom, and how it is managed and looked at again'),
];

function contactFields(place: number): SectionField[] {
  const name = (field: string) => `contact${place}-${field}`;
  return [
    {
      ...line(name('name'), 'Name'),
      heading: place === 1 ? 'Main contact' : 'Second contact',
      hint: place === 1 ? '' : 'Leave empty if there is none',
    },
    line(name('relationship'), 'Relationship to the child'),
    line(name('email'), 'Email'),
    line(name('telephone'), 'Telephone'),
    long(name('address'), 'Home address'),
    tick(name('addressWithheld'), 'Show these contact details to no one but this person'),
  ];
}

/** What the section says now, as its form's boxes hold it. */
export function typedOf(section: EditableSection, content: DraftContent): Typed {
  switch (section) {
    case 'personal details': {
      const [year = '', month = '', day = ''] = content.personalDetails.dateOfBirth.split('-');
      return {
        ...content.personalDetails,
        'dateOfBirth-day': String(Number(day)),
        'dateOfBirth-month': String(Number(month)),
        'dateOfBirth-year': year,
      };
    }
    case 'main contacts':
      return Object.assign({}, ...content.mainContacts.map(contactTyped));
    case 'services involved': {
      const { educationSetting, otherProfessionals, movingFrom, ...rest } = content.servicesInvolved;
      return {
        ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, asTyped(value)])),
        settingName: educationSetting.name,
        settingIdentifier: educationSetting.identifier,
        otherProfessionals: otherProfessionals.join('\n'),
        movingFrom: movingFrom ?? '',
      };
    }
    case 'A1':
      return { a1: content.a1 };
    case 'A2':
      return content.a2;
    case 'J':
      return { ...content.directPayments, ...budgetTyped(content) };
    case 'K':
      return Object.fromEntries(content.advice.map((entry) => [entry.adviceId, asTyped(entry.appended)]));
    default:
      return { strengths: content.areas[section].strengths };
  }
}

/** Whether nothing at all is written in a section. */
export function isBlank(section: EditableSection, content: DraftContent): boolean {
  if (section === 'K') return content.advice.length === 0;
  return (
    rowsIn(content, section) === 0 && Object.values(typedOf(section, content)).every((text) => text === '')
  );
}

function rowsIn(content: DraftContent, section: EditableSection): number {
  const area = AREAS.find((name) => name === section);
  if (area === undefined) return 0;
  const { needs, provisions, outcomes } = content.areas[area];
  return needs.length + provisions.length + outcomes.length;
}

/** The edit a section's form comes to. Refuses a date of birth that is not a day, naming its box. */
export function readSection(
  section: EditableSection,
  typed: Typed,
  content: DraftContent,
): Result<SectionEdit> {
  const text = (name: string) => typed[name] ?? '';
  const ticked = (name: string) => text(name) !== '';
  switch (section) {
    case 'personal details': {
      const two = (name: string) => text(`dateOfBirth-${name}`).padStart(2, '0');
      const dateOfBirth = parsePlainDate(
        `${text('dateOfBirth-year').padStart(4, '0')}-${two('month')}-${two('day')}`,
      );
      if (dateOfBirth === null)
        return refused('dateOfBirth', 'The date of birth must be a real date, like 27 3 2019');
      const { dateOfBirth: _, ...names } = content.personalDetails;
      const written = { ...names, ...pick(typed, Object.keys(names)) };
      return accepted({ section, value: { ...written, dateOfBirth } });
    }
    case 'main contacts': {
      const value = [1, 2].flatMap((place) => readContact(typed, place, content.mainContacts[place - 1]));
      return accepted({ section, value });
    }
    case 'services involved':
      return accepted({
        section,
        value: {
          educationSetting: { name: text('settingName'), identifier: text('settingIdentifier') },
          gpAndKeyHealthProfessional: text('gpAndKeyHealthProfessional'),
          nhsNumber: text('nhsNumber'),
          knownToSocialCare: ticked('knownToSocialCare'),
          otherProfessionals: text('otherProfessionals')
            .split('\n')
            .map((one) => one.trim())
            .filter((one) => one !== ''),
          lookedAfterNow: ticked('lookedAfterNow'),
          lookedAfterBefore: ticked('lookedAfterBefore'),
          onePageProfileReceived: ticked('onePageProfileReceived'),
          movingFrom: text('movingFrom') === '' ? null : text('movingFrom'),
        },
      });
    case 'A1':
      return accepted({ section, value: text('a1') });
    case 'A2':
      return accepted({
        section,
        value: {
          views: text('views'),
          interests: text('interests'),
          strengths: text('strengths'),
          aspirations: text('aspirations'),
          howCollected: text('howCollected'),
        },
      });
    case 'J': {
      const [details, arrangements] = [text('details'), text('arrangements')];
      const directPayments = details + arrangements === '' ? null : { details, arrangements };
      const [amount, use] = [text('budgetAmount'), text('budgetUse')];
      const agreements = text('budgetAgreements');
      const asked = amount + use + agreements !== '';
      return accepted({
        section,
        value: { directPayments, ...(asked ? { personalBudget: { amount, use, agreements } } : {}) },
      });
    }
    case 'K':
      return accepted({
        section,
        value: content.advice.map((entry) => ({ ...entry, appended: ticked(entry.adviceId) })),
      });
    default:
      return accepted(areaEdit(section, { ...content.areas[section], strengths: text('strengths') }));
  }
}

function budgetTyped({ personalBudget }: DraftContent): Typed {
  if (personalBudget === undefined) return {};
  const { amount, use, agreements } = personalBudget;
  return { budgetAmount: amount, budgetUse: use, budgetAgreements: agreements };
}

function readContact(typed: Typed, place: number, known: MainContact | undefined): MainContact[] {
  const text = (field: string) => typed[`contact${place}-${field}`] ?? '';
  if (text('name') === '') return [];
  return [
    {
      // Who they are on the child's file stays with the name it was drawn from: a new name is a new person.
      personId: known?.name === text('name') ? known.personId : null,
      name: text('name'),
      relationship: text('relationship'),
      email: text('email'),
      telephone: text('telephone'),
      address: text('address'),
      addressWithheld: text('addressWithheld') !== '',
    },
  ];
}

function contactTyped({ personId: _, ...contact }: MainContact, place: number): Typed {
  return Object.fromEntries(
    Object.entries(contact).map(([field, value]) => [`contact${place + 1}-${field}`, asTyped(value)]),
  );
}

function asTyped(value: string | boolean): string {
  if (typeof value === 'string') return value;
  return value ? 'yes' : '';
}

function pick(typed: Typed, names: readonly string[]): Typed {
  return Object.fromEntries(names.map((name) => [name, typed[name] ?? '']));
}

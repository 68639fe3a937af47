import { IN_ANOTHER_WAY } from './another-way-questions.ts';
import { FLAGS, isLoggedAttention, OF_ATTENTION, WHO_TELLS, WHO_TOLD } from './attention-questions.ts';
import { NUMBERS } from './numbers-questions.ts';
import { type Asking, type Field, type Question, questionsAsked, type Source } from './question.ts';
import { THEIR_HOME } from './their-home-question.ts';
import { GOES_SOMEWHERE, OF_A_KIND, PLACE } from './variant-questions.ts';
import { isTheirs, OF_YOUNG_PERSON } from './young-person-questions.ts';

/* What a request asks, as data: the pages, the checks and the check-your-answers list come from it. */

const FAMILY: readonly Source[] = ['parent', 'young person'];
const ABOUT_A_CHILD: readonly Source[] = ['parent', 'school', 'staff', 'attention'];
const ALL: readonly Source[] = ['parent', 'young person', 'school', 'staff'];

const NAMES: readonly Field[] = [
  {
    name: 'givenNames',
    label: 'First and middle names',
    kind: 'text',
    missing: 'Enter first and middle names',
  },
  { name: 'familyName', label: 'Family name', kind: 'text', missing: 'Enter the family name' },
  { name: 'preferredName', label: 'Name they like to be called (optional)', kind: 'text' },
];

const HOW_TO_REACH: readonly Field[] = [
  {
    name: 'prefers',
    label: 'How should we write to you?',
    kind: 'choice',
    missing: 'Select how we should write to you',
    choices: [
      { value: 'email', text: 'Email' },
      { value: 'text', text: 'Text message, and letters by post' },
      { value: 'post', text: 'Letters by post' },
    ],
  },
  { name: 'email', label: 'Email address', kind: 'email', autocomplete: 'email' },
  { name: 'phone', label: 'Telephone number', kind: 'phone', autocomplete: 'tel' },
];

export const QUESTIONS: readonly Question[] = [
  {
    id: 'received',
    section: 'The request',
    title: 'When and how was the request received?',
    hint: 'The clock starts on the day the authority received it, not the day it is keyed.',
    sources: ['staff'],
    fields: [
      {
        name: 'receivedOn',
        label: 'Day it was received',
        kind: 'date',
        missing: 'the day the request was received',
      },
      {
        name: 'receivedHow',
        label: 'How it was received',
        kind: 'choice',
        missing: 'Select how the request was received',
        choices: [
          { value: 'letter', text: 'Letter' },
          { value: 'email', text: 'Email' },
          { value: 'telephone', text: 'Telephone' },
          { value: 'in person', text: 'In person' },
        ],
      },
      {
        name: 'requestedBy',
        label: 'Who asked',
        kind: 'choice',
        missing: 'Select who asked',
        choices: [
          { value: 'parent', text: 'A parent or carer' },
          { value: 'young person', text: 'The young person' },
          {
            value: 'school',
            text: 'A school or college',
            hint: 'A maintained nursery school is a school. Other nurseries bring a child to attention.',
          },
          {
            value: 'person in charge',
            text: 'The person in charge of where the child or young person is detained',
            hint: 'A young offender institution, secure school, secure training centre or secure children’s home',
          },
          {
            value: 'other',
            text: 'Nobody: somebody brought the child to our attention',
            hint: 'For example, a health or care service, a nursery or a neighbour',
          },
        ],
      },
    ],
  },
  WHO_TELLS,
  WHO_TOLD,
  {
    id: 'name',
    section: 'The child or young person',
    title: 'What is the child’s name?',
    sources: ABOUT_A_CHILD,
    fields: NAMES,
  },
  {
    id: 'your-name',
    section: 'About you',
    title: 'What is your name?',
    sources: ['young person'],
    fields: NAMES,
  },
  {
    id: 'birth-date',
    section: 'The child or young person',
    title: 'What is the date of birth?',
    sources: [...ALL, 'attention'],
    fields: [
      {
        name: 'bornOn',
        label: 'Date of birth',
        hint: 'For example, 27 3 2019',
        kind: 'date',
        missing: 'the date of birth',
      },
    ],
  },
  ...NUMBERS,
  {
    id: 'address',
    section: 'The child or young person',
    title: 'What is the home address?',
    sources: ALL,
    when: (about) => !isLoggedAttention(about),
    familyOnly: true,
    fields: [
      {
        name: 'address',
        label: 'Address',
        hint: 'One line for each part',
        kind: 'lines',
        missing: 'Enter the address',
        autocomplete: 'street-address',
      },
      {
        name: 'postcode',
        label: 'Postcode',
        kind: 'postcode',
        missing: 'Enter the postcode',
        autocomplete: 'postal-code',
      },
    ],
  },
  ...PLACE,
  {
    id: 'school',
    section: 'The child or young person',
    title: 'Which nursery, school or college is it?',
    sources: [...FAMILY, 'staff'],
    when: ({ answers }) => GOES_SOMEWHERE.includes(answers['place'] ?? ''),
    fields: [
      {
        name: 'school',
        label: 'Nursery, school or college (optional)',
        hint: 'Its name, or the childminder’s',
        kind: 'text',
      },
    ],
  },
  ...OF_A_KIND,
  {
    id: 'needs',
    section: 'Needs and help',
    title: 'What is hard, and what would help?',
    hint: 'In your own words. You do not need a diagnosis, and you do not need to have tried everything first.',
    sources: ALL,
    fields: [
      {
        name: 'needs',
        label: 'What is hard at home, at school or elsewhere',
        kind: 'long',
        missing: 'Enter what is hard',
      },
      { name: 'wouldHelp', label: 'What you think would help (optional)', kind: 'long' },
    ],
  },
  {
    id: 'help-so-far',
    section: 'Needs and help',
    title: 'What help has there been so far?',
    hint: 'Say what was tried, for how long, and what came of it. Leave it empty if there has been none.',
    sources: ALL,
    fields: [{ name: 'helpSoFar', label: 'Help so far (optional)', kind: 'long' }],
  },
  {
    id: 'parent',
    section: 'Family',
    title: 'Who are the child’s parents or carers?',
    hint: 'One person we can write to. More can be added later.',
    sources: ['school', 'staff'],
    when: (about) => !isTheirs(about) && !isLoggedAttention(about),
    fields: [
      {
        name: 'contactName',
        label: 'Parent or carer’s full name',
        kind: 'text',
        missing: 'Enter the parent or carer’s name',
      },
      {
        name: 'relationship',
        label: 'Relationship to the child',
        hint: 'For example, mother or foster carer',
        kind: 'text',
        missing: 'Enter the relationship',
      },
      ...HOW_TO_REACH.map((field) =>
        field.name === 'prefers'
          ? { ...field, label: 'How should we write to them?', missing: 'Select how we should write to them' }
          : field,
      ),
    ],
  },
  ...OF_YOUNG_PERSON,
  {
    id: 'school-part',
    section: 'Needs and help',
    title: 'What has the school or college seen and done?',
    hint: 'The family reads this as you write it, and so do we. Leave it empty if you have nothing to add.',
    sources: FAMILY,
    together: true,
    fields: [
      { name: 'schoolSeen', label: 'What you have seen (optional)', kind: 'long' },
      { name: 'schoolDone', label: 'What you have done, and what came of it (optional)', kind: 'long' },
    ],
  },
  {
    id: 'about-you',
    section: 'About you',
    title: 'Who are you?',
    sources: ['parent'],
    familyOnly: true,
    fields: [
      {
        name: 'contactName',
        label: 'Your full name',
        kind: 'text',
        missing: 'Enter your full name',
        autocomplete: 'name',
      },
      {
        name: 'relationship',
        label: 'Your relationship to the child',
        hint: 'For example, mother or foster carer',
        kind: 'text',
        missing: 'Enter your relationship to the child',
      },
    ],
  },
  {
    id: 'reach-you',
    section: 'About you',
    title: 'How can we reach you?',
    sources: FAMILY,
    familyOnly: true,
    fields: HOW_TO_REACH,
  },
  ...OF_ATTENTION,
  THEIR_HOME,
  ...IN_ANOTHER_WAY,
  ...FLAGS,
];

/** The questions this request is asked, in order, and those it may be told beside them. */
export function questionsFor(asking: Asking): readonly Question[] {
  return questionsAsked(QUESTIONS, asking);
}

// What is said of the family, such as whether it is safe that they are told, and what is urgent, is for staff alone.
const ABOUT_THE_CHILD = new Set(
  QUESTIONS.filter(({ section }) => section === 'Needs and help').flatMap(({ fields }) =>
    fields.flatMap(({ kind, label }) => (kind === 'long' ? [label] : [])),
  ),
);

/** Whether a question, as a request states it, is answered in somebody's own words about the child. */
export function isAboutTheChild(label: string): boolean {
  return ABOUT_THE_CHILD.has(label);
}

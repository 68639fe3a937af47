import type { Place } from '../../law/index.ts';
import type { Question } from './question.ts';

/* What is asked of one kind of request alone: each asks only what its own law and its own people need. */

type Choice = { value: Place; text: string; hint?: string };

const CHOICES: readonly Choice[] = [
  { value: 'nursery', text: 'Nursery or pre-school' },
  { value: 'childminder', text: 'Childminder' },
  { value: 'at home', text: 'At home, and not yet of school age' },
  { value: 'school', text: 'School' },
  { value: 'college', text: 'College, sixth form or training' },
  { value: 'home educated', text: 'Taught at home instead of at school' },
  {
    value: 'custody',
    text: 'In custody',
    hint: 'A young offender institution, secure school, secure training centre or secure children’s home',
  },
  { value: 'elsewhere', text: 'Somewhere else, or nowhere at the moment' },
];
const YOUR_CHOICES: readonly Choice[] = CHOICES.filter(
  ({ value }) => !['nursery', 'childminder', 'at home', 'home educated'].includes(value),
);

/** Where there is somebody to name. */
export const GOES_SOMEWHERE: readonly string[] = ['nursery', 'childminder', 'school', 'college'];

/** Where they learn: with the age, it says which kind of request this is. */
export const PLACE: readonly Question[] = [
  {
    id: 'place',
    section: 'The child or young person',
    title: 'Where do they learn, or spend the day?',
    hint: 'This lets us ask only what matters. You can go on whatever you choose.',
    sources: ['parent', 'school', 'staff', 'attention'],
    fields: [
      {
        name: 'place',
        label: 'Where they learn',
        kind: 'choice',
        missing: 'Select where they learn, or spend the day',
        choices: CHOICES,
      },
    ],
  },
  {
    id: 'your-place',
    section: 'The child or young person',
    title: 'Where do you learn?',
    hint: 'You can go on whatever you choose.',
    sources: ['young person'],
    fields: [
      {
        name: 'place',
        label: 'Where you learn',
        kind: 'choice',
        missing: 'Select where you learn',
        choices: YOUR_CHOICES,
      },
    ],
  },
];

/** How somebody's parent comes to ask once the right to ask is the young person's own. */
export const BEHALF = ['they want me to', 'they cannot decide', 'worried'] as const;

export const OF_A_KIND: readonly Question[] = [
  {
    id: 'early-years',
    section: 'Needs and help',
    title: 'Who helps your child now?',
    hint: 'For example a health visitor, a therapist, a portage worker or a children’s centre. We can ask them what they know.',
    sources: ['parent', 'school', 'staff'],
    when: ({ variant }) => variant === 'under 2' || variant === 'early years',
    fields: [{ name: 'helpers', label: 'People who help now (optional)', kind: 'long' }],
  },
  {
    id: 'home-education',
    section: 'Needs and help',
    title: 'How do they learn at home?',
    hint: 'What they do, and anybody who teaches them. You do not need anyone’s agreement to ask.',
    sources: ['parent', 'staff'],
    when: ({ variant }) => variant === 'home educated',
    fields: [{ name: 'homeEducation', label: 'Learning at home (optional)', kind: 'long' }],
  },
  {
    id: 'whose-right',
    section: 'The request',
    title: 'How do you come to be asking?',
    hint: 'From the end of compulsory school age, usually at 16, the right to ask is the young person’s own. We act on what you tell us whichever you choose.',
    sources: ['parent'],
    familyOnly: true,
    when: ({ holder }) => holder === 'young person',
    fields: [
      {
        name: 'behalf',
        label: 'How you come to be asking',
        kind: 'choice',
        missing: 'Select how you come to be asking',
        choices: [
          { value: BEHALF[0], text: 'They want to ask, and I am helping them' },
          { value: BEHALF[1], text: 'They cannot make this decision themself, and I act for them' },
          { value: BEHALF[2], text: 'Neither: I am worried, and want you to know about them' },
        ],
      },
    ],
  },
  {
    id: 'post-16',
    section: 'Needs and help',
    title: 'What do they do now, and what do they want to do next?',
    hint: 'Their course or training, and their hopes for work, home, friends and health.',
    sources: ['parent', 'school', 'staff'],
    when: ({ variant }) => variant === 'post-16',
    fields: [{ name: 'hopes', label: 'Now and next (optional)', kind: 'long' }],
  },
  {
    id: 'your-hopes',
    section: 'Needs and help',
    title: 'What do you do now, and what do you want to do next?',
    hint: 'Your course or training, and your hopes for work, home, friends and health.',
    sources: ['young person'],
    fields: [{ name: 'hopes', label: 'Now and next (optional)', kind: 'long' }],
  },
  {
    id: 'in-charge',
    section: 'The request',
    title: 'Are you in charge of the place where they are detained, or do you act for whoever is?',
    hint: 'The person in charge has the right to ask for an assessment (Children and Families Act 2014, section 71(2)). Anybody else may tell the authority, which then decides. You can go on whatever you answer.',
    sources: ['school', 'attention'],
    when: ({ variant }) => variant === 'custody',
    fields: [
      {
        name: 'inCharge',
        label: 'Whether you are in charge there',
        kind: 'choice',
        missing: 'Select whether you are in charge there',
        choices: [
          { value: 'yes', text: 'Yes, and I am asking for an assessment' },
          { value: 'no', text: 'No' },
        ],
      },
    ],
  },
  {
    id: 'custody',
    section: 'Needs and help',
    title: 'Where are they in custody?',
    hint: 'The address you gave is their home address: it tells us which authority is responsible.',
    sources: ['parent', 'young person', 'school', 'staff', 'attention'],
    when: ({ variant }) => variant === 'custody',
    fields: [
      { name: 'detainedAt', label: 'Name of the place (optional)', kind: 'text' },
      {
        name: 'releaseOn',
        label: 'When they are expected to be released (optional)',
        hint: 'As near as you know',
        kind: 'text',
      },
    ],
  },
];

import type { About, Question } from './question.ts';

/* What is asked of somebody who brings a child to the authority's attention, and what anybody may add that is urgent. */

/** What whoever tells the authority says of the parent: s23(2) has a health body tell them and let them discuss it. */
export const TOLD_PARENT = ['discussed', 'told', 'not yet', 'not safe', 'not known'] as const;
export type ToldParent = (typeof TOLD_PARENT)[number];

export const TOLD_WORDS = {
  discussed: 'Yes, and they could discuss it with us',
  told: 'Yes, they have been told',
  'not yet': 'Not yet',
  'not safe': 'No, because telling them may not be safe for the child',
  'not known': 'I do not know',
} as const satisfies Record<ToldParent, string>;

/** Whether staff log what somebody told the authority of a child, and no request. */
export function isLoggedAttention({ source, answers }: About): boolean {
  return source === 'staff' && answers['requestedBy'] === 'other';
}

/** Asked of staff who log it, as of whoever tells the authority themself. */
const BROUGHT = (about: About) => about.source === 'attention' || isLoggedAttention(about);

/** Asked of staff in their own words: who it was. */
export const WHO_TOLD: Question = {
  id: 'who-told',
  section: 'About you',
  title: 'Who brought the child to our attention?',
  hint: 'Nobody has asked for an assessment, so the authority decides (Children and Families Act 2014, section 36(3)). We tell the family where this came from only if they know.',
  sources: ['staff'],
  when: isLoggedAttention,
  fields: [
    { name: 'tellerName', label: 'Their full name', kind: 'text', missing: 'Enter their full name' },
    {
      name: 'tellerRole',
      label: 'Their job, or how they know the child (optional)',
      hint: 'For example, health visitor, paediatrician, social worker or neighbour',
      kind: 'text',
    },
    { name: 'tellerOrganisation', label: 'Where they work (optional)', kind: 'text' },
    {
      name: 'tellerEmail',
      label: 'Their email address (optional)',
      hint: 'We will write to say that we have this',
      kind: 'email',
    },
  ],
};

export const WHO_TELLS: Question = {
  id: 'who-tells',
  section: 'About you',
  title: 'Who are you?',
  hint: 'We may need to ask you more. We tell the family where this came from only if you say that they know.',
  sources: ['attention'],
  fields: [
    {
      name: 'tellerName',
      label: 'Your full name',
      kind: 'text',
      missing: 'Enter your full name',
      autocomplete: 'name',
    },
    {
      name: 'tellerRole',
      label: 'Your job, or how you know the child (optional)',
      hint: 'For example, health visitor, paediatrician, social worker or neighbour',
      kind: 'text',
    },
    { name: 'tellerOrganisation', label: 'Where you work (optional)', kind: 'text' },
    {
      name: 'tellerEmail',
      label: 'Your email address (optional)',
      hint: 'We will write to say that we have this',
      kind: 'email',
      autocomplete: 'email',
    },
  ],
};

export const OF_ATTENTION: readonly Question[] = [
  {
    id: 'where-they-live',
    section: 'The child or young person',
    title: 'Where do they live?',
    hint: 'Give what you know. You can leave any of it empty.',
    sources: ['attention', 'staff'],
    when: BROUGHT,
    fields: [
      { name: 'address', label: 'Address (optional)', hint: 'One line for each part', kind: 'lines' },
      { name: 'postcode', label: 'Postcode (optional)', kind: 'postcode' },
    ],
  },
  {
    id: 'seen',
    section: 'Needs and help',
    title: 'What makes you think they may need help to learn?',
    hint: 'What you have seen, and anything you know of their health, development or learning.',
    sources: ['attention'],
    fields: [
      { name: 'needs', label: 'What you have seen', kind: 'long', missing: 'Enter what you have seen' },
    ],
  },
  {
    id: 'told-parent',
    section: 'Family',
    title: 'Do the parents, or the young person, know that you are telling us?',
    hint: 'A health body that thinks a child under school age has special educational needs or a disability must tell the parent and let them discuss it before it tells us (Children and Families Act 2014, section 23). You can go on whatever your answer.',
    sources: ['attention'],
    when: ({ answers, variant }) => !(variant === 'custody' && answers['inCharge'] === 'yes'),
    fields: [
      {
        name: 'toldParent',
        label: 'Whether they know',
        kind: 'choice',
        missing: 'Select whether they know',
        choices: TOLD_PARENT.map((value) => ({ value, text: TOLD_WORDS[value] })),
      },
      {
        name: 'toldWords',
        label: 'What they said, and any organisation you told them could help (optional)',
        kind: 'long',
      },
    ],
  },
  {
    id: 'parent-told',
    section: 'Family',
    title: 'Do the parents, or the young person, know that we were told?',
    hint: 'A health body that thinks a child under school age has special educational needs or a disability must tell the parent and let them discuss it before it tells us (Children and Families Act 2014, section 23). Nobody is written to if it may not be safe.',
    sources: ['staff'],
    when: isLoggedAttention,
    fields: [
      {
        name: 'toldParent',
        label: 'Whether they know',
        kind: 'choice',
        missing: 'Select whether they know',
        choices: TOLD_PARENT.map((value) => ({
          value,
          text:
            value === 'discussed' ? 'Yes, and they could discuss it with whoever told us' : TOLD_WORDS[value],
        })),
      },
      {
        name: 'toldWords',
        label: 'What they said, and any organisation they were told could help (optional)',
        kind: 'long',
      },
    ],
  },
  {
    id: 'their-parent',
    section: 'Family',
    title: 'How can we reach a parent or carer?',
    hint: 'Give what you know. You can leave any of it empty.',
    sources: ['attention', 'staff'],
    // Of somebody whose own right it is, staff are asked of a parent as whoever else writes for them is.
    when: (about) => BROUGHT(about) && (about.source === 'attention' || about.holder !== 'young person'),
    fields: [
      { name: 'contactName', label: 'Their full name (optional)', kind: 'text' },
      { name: 'relationship', label: 'Their relationship to the child (optional)', kind: 'text' },
      { name: 'email', label: 'Their email address (optional)', kind: 'email' },
      { name: 'phone', label: 'Their telephone number (optional)', kind: 'phone' },
    ],
  },
];

const WORDS = {
  kind: 'long',
  label: 'What is urgent (optional)',
} as const;

/** What anybody may add, from the list of their answers: never asked of somebody who has nothing to say. */
export const FLAGS: readonly Question[] = [
  {
    id: 'urgent',
    section: 'Anything urgent',
    title: 'Is anything urgent?',
    hint: 'For example, no school place, a move, an operation, or somebody who cannot go on. It does not change anybody’s place or time limit: the SEND team sees it first.',
    sources: ['parent', 'young person'],
    familyOnly: true,
    aside: true,
    fields: [{ name: 'urgent', ...WORDS }],
  },
  {
    id: 'flags',
    section: 'Anything urgent',
    title: 'Is anything urgent, or unsafe for the child?',
    hint: 'The SEND team sees this first, and the family never does. It is not a referral to children’s services: make that as well.',
    sources: ['school', 'staff', 'attention'],
    aside: true,
    fields: [
      { name: 'urgent', ...WORDS },
      { name: 'safeguarding', ...WORDS, label: 'What may be unsafe for the child (optional)' },
    ],
  },
];

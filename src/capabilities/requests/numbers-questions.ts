import type { Question } from './question.ts';

/* The numbers that belong to one child alone, asked of whoever is likely to have them. None is required: they show at once
   whose file a request is on, and a request without one is received all the same. */

export const NUMBERS: readonly Question[] = [
  {
    id: 'pupil-number',
    section: 'The child or young person',
    title: 'What is the unique pupil number?',
    sources: ['school', 'staff'],
    fields: [
      {
        name: 'upn',
        label: 'Unique pupil number (optional)',
        hint: 'For example, A123456789012',
        kind: 'upn',
      },
    ],
  },
  {
    id: 'learner-number',
    section: 'The child or young person',
    title: 'What is the unique learner number?',
    sources: ['school', 'staff'],
    when: ({ holder }) => holder === 'young person',
    fields: [
      {
        name: 'uln',
        label: 'Unique learner number (optional)',
        hint: '10 numbers. A college or training provider has it',
        kind: 'uln',
      },
    ],
  },
  {
    id: 'nhs-number',
    section: 'The child or young person',
    title: 'What is the NHS number?',
    sources: ['staff', 'attention'],
    fields: [
      {
        name: 'nhsNumber',
        label: 'NHS number (optional)',
        hint: '10 numbers, like 943 476 5919. Leave it empty if you do not work in health or do not have it',
        kind: 'nhs',
      },
    ],
  },
];

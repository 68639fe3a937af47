import { ASKED_OF, FORMAT_WORDS } from '../children/index.ts';
import type { Field, Question } from './question.ts';
import { namesSomebody } from './their-home-question.ts';

/* How somebody needs to be written and spoken to: asked of them, or of whoever gives their details. None of it is required. */

function fields(words: (typeof ASKED_OF)[keyof typeof ASKED_OF]): readonly Field[] {
  return [
    {
      name: 'format',
      label: `${words.format} (optional)`,
      kind: 'choice',
      choices: Object.entries(FORMAT_WORDS).map(([value, text]) => ({ value, text })),
    },
    { name: 'language', label: `${words.language} (optional)`, kind: 'text', longest: 100 },
    { name: 'interpreter', label: `${words.interpreter} (optional)`, kind: 'text', longest: 100 },
    {
      name: 'bsl',
      label: `${words.bsl} (optional)`,
      kind: 'choice',
      choices: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
    },
  ];
}

export const IN_ANOTHER_WAY: readonly Question[] = [
  {
    id: 'in-another-way',
    section: 'About you',
    title: 'Do you need things in another way?',
    hint: 'For example, letters in large print, or an interpreter when we speak. If you do not, leave this page empty. You can tell us at any time.',
    sources: ['parent', 'young person'],
    familyOnly: true,
    fields: fields(ASKED_OF.you),
  },
  {
    id: 'parent-in-another-way',
    section: 'Family',
    title: 'Does the parent or carer need things in another way?',
    hint: 'For example, letters in large print, or an interpreter when we speak. Leave empty what they do not need, and what you do not know.',
    sources: ['school', 'staff', 'attention'],
    when: ({ answers }) => namesSomebody(answers),
    fields: fields(ASKED_OF.them),
  },
];

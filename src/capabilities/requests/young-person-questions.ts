import type { About, Question } from './question.ts';
import { BEHALF } from './variant-questions.ts';

/* From the end of compulsory school age the right to ask is somebody's own (Children and Families Act 2014, s83(2)): whoever
   writes for them says how to reach them, and has to name no parent. Their name is known. */

export const OF_YOUNG_PERSON: readonly Question[] = [
  {
    id: 'reach-them',
    section: 'The child or young person',
    title: 'How can we reach the young person?',
    hint: 'From the end of compulsory school age the right to ask is their own, so it is them we write to. Give what you know. You can leave any of it empty.',
    sources: ['parent', 'school', 'staff', 'attention'],
    familyOnly: true,
    // Whoever acts for somebody who cannot decide is written to in their place.
    when: (about) => isTheirs(about) && about.answers['behalf'] !== BEHALF[1],
    fields: [
      { name: 'theirEmail', label: 'Their email address (optional)', kind: 'email' },
      { name: 'theirPhone', label: 'Their telephone number (optional)', kind: 'phone' },
      {
        name: 'theirAddress',
        label: 'Where to write to them, if not at the home address (optional)',
        hint: 'One line for each part',
        kind: 'lines',
      },
      { name: 'theirPostcode', label: 'Postcode there (optional)', kind: 'postcode' },
    ],
  },
  {
    id: 'a-parent',
    section: 'Family',
    title: 'Is there a parent or carer to name?',
    hint: 'You do not have to name one: the right to ask is the young person’s own. A parent you name is on the file as a parent. We write to them only if the young person wants it, if they act because the young person cannot decide, or if nobody else could be told.',
    sources: ['school', 'staff'],
    when: isTheirs,
    fields: [
      { name: 'contactName', label: 'Parent or carer’s full name (optional)', kind: 'text' },
      {
        name: 'relationship',
        label: 'Relationship to the young person (optional)',
        hint: 'For example, mother or foster carer',
        kind: 'text',
      },
      { name: 'email', label: 'Their email address (optional)', kind: 'email' },
      { name: 'phone', label: 'Their telephone number (optional)', kind: 'phone' },
    ],
  },
];

/** Whether the right to ask is the young person's own. */
export function isTheirs({ holder }: About): boolean {
  return holder === 'young person';
}

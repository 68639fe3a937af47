import type { Answers, Question, Source } from './question.ts';

/* Where the parent lives whom somebody else names. A child's own address is nobody else’s until somebody says that it is. */

export const LIVES = ['with the child', 'elsewhere', 'not known'] as const;

const BY_OTHERS: readonly Source[] = ['school', 'staff', 'attention'];

export const THEIR_HOME: Question = {
  id: 'parent-home',
  section: 'Family',
  title: 'Does the parent or carer live with the child?',
  hint: 'For example, a foster carer does, and a birth parent may not. Only those who live there are written to at the child’s address, and it may be kept from the others. Leave empty what you do not know: you can go on whatever you answer.',
  sources: BY_OTHERS,
  when: ({ answers }) => namesSomebody(answers),
  fields: [
    {
      name: 'parentLives',
      label: 'Whether they live with the child (optional)',
      kind: 'choice',
      choices: [
        { value: LIVES[0], text: 'Yes, where the child lives' },
        { value: LIVES[1], text: 'No, they live somewhere else' },
        { value: LIVES[2], text: 'I do not know' },
      ],
    },
    {
      name: 'parentAddress',
      label: 'Where to write to them, if not where the child lives (optional)',
      hint: 'One line for each part',
      kind: 'lines',
    },
    { name: 'parentPostcode', label: 'Postcode there (optional)', kind: 'postcode' },
  ],
};

/** Whether the answers name a particular person, or say how to reach one: whoever only tells of a child may know of none. */
export function namesSomebody(answers: Answers): boolean {
  return ['contactName', 'email', 'phone'].some((name) => (answers[name] ?? '') !== '');
}

type Said = Record<
  | 'address'
  | 'postcode'
  | 'contactName'
  | 'email'
  | 'phone'
  | 'parentLives'
  | 'parentAddress'
  | 'parentPostcode',
  string
>;

/**
 * Where the person to write to lives, as far as it was said: of whoever asks themself, and of whoever looks after a child
 * of whose parents nothing is known, where the child does. Not known leaves no address.
 */
export function homeOf(source: Source, said: Said): { address: string; postcode: string } {
  const { address, postcode, contactName, email, phone } = said;
  if (!BY_OTHERS.includes(source) || !namesSomebody({ contactName, email, phone }))
    return { address, postcode };
  if (said.parentAddress !== '' || said.parentPostcode !== '')
    return { address: said.parentAddress, postcode: said.parentPostcode };
  return said.parentLives === 'with the child' ? { address, postcode } : { address: '', postcode: '' };
}

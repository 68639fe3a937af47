/* What an audit asks of a plan. The qualities are those published; how they are asked, and what good looks like, is our wording. */

export type Question = {
  id: string;
  /** The quality, as its source has it. */
  quality: string;
  source: string;
  question: string;
  good: string;
  /** Out of 100 against the others; 0 leaves it out of the round. */
  weight: number;
  /** The sections of the plan to read beside it. */
  sections: readonly string[];
  /** The checks that look for what it asks about. */
  rules: readonly string[];
};

export const TEMPLATE =
  'Qualities of the national template (Department for Education pilot, as published by Leeds)';
export const IPSEA = 'What IPSEA asks of provision above all';

const SPECIFICS = ['what', 'who', 'ratio', 'how-often', 'how-long', 'review'].map(
  (part) => `provision-says-${part}`,
);

type Asked = Omit<Question, 'source' | 'weight' | 'rules'> & Partial<Pick<Question, 'source' | 'rules'>>;

function asked({ source = TEMPLATE, rules = [], ...question }: Asked): Question {
  // No source gives weights: all are alike until an authority says otherwise.
  return { source, rules, weight: 1, ...question };
}

/** The form an authority begins with. */
export const DEFAULT_QUESTIONS: readonly Question[] = [
  asked({
    id: 'positive',
    quality: 'Positive',
    question: 'Does the plan speak of the child as a person with strengths and hopes?',
    good: 'Strengths come first in each area and are used in the provision. Nothing is said about the child that could not be read to them.',
    sections: ['A', 'B'],
    rules: ['views-are-set-out'],
  }),
  asked({
    id: 'clear',
    quality: 'Clear',
    question: 'Could somebody who has never met the child tell what each need is?',
    good: 'Each need is said once, in its own row, with what it means for the child day to day and how it is known.',
    sections: ['B', 'C', 'D'],
    rules: ['no-empty-row', 'has-a-need'],
  }),
  asked({
    id: 'deliverable',
    quality: 'Deliverable',
    question: 'Could whoever has to make this provision do it as written?',
    good: 'Each provision says who makes it and with what training, and can be made at the setting in Section I.',
    sections: ['F', 'G', 'H1', 'H2', 'I'],
    rules: ['provision-says-who', 'provision-says-what'],
  }),
  asked({
    id: 'personalised',
    quality: 'Personalised',
    question: 'Is this plan about this child and no other?',
    good: 'The child’s and family’s own words are there, with how they were collected. Nothing could be copied into another child’s plan unchanged.',
    sections: ['A', 'F'],
    rules: ['section-a-is-whole', 'names-the-child', 'one-child', 'one-pronoun', 'no-repeated-text'],
  }),
  asked({
    id: 'plain-language',
    quality: 'Plain language, jargon explained',
    question: 'Could the family read it without asking anybody what a word means?',
    good: 'Short sentences and everyday words. A technical word is there only where it is needed, and is explained where it first stands.',
    sections: ['A', 'B', 'F'],
  }),
  asked({
    id: 'concise',
    quality: 'Concise with appended advice, not repeated',
    question: 'Does the plan say what matters once, and leave the rest to the advice with it?',
    good: 'Section A1 keeps to 500 words. No passage is copied out of a report or stands in two places, and every report is appended.',
    sections: ['A', 'K'],
    rules: ['a1-length', 'no-repeated-text', 'advice-is-appended'],
  }),
  asked({
    id: 'linked',
    quality: 'Outcomes linked to need and provision',
    question: 'Does each outcome follow from a need, through the provision for it?',
    good: 'Every need has provision and every provision an outcome it leads to. Each outcome says what the child will do, by when and how anybody will know.',
    sections: ['B', 'E', 'F'],
    rules: [
      'need-has-provision',
      'provision-has-need',
      'has-an-outcome',
      'outcome-has-provision',
      'outcome-is-smart',
      'outcome-is-not-provision',
      'links-lead-somewhere',
    ],
  }),
  asked({
    id: 'specified',
    quality: 'Specified, quantified',
    question: 'Is each provision specified and quantified?',
    good: 'What is done, by whom, with how many children, how often, for how long each time, and when it is looked at again.',
    sections: ['F', 'G', 'H1', 'H2'],
    rules: SPECIFICS,
  }),
  asked({
    id: 'audit-trail',
    quality: 'Audit trail',
    question: 'Can each statement be followed back to what it rests on?',
    good: 'Each need, provision and outcome names its report and page. Where advice was not followed, the plan’s record says why.',
    sections: ['B', 'F', 'K'],
    rules: ['statement-cites'],
  }),
  asked({
    id: 'enforceable',
    quality: 'Detailed, specific and enforceable',
    source: IPSEA,
    question: 'If it were not made, could anybody show that it was not?',
    good: 'No “access to”, “opportunities for”, “as required” or “up to”. Each provision is one that either happened this week or did not.',
    sections: ['F', 'G', 'H1', 'H2'],
    rules: ['provision-weak-words', 'training-is-in-f'],
  }),
];

/** The questions a round asks: those with any weight. */
export function askedOf(questions: readonly Question[]): readonly Question[] {
  return questions.filter(({ weight }) => weight > 0);
}

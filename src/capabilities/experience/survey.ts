import type { PlainDate } from '../../shared/plain-date.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';

/* What is asked, of whom, about what. The statements are our own: no published questionnaire is followed. */

export const STAGES = ['deciding', 'assessing', 'planning', 'placing', 'advising', 'consulting'] as const;
export type Stage = (typeof STAGES)[number];

export const KINDS = ['family', 'young person', 'school', 'professional'] as const;
export type Kind = (typeof KINDS)[number];

export const QUESTIONS = [
  'told-clearly',
  'listened-to',
  'child-heard',
  'fair-effort',
  'plan-understood',
  'plan-says-needs',
  'help-happening',
  'time-enough',
  'taken-into-account',
] as const;
export type Question = (typeof QUESTIONS)[number];
export type Statement = { id: Question; words: string };

const EVERY_STAGE: readonly Statement[] = [
  { id: 'told-clearly', words: 'I knew what would happen next, and when' },
  { id: 'listened-to', words: 'I was listened to' },
];
const CHILD_HEARD = {
  family: 'What my child wants and feels was taken into account',
  'young person': 'What I want was taken into account',
} as const;
const FAIR_EFFORT: Statement = { id: 'fair-effort', words: 'It did not take too much of my time' };
const ABOUT_A_STAGE: Partial<Record<Stage, readonly Statement[]>> = {
  planning: [
    { id: 'plan-understood', words: 'I understand the plan' },
    { id: 'plan-says-needs', words: 'The plan says what help is needed' },
  ],
  placing: [{ id: 'help-happening', words: 'The help in the plan is happening' }],
};
const OF_ORGANISATIONS: readonly Statement[] = [
  { id: 'told-clearly', words: 'It was clear what we were asked' },
  { id: 'time-enough', words: 'We had the time to do it well' },
  { id: 'taken-into-account', words: 'What we said was taken into account' },
];

/** The statements put to one kind of person about one stage, in order. */
export function statementsFor(stage: Stage, kind: Kind): Statement[] {
  if (kind === 'school' || kind === 'professional') return [...OF_ORGANISATIONS];
  const heard: Statement = { id: 'child-heard', words: CHILD_HEARD[kind] };
  return [...EVERY_STAGE, heard, FAIR_EFFORT, ...(ABOUT_A_STAGE[stage] ?? [])];
}

/** The answers there are, the best first. `none`: it does not apply, or they would rather not say. */
export const ANSWERS = ['5', '4', '3', '2', '1', 'none'] as const;
export type Answer = (typeof ANSWERS)[number];
export const ANSWER_WORDS = {
  5: 'Agree a lot',
  4: 'Agree',
  3: 'Neither agree nor disagree',
  2: 'Disagree',
  1: 'Disagree a lot',
  none: 'It does not apply, or I would rather not say',
} as const satisfies Record<Answer, string>;

/** What somebody sent: an answer for each statement they gave one to, and words where they wrote any. */
export type Sheet = {
  answers: readonly { question: Question; answer: number }[];
  words: string | null;
};

type Sent = Partial<Record<Question, Answer | ''>> & { consent: string; words: string; wordsConsent: string };

/**
 * Reads a sheet. Refused without the tick that lets it be counted, without any answer at all, and where words were written
 * that no manager may read. What would rather not be said is left out.
 */
export function readSheet(statements: readonly Statement[], sent: Sent): Result<Sheet> {
  const chosen = statements.map(({ id }) => ({ question: id, answer: sent[id] ?? '' }));
  const [first] = chosen;
  if (first !== undefined && chosen.every(({ answer }) => answer === '') && sent.words === '')
    return refused(first.question, 'Select an answer to at least one statement');
  if (sent.words !== '' && sent.wordsConsent !== 'yes')
    return refused('wordsConsent', 'Say that a manager may read what is written, or take the words out');
  if (sent.consent !== 'yes')
    return refused(
      'consent',
      'Say that the answers may be counted, or select that you do not want to answer',
    );
  const answers = chosen.flatMap(({ question, answer }) =>
    answer === '' || answer === 'none' ? [] : [{ question, answer: Number(answer) }],
  );
  return accepted({ answers, words: sent.words === '' ? null : sent.words });
}

export const HOW = ['answered', 'declined', 'closed'] as const;
export type How = (typeof HOW)[number];

export type Invitation = {
  id: string;
  authorityId: number;
  childId: string;
  contactId: string | null;
  organisationId: string | null;
  stage: Stage;
  kind: Kind;
  endedOn: PlainDate;
  askedOn: PlainDate;
  closesOn: PlainDate;
};

/** Where an invitation stands for whoever was asked: it can be answered to the end of its last day. */
export function stateOf(closesOn: PlainDate, how: How | null, today: PlainDate): How | 'open' {
  return how ?? (today > closesOn ? 'closed' : 'open');
}

/** How many days an invitation can be answered. */
export const OPEN_DAYS = 42;
/** How long ago a stage may have ended for anybody still to be asked about it. */
export const LONGEST_AGO = 60;
/** A family is asked about one stage, and not about the next within so many days. */
export const DAYS_APART = 7;

/** The first day of the quarter a day is in. */
export function quarterOf(day: PlainDate): PlainDate {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return plainDate(`${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`);
}

/** What an invitation is about, to finish a sentence: `Think of …`. */
export const ABOUT = {
  deciding: 'the time from the request until we told you whether there would be an assessment',
  assessing: 'the assessment, until we told you whether there would be a plan',
  planning: 'how the plan was made',
  placing: 'the first six weeks of the place that the plan is about',
  advising: 'how we asked you for advice',
  consulting: 'how we asked you about a plan',
} as const satisfies Record<Stage, string>;

/** The same as a heading, for lists of what was asked. */
export const STAGE_NAMES = {
  deciding: 'Deciding whether to assess',
  assessing: 'The assessment',
  planning: 'Making the plan',
  placing: 'The first six weeks of a place',
  advising: 'Giving advice',
  consulting: 'Being consulted on a plan',
} as const satisfies Record<Stage, string>;

export const KIND_NAMES = {
  family: 'Families',
  'young person': 'Young people',
  school: 'Schools and other settings',
  professional: 'Professionals who gave advice',
} as const satisfies Record<Kind, string>;

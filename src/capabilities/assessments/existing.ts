import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { AssessmentFacts } from './assessment.ts';
import type { Paragraph } from './paragraphs.ts';

/** Whose being satisfied reg. 6(4) asks for: the authority's, that of whoever gave the advice, and the family's. */
export const PARTIES = ['authority', 'author', 'family'] as const;
export type Party = (typeof PARTIES)[number];

export const PARTY_WORDS = {
  authority: 'The authority',
  author: 'Whoever gave the advice',
  family: 'The parent or young person',
} as const satisfies Record<Party, string>;

export type Agreement = { party: Party; satisfied: boolean; name: string; on: PlainDate };

/** Advice given before, for any purpose, and what each of the three has said of it. */
export type Existing = {
  id: Uuid;
  paragraph: Paragraph;
  authorName: string;
  authorRole: string;
  advisedOn: PlainDate;
  statement: string;
  /** Where its author works and is asked; null where staff write down what they say. */
  organisationId: Uuid | null;
  organisation: string | null;
  agreements: readonly Agreement[];
};

/** Advice given before, as the organisation of whoever gave it is asked about it. */
export type PutToAuthor = Pick<
  Existing,
  'id' | 'paragraph' | 'authorName' | 'authorRole' | 'advisedOn' | 'statement'
> & {
  authorityId: number;
  authorityName: string;
  assessmentId: Uuid;
  childId: Uuid;
  childName: string;
  bornOn: PlainDate;
  /** What was said for its author; null until then. */
  said: Omit<Agreement, 'party'> | null;
};

/** Whether all three are satisfied that it is enough; only then is the advice not sought again (reg. 6(4)). */
export function isSufficient(agreements: readonly Agreement[]): boolean {
  return PARTIES.every((party) => agreements.some((one) => one.party === party && one.satisfied));
}

/** Whether anybody has said that it is not enough: then the advice is asked for as any other is. */
export function isNotEnough(agreements: readonly Agreement[]): boolean {
  return agreements.some(({ satisfied }) => !satisfied);
}

export type ExistingForm = {
  paragraph: Paragraph | null;
  authorName: string;
  authorRole: string;
  advisedOn: PlainDate | null;
  statement: string;
  organisationId: Uuid | null;
};
export type NewExisting = ExistingForm & { paragraph: Paragraph; advisedOn: PlainDate };

/**
 * Puts forward advice given before as enough. Refuses it after the decision whether to issue, under (a), which is the
 * family's own to give now, and without its words, its author and its day.
 */
export function putForward(
  facts: Pick<AssessmentFacts, 'decision'>,
  form: ExistingForm,
  today: PlainDate,
): Result<NewExisting> {
  const { paragraph, advisedOn } = form;
  if (facts.decision !== null) {
    return refused('paragraph', 'Whether to issue a plan has been decided, so no more advice is needed');
  }
  if (paragraph === null || paragraph === 'a')
    return refused('paragraph', 'Select what kind of advice this is');
  if (form.authorName === '')
    return refused('authorName', 'Enter the name of the person who gave the advice');
  if (form.authorRole === '') return refused('authorRole', 'Enter their role');
  if (advisedOn === null) return refused('advisedOn', 'Enter the date on the advice');
  if (advisedOn > today) return refused('advisedOn', 'The date on the advice must be today or in the past');
  if (form.statement === '') return refused('statement', 'Enter what the advice says');
  return accepted({ ...form, paragraph, advisedOn });
}

export type AgreementForm = {
  party: Party | null;
  satisfied: boolean | null;
  name: string;
  agreedOn: PlainDate | null;
};

/**
 * Records what one of the three says of it, each once. Refuses it after the decision whether to issue, without a name and
 * a day, and on a day before the advice or after today.
 */
export function agree(
  facts: Pick<AssessmentFacts, 'decision'>,
  existing: Pick<Existing, 'advisedOn' | 'agreements'>,
  form: AgreementForm,
  today: PlainDate,
): Result<Agreement> {
  const { party, satisfied, name, agreedOn } = form;
  if (facts.decision !== null) {
    return refused('party', 'Whether to issue a plan has been decided, so no more advice is needed');
  }
  if (party === null) return refused('party', 'Select who said it');
  if (existing.agreements.some((one) => one.party === party)) {
    return refused('party', 'What they say of this advice is already recorded');
  }
  if (satisfied === null) return refused('satisfied', 'Select whether the advice is enough');
  if (name === '') return refused('name', 'Enter the name of who said it');
  if (agreedOn === null) return refused('agreedOn', 'Enter the date they said it');
  if (agreedOn > today) return refused('agreedOn', 'The date must be today or in the past');
  if (agreedOn < existing.advisedOn)
    return refused('agreedOn', 'The date must be on or after that of the advice');
  return accepted({ party, satisfied, name, on: agreedOn });
}

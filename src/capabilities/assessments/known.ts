import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Paragraph } from './paragraphs.ts';

/** Whose word it is that somebody knows the child. */
export type SaidBy = 'family' | 'setting' | 'authority';

/** A professional who knows a child, as somebody said. */
export type Known = {
  id: Uuid;
  name: string;
  role: string;
  workplace: string;
  howKnown: string;
  since: string;
  /** What they would advise under, of reg. 6(1); null where whoever said so was not sure. */
  paragraph: Paragraph | null;
  /** Whether they may be contacted, where that was said, and what was said of it. It decides nothing. */
  mayContact: boolean | null;
  consentNote: string;
  saidBy: SaidBy;
  saidByName: string;
  /** The setting whose people said so here. */
  organisation: string | null;
  recordedBy: string | null;
  saidOn: PlainDate;
};

/** The family, or a setting, asked who knows the child. */
export type KnownQuestion = {
  authorityId: number;
  id: Uuid;
  assessmentId: Uuid;
  childId: Uuid;
  party: 'family' | 'setting';
  organisationId: Uuid | null;
  organisation: string | null;
  answerBy: PlainDate;
  askedOn: PlainDate;
  answered: { on: PlainDate; by: string; recordedBy: string | null } | null;
};

export type KnownForm = Pick<
  Known,
  'name' | 'role' | 'workplace' | 'howKnown' | 'since' | 'paragraph' | 'mayContact' | 'consentNote'
> & { saidByName: string };

/** Somebody who knows the child. A family may know only what they do, and the day they began least of all. */
export function addKnown(form: KnownForm): Result<KnownForm> {
  if (form.name === '' && form.role === '') {
    return refused('name', 'Enter their name, or what they do');
  }
  return form.saidByName === '' ? refused('saidByName', 'Enter your name') : accepted(form);
}

/** Asks by a day: refuses nobody, and a day that is gone. Those asked before are not asked again. */
export function askWhoKnows(
  form: { family: boolean; organisationId: Uuid | null; answerBy: PlainDate | null },
  asked: readonly Pick<KnownQuestion, 'party' | 'organisationId'>[],
  today: PlainDate,
): Result<{ parties: { party: 'family' | 'setting'; organisationId: Uuid | null }[]; answerBy: PlainDate }> {
  const { answerBy, organisationId } = form;
  if (!form.family && organisationId === null) return refused('whom', 'Select whom to ask');
  if (answerBy === null)
    return refused('answerBy', 'Enter the day you will ask for advice whatever they say');
  if (answerBy < today) return refused('answerBy', 'The day must be today or in the future');
  const wanted = [
    ...(form.family ? [{ party: 'family' as const, organisationId: null }] : []),
    ...(organisationId === null ? [] : [{ party: 'setting' as const, organisationId }]),
  ];
  const parties = wanted.filter(
    (one) => !asked.some((other) => other.party === one.party && other.organisationId === one.organisationId),
  );
  if (parties.length === 0) return refused('whom', 'They have been asked already');
  return accepted({ parties, answerBy });
}

/** The paragraphs of the statutory minimum, but (a), under which nobody is known: whom the list does not yet name. */
export function gaps(known: readonly Pick<Known, 'paragraph'>[], minimum: readonly Paragraph[]): Paragraph[] {
  return minimum.filter(
    (paragraph) => paragraph !== 'a' && !known.some((one) => one.paragraph === paragraph),
  );
}

/** Who has not said who knows the child, asked or not. It holds nothing up: it is recorded with what is asked for. */
export function unconfirmed(
  questions: readonly Pick<KnownQuestion, 'party' | 'answered'>[],
): ('family' | 'setting')[] {
  return (['family', 'setting'] as const).filter(
    (party) => !questions.some((one) => one.party === party && one.answered !== null),
  );
}

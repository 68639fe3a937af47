import { isPlace, rightsHolder, schoolYearsBeginning, type Variant, variantOf } from '../../law/index.ts';
import { type PlainDate, parsePlainDate } from '../../shared/plain-date.ts';

/* How a request is asked for, one question a page. What is asked is data, in questions.ts. */

/** Who writes: somebody with the right to ask, staff who log what came, or somebody who brings a child to attention. */
export type Source = 'parent' | 'young person' | 'school' | 'staff' | 'attention';

export type FieldKind =
  | 'text'
  | 'long'
  | 'lines'
  | 'date'
  | 'choice'
  | 'email'
  | 'phone'
  | 'postcode'
  | 'upn'
  | 'uln'
  | 'nhs';

export type Field = {
  name: string;
  label: string;
  hint?: string;
  kind: FieldKind;
  /** What the error says when it is left empty; absent when it may be. */
  missing?: string;
  /** The most letters it may have, where that is fewer than any line may. */
  longest?: number;
  choices?: readonly { value: string; text: string; hint?: string }[];
  autocomplete?: string;
};

/** The parts a request is read back in, whoever writes it. */
export type Section =
  | 'The request'
  | 'The child or young person'
  | 'Needs and help'
  | 'Family'
  | 'About you'
  | 'Anything urgent';

export type Question = {
  id: string;
  section: Section;
  title: string;
  hint?: string;
  sources: readonly Source[];
  fields: readonly Field[];
  /** Whether it is asked at all, by what has been answered so far; always where this is not said. */
  when?: (about: About) => boolean;
  /** Offered beside the answers, and never asked: what is said is for staff alone, and is no part of the request. */
  aside?: true;
  /** Written by the school alone, where a family and its school write together; the family never has to wait for it. */
  together?: true;
  /** Not shown to the school that writes with a family: where they live and how to reach them. */
  familyOnly?: true;
};

export type Answers = Readonly<Record<string, string>>;

/** What has been answered so far, and what that makes it: nothing until the date of birth is known. */
export type About = {
  source: Source;
  answers: Answers;
  variant: Variant | null;
  holder: 'parent' | 'young person' | null;
};

/** A request being written: by whom, what is answered, and the day. Everything that drives it forward and back. */
export type Asking = {
  source: Source;
  answers: Answers;
  today: PlainDate;
  /** The days on which school years begin, where the authority has said: they say whose the right to ask is. */
  schoolYears: readonly PlainDate[];
  /** Whose part is being written, where it is written together; the family's, or nobody's but the asker's, otherwise. */
  part?: 'family' | 'school';
};

/** The questions this request is asked, in order: only those its kind needs. */
export function questionsAsked(all: readonly Question[], asking: Asking): readonly Question[] {
  const about = aboutOf(asking);
  return all
    .filter(({ sources, when }) => sources.includes(asking.source) && (when === undefined || when(about)))
    .filter((question) => isOfPart(question, asking));
}

// What the school wrote stays in the request when it has gone; the family reads it there and cannot change it.
function isOfPart({ together, familyOnly, fields }: Question, { part, answers }: Asking): boolean {
  if (part === 'school') return familyOnly !== true;
  return together !== true || fields.some(({ name }) => (answers[name] ?? '') !== '');
}

/** Which kind of request the answers make it and whose the right to ask is, on the day it was made or is. */
function aboutOf({ source, answers, today, schoolYears }: Asking): About {
  const bornOn = parsePlainDate(answers['bornOn'] ?? '');
  if (bornOn === null) return { source, answers, variant: null, holder: null };
  const day = parsePlainDate(answers['receivedOn'] ?? '') ?? today;
  const begin = schoolYearsBeginning(schoolYears);
  const place = answers['place'] ?? '';
  const variant = variantOf({ place: isPlace(place) ? place : null, bornOn }, day, begin);
  return { source, answers, variant, holder: rightsHolder(bornOn, day, begin) };
}

/** Whether a field of the question that must be answered has not been. */
export function isMissing({ fields }: Question, answers: Answers): boolean {
  return fields.some(({ name, missing }) => missing !== undefined && (answers[name] ?? '') === '');
}

/** Whether every field that must be answered has been, and its page was saved. */
export function isAnswered(question: Question, answers: Answers): boolean {
  const given = question.fields.every(
    (field) => field.missing !== undefined || field.name in answers || skippable(field),
  );
  return given && !isMissing(question, answers);
}

// An empty optional answer counts as given once its page has been saved; how to reach somebody depends on what they chose.
function skippable(field: Field): boolean {
  return field.kind === 'email' || field.kind === 'phone';
}

/** The words typed for a field: a choice as it reads, a date from its three boxes. */
export function typedOf({ name, kind, choices = [] }: Field, typed: Answers): string {
  if (kind === 'date')
    return ['day', 'month', 'year']
      .map((part) => typed[`${name}-${part}`] ?? '')
      .join(' ')
      .trim();
  const words = typed[name] ?? '';
  return choices.find(({ value }) => value === words)?.text ?? words;
}

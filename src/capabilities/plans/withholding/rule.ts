import type { PlainDate } from '../../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { groundOf, withheldUntil } from '../../../shared/withholding.ts';
import { AREAS, type PlanContent } from '../plan.ts';
import type { LeftOut } from './left-out.ts';

/** Who may be shown less of a plan than it says. The family is no such class: it is always shown all of it. */
export const CLASSES = ['settings consulted', 'settings named', 'commissioning body'] as const;
export type ReaderClass = (typeof CLASSES)[number];

export const CLASS_WORDS = {
  'settings consulted': 'Settings consulted about a place',
  'settings named': 'Settings the plan names',
  'commissioning body': 'The responsible commissioning body',
} as const satisfies Record<ReaderClass, string>;

/** A statement withheld whole, words wherever they stand in the plan and its advice, or whole passages left out of a copy. */
export type Passage =
  | { rowId: Uuid; words: null; leftOut?: undefined }
  | { rowId: null; words: string; leftOut?: undefined }
  | { rowId: null; words: null; leftOut: readonly LeftOut[] };
export type Withholding = Passage & { id: Uuid; readers: ReaderClass[]; mends: readonly Mend[] };

/** Words that were nowhere to be found, put right: by the rule that withholds the same in other words, or read to be in no way in a version. */
export type Mend = { asId: Uuid; versionId: null } | { asId: null; versionId: Uuid };

/** Of fewer, other words might be meant. */
export const SHORTEST_WORDS = 8;

export type MarkForm = {
  rowId: string;
  words: string;
  readers: string;
  ground: string;
  reason: string;
  reviewBy: PlainDate | null;
};

/** May this passage be withheld from these readers, for this reason, until somebody looks again? */
export function markWithheld(
  form: MarkForm,
  { content, grounds, today }: { content: PlanContent; grounds: readonly string[]; today: PlainDate },
): Result<Passage & { readers: ReaderClass[]; ground: string | null; reason: string; reviewBy: PlainDate }> {
  const passage = passageOf(form, content);
  if (!passage.ok) return passage;
  const asked = form.readers.split(',');
  const readers = CLASSES.filter((one) => asked.includes(one));
  if (readers.length === 0) return refused('readers', 'Select who is not shown it');
  const ground = groundOf(form.ground, grounds);
  if (!ground.ok) return ground;
  const why = withheldUntil(form, today);
  return why.ok ? accepted({ ...passage.value, readers, ground: ground.value, ...why.value }) : why;
}

export type MendForm = { how: 'again' | 'gone'; words: string; known: string };

/**
 * Puts right words that a version says nowhere as they were marked: marked again as it says them, or said in it in no way, with
 * why. Refuses words it does not say either, and a reason that was not given. `says` is whether the version says words.
 */
export function mendWords(
  { how, words, known }: MendForm,
  says: (words: string) => boolean,
): Result<{ words: string; reason: null } | { words: null; reason: string }> {
  if (how === 'gone')
    return known === ''
      ? refused('known', 'Enter how you know that it says this in no other words')
      : accepted({ words: null, reason: known });
  if (words.length < SHORTEST_WORDS)
    return refused('words', `Enter at least ${SHORTEST_WORDS} characters, so that no other words are meant`);
  return says(words)
    ? accepted({ words, reason: null })
    : refused('words', 'The plan and its advice do not say these words either. Copy them as they now stand');
}

function passageOf({ rowId, words }: MarkForm, content: PlanContent): Result<Passage> {
  if (rowId === '' && words === '')
    return refused('words', 'Choose a statement, or enter words of the plan or its advice');
  if (rowId !== '' && words !== '') return refused('words', 'Choose a statement or enter words, not both');
  if (rowId !== '') {
    const row = rowsOf(content).find(({ id }) => id === rowId);
    return row === undefined
      ? refused('rowId', 'The plan has no such statement now. Choose another')
      : accepted({ rowId: row.id, words: null });
  }
  if (words.length < SHORTEST_WORDS)
    return refused('words', `Enter at least ${SHORTEST_WORDS} characters, so that no other words are meant`);
  return accepted({ rowId: null, words });
}

/** Each need, provision and outcome, as it may be chosen. */
export function rowsOf({ areas }: PlanContent): { id: Uuid; text: string }[] {
  return AREAS.flatMap((name) => {
    const { needs, provisions, outcomes } = areas[name];
    return [
      ...needs.map(({ id, text }) => ({ id, text })),
      ...provisions.map(({ id, what, text }) => ({ id, text: what === '' ? text : what })),
      ...outcomes.map(({ id, text }) => ({ id, text })),
    ];
  });
}

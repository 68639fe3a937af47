import { z } from 'zod';
import {
  choiceField,
  dayField,
  optionalDayField,
  optionalText,
  textField,
} from '../../platform/http/forms.ts';
import { ENDED_HOW, KINDS, PROVIDED_IN, WEEKS } from './placement.ts';

/* The forms of the capability, for the pages and the API alike. */

const maybe = <const T extends string>(choices: readonly T[]) =>
  z
    .string()
    .default('')
    .transform((text): T | null => choices.find((one) => one === text) ?? null);

export const placementSchema = z.object({
  kind: choiceField(KINDS, 'Select what kind of placement it is'),
  rank: z
    .string()
    .default('1')
    .transform((text) => (text === '2' ? 2 : 1)),
  settingId: optionalText(36),
  settingName: optionalText(300),
  weeks: maybe(WEEKS),
  providedIn: maybe(PROVIDED_IN),
  words: optionalText(4000),
  fromOn: dayField('the day it starts'),
  beforeHow: maybe(ENDED_HOW),
  beforeWords: optionalText(4000),
  untilOn: optionalDayField('the last day'),
  how: maybe(ENDED_HOW),
  endWords: optionalText(4000),
});
export type PlacementForm = z.infer<typeof placementSchema>;

export const endSchema = z.object({
  how: choiceField(ENDED_HOW, 'Select how it ended'),
  endedOn: optionalDayField('the last day'),
  endWords: optionalText(4000),
});

export const travelSchema = z.object({
  needs: textField('Enter what the child needs on the way', 4000),
});

export const admissionSchema = z.object({
  admitted: choiceField(['yes', 'no'], 'Select whether the child has been admitted'),
  admittedOn: optionalDayField('the day the child was admitted'),
  whyNot: optionalText(4000),
  expectedOn: optionalDayField('the day you expect to admit the child'),
  /** Who at the setting said it, where staff write it down. */
  saidBy: optionalText(200),
});

/** A field `answer-…` and `words-…` for each line, by its identifier; whose answer it is, where staff write it down. */
export const answersSchema = z.record(
  z.string(),
  z.string().max(4000, 'This must be 4,000 characters or fewer'),
);

export const problemSchema = z.object({
  words: textField('Enter what is not happening', 4000),
  since: optionalText(200),
  from: optionalText(200),
});
export const heardProblemSchema = problemSchema.extend({
  row: textField('Select which line of the plan it is', 36),
  contactId: optionalText(36),
  saidOn: dayField('the day they said it'),
});

export const problemActSchema = z.object({
  act: choiceField(['done', 'closed'], 'Select whether this is put right'),
  words: optionalText(4000),
  seen: z.coerce.number().int().min(0).max(10_000).catch(-1),
});
export const reopeningSchema = z.object({ words: optionalText(4000), from: optionalText(200) });

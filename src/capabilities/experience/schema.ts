import { z } from 'zod';
import { choiceField, dayField, optionalText } from '../../platform/http/forms.ts';
import { SAID_HOW } from '../../shared/said-how.ts';
import { ANSWERS } from './survey.ts';

const answer = z.enum(['', ...ANSWERS], 'Select one of the answers').default('');
const yes = z.enum(['', 'yes', 'no'], 'Say yes or no').default('');

/** A sheet as it is sent: an answer, 5 to 1 or `none`, beside the id of each statement. */
export const sheetSchema = z.object({
  'told-clearly': answer,
  'listened-to': answer,
  'child-heard': answer,
  'fair-effort': answer,
  'plan-understood': answer,
  'plan-says-needs': answer,
  'help-happening': answer,
  'time-enough': answer,
  'taken-into-account': answer,
  words: optionalText(2000),
  wordsConsent: yes,
  consent: yes,
});
export type SheetSent = z.infer<typeof sheetSchema>;

export const declineSchema = z.object({});

export const choiceSchema = z.object({
  asks: choiceField(['yes', 'no'], 'Select whether you want us to ask'),
});

export const staffChoiceSchema = z.object({
  contactId: z.uuid('Select who said it'),
  asks: choiceField(['yes', 'no'], 'Select whether they want us to ask'),
  saidHow: choiceField(SAID_HOW, 'Select how they said it'),
  saidOn: dayField('the day they said it'),
});

import { z } from 'zod';
import { choiceField, dayField, textField } from '../../platform/http/forms.ts';
import { DECISIONS, REPRESENTATIVES } from './rights.ts';

/* The forms by which staff record what bears on who acts. */

/** Whose: the young person, or a parent by their contact. */
const whose = z.string({ error: 'Select whose' }).max(40).default('young person');

export const capacitySchema = z.object({
  whose,
  decision: choiceField(DECISIONS, 'Select the decision that was assessed'),
  hasCapacity: choiceField(['yes', 'no'], 'Select whether they can make this decision'),
  assessedOn: dayField('the day it was assessed'),
  assessedBy: textField('Enter who assessed it, and what they are', 200),
  reasons: textField('Enter what was found, and how they were helped to decide', 5000),
});

export const representativeSchema = z.object({
  whose,
  contactId: z.string({ error: 'Select who acts' }),
  kind: choiceField(REPRESENTATIVES, 'Select whether they are a deputy or an attorney'),
  paperSeen: textField('Enter the order or power of attorney you saw, and its date', 2000),
  fromOn: dayField('the day from which they act'),
});

export const endSchema = z.object({ untilOn: dayField('the last day on which they act') });

export const wishSchema = z.object({
  involved: choiceField(['yes', 'no'], 'Select what the young person wants'),
  saidOn: dayField('the day they said so'),
  how: textField('Enter how they said so', 2000),
});

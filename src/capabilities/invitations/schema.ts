import { z } from 'zod';
import { choiceField, dayField, optionalText, textField } from '../../platform/http/forms.ts';
import { SAID_HOW } from '../../shared/said-how.ts';
import { RELATIONSHIPS, SEES } from './inviting.ts';

export const askedSchema = z.object({
  name: textField('Enter their full name', 200),
  email: textField('Enter their email address', 254).pipe(
    z.email('Enter an email address in the correct format, like name@example.com'),
  ),
  relationship: choiceField(RELATIONSHIPS, 'Select who they are to you'),
  sees: choiceField(SEES, 'Select what they may see'),
  until: dayField('the last day they may see it'),
  from: optionalText(200),
});

/** The same, as staff write down what they were told. */
export const toldSchema = askedSchema.omit({ from: true }).extend({
  inviter: z.uuid('Select who invites them'),
  saidHow: choiceField(SAID_HOW, 'Select how they told us'),
  saidOn: dayField('the day they told us'),
});

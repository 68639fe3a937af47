import { z } from 'zod';
import { dayField, optionalText } from '../../platform/http/forms.ts';
import { isUuid } from '../../shared/uuid.ts';

const person = z
  .string()
  .default('')
  .transform((text) => (isUuid(text) ? text : null));

export const giveSchema = z.object({ to: person, seen: person, handover: optionalText(2000) });

export const coverSchema = z.object({
  away: person,
  cover: person,
  fromOn: dayField('the first day away'),
  untilOn: dayField('the last day away'),
});

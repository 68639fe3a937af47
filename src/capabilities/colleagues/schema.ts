import { z } from 'zod';
import { textField } from '../../platform/http/forms.ts';

/** Whom a form lets in: their name, and the address they sign in with. */
export const newcomerFields = z.object({
  name: textField('Enter their full name', 200),
  email: textField('Enter their work email address', 254).pipe(
    z.email('Enter an email address in the correct format, like name@example.com'),
  ),
});

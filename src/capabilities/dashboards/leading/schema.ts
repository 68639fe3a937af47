import { z } from 'zod';
import { textField } from '../../../platform/http/forms.ts';

/** What is kept of a comparison: its name, and the address of the public page. */
export const comparisonSchema = z.object({
  name: textField('Enter a name for the comparison', 80),
  chosen: textField('Choose a measure and areas to compare first', 2000),
});

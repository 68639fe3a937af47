import { CITES } from '../../citations.ts';
import type { Check } from '../check.ts';

export const namesTheChild: Check = {
  id: 'names-the-child',
  name: 'The plan says whose it is',
  severity: 'blocking',
  cite: { ...CITES.planContents, confidence: 'high' },
  suggestion: 'Enter the name of the child or young person',
  find: ({ content: { personalDetails } }) =>
    `${personalDetails.forename}${personalDetails.surname}`.trim() === ''
      ? [{ section: 'personal details', row: null, text: '', why: 'It names no child or young person' }]
      : [],
};

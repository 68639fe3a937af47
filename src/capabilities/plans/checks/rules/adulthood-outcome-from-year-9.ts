import { code, yearGroup } from '../../../../law/index.ts';
import { AREAS } from '../../plan.ts';
import type { Check } from '../check.ts';
import { OF_ADULT_LIFE } from '../parts/adulthood.ts';

export const adulthoodOutcome: Check = {
  id: 'adulthood-outcome-from-year-9',
  name: 'From year 9, there is an outcome for adult life',
  severity: 'warning',
  cite: { ...code('Code of Practice, 9.64 and 8.9'), confidence: 'medium' },
  suggestion:
    'Write an outcome for adult life with the young person, or say of one which part of adult life it is for',
  find: ({ content, today }) => {
    if (yearGroup(content.personalDetails.dateOfBirth, today) < 9) return [];
    const outcomes = AREAS.flatMap((name) => content.areas[name].outcomes);
    // That there is none at all is another rule’s to say.
    return outcomes.length === 0 ||
      outcomes.some(({ adulthood, text }) => adulthood !== undefined || OF_ADULT_LIFE.test(text))
      ? []
      : [{ section: 'E', row: null, text: '', why: 'No outcome seems to be for adult life' }];
  },
};

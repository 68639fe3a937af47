import { CITES } from '../../citations.ts';
import type { Check } from '../check.ts';

/** The template allows one side of A4 for A1. */
const A1_WORDS = 500;

export const a1Length: Check = {
  id: 'a1-length',
  name: `Section A1 is within ${A1_WORDS} words`,
  severity: 'blocking',
  cite: { ...CITES.template, confidence: 'high' },
  suggestion: 'Keep what a stranger needs first, and leave the rest to the reports',
  find: ({ content: { a1 } }) => {
    const words = countWords(a1);
    return words > A1_WORDS
      ? [{ section: 'A1', row: null, text: a1, why: `It has ${words} words, and may have ${A1_WORDS}` }]
      : [];
  },
};

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

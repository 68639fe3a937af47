import { code } from '../../../../law/index.ts';
import { type Check, statementsOf } from '../check.ts';
import { plainLine } from '../parts/line.ts';

const LONG_ENOUGH = 40;

export const noRepeatedText: Check = {
  id: 'no-repeated-text',
  name: 'Nothing is said twice',
  severity: 'advice',
  cite: { ...code('Code of Practice, 9.61'), confidence: 'medium' },
  suggestion: 'Say it once: one provision may meet several needs',
  find: (plan) => {
    const seen = new Set<string>();
    return statementsOf(plan).flatMap(({ section, row, text }) => {
      // The template itself has one outcome of several needs in the same words.
      if (section === 'E') return [];
      const said = plainLine(text)
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      if (said.length < LONG_ENOUGH) return [];
      const again = seen.has(said);
      seen.add(said);
      return again ? [{ section, row, text, why: 'The same words stand in another row' }] : [];
    });
  },
};

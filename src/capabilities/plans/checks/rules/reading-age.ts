import { code } from '../../../../law/index.ts';
import { AREAS } from '../../plan.ts';
import type { Check } from '../check.ts';
import { readingAge } from '../parts/reading-age.ts';

export const plainEnough: Check = {
  id: 'reading-age',
  name: 'What everybody reads is as plain as the authority asks',
  severity: 'advice',
  cite: {
    ...code('Code of Practice, 9.61'),
    confidence: 'medium',
    note: 'The age is the authority’s own, by the Flesch–Kincaid grade level (1975) with five added: an indication and no more. Where it says none, nothing is checked',
  },
  suggestion: 'Write shorter sentences, and plainer words',
  find: ({ content, record }) => {
    const most = record?.limits.readingAge ?? null;
    if (most === null) return [];
    const outcomes = AREAS.flatMap((name) => content.areas[name].outcomes.map(({ text }) => text)).join('. ');
    return [
      { section: 'A1', text: content.a1 },
      { section: 'E', text: outcomes },
    ].flatMap(({ section, text }) => {
      const age = readingAge(text);
      if (age === null || age <= most) return [];
      const why = `${section === 'E' ? 'The outcomes together read' : 'It reads'} as for an age of about ${age}, and the authority writes for ${most}`;
      return [{ section, row: null, text, why }];
    });
  },
};

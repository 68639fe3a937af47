import { CITES } from '../../citations.ts';
import { EDUCATION_AREAS } from '../../plan.ts';
import type { Check } from '../check.ts';

export const hasANeed: Check = {
  id: 'has-a-need',
  name: 'The plan has a special educational need',
  severity: 'blocking',
  cite: { ...CITES.needsAndProvision, confidence: 'high' },
  suggestion: 'Enter at least one special educational need',
  find: ({ content }) =>
    EDUCATION_AREAS.some((name) => content.areas[name].needs.length > 0)
      ? []
      : [{ section: 'B', row: null, text: '', why: 'It states no special educational need' }],
};

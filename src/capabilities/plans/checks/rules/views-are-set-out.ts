import { regs } from '../../../../law/index.ts';
import type { Check } from '../check.ts';

export const viewsAreSetOut: Check = {
  id: 'views-are-set-out',
  name: 'The plan sets out views, interests and aspirations',
  severity: 'warning',
  cite: regs(12, 'reg. 12(1)(a)'),
  suggestion:
    'Ask the child and the family again, in a way that suits them; or write that they did not want to say',
  find: ({ content: { a2 } }) =>
    (['views', 'interests', 'aspirations'] as const)
      .filter((part) => a2[part].trim() === '')
      .map((part) => ({ section: 'A2', row: null, text: '', why: `It sets out no ${part}` })),
};

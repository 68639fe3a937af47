import { regs } from '../../../../law/index.ts';
import type { Check } from '../check.ts';

export const advisedNeedPlaced: Check = {
  id: 'advised-need-placed',
  name: 'Each need that advice states is in the plan, merged into one that is, or left out with a reason',
  severity: 'warning',
  cite: regs(12, 'reg. 12(1)(b)', {
    confidence: 'medium',
    note: 'The regulation has the plan set out the needs. Saying of each need in the advice where it stands is good practice',
  }),
  suggestion: 'Say where it stands in the plan, or why it is left out',
  find: ({ record }) =>
    (record?.unplacedNeeds ?? []).map(({ from, text }) => ({
      section: 'B',
      row: null,
      text,
      why: `${from} states this need, and nothing says where it is: “${text.length > 120 ? `${text.slice(0, 119)}…` : text}”`,
    })),
};

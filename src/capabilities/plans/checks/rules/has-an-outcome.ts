import { regs } from '../../../../law/index.ts';
import { AREAS } from '../../plan.ts';
import type { Check } from '../check.ts';

export const hasAnOutcome: Check = {
  id: 'has-an-outcome',
  name: 'The plan has an outcome',
  severity: 'blocking',
  cite: regs(12, 'reg. 12(1)(e)'),
  suggestion: 'Say what the child or young person will be able to do because of the provision',
  find: ({ content }) => {
    const areas = AREAS.map((name) => content.areas[name]);
    const begun = areas.some(({ needs }) => needs.length > 0);
    return begun && areas.every(({ outcomes }) => outcomes.length === 0)
      ? [{ section: 'E', row: null, text: '', why: 'It sets out no outcome' }]
      : [];
  },
};

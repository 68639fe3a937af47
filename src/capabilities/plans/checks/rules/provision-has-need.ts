import { regs } from '../../../../law/index.ts';
import { type Check, provisionsOf } from '../check.ts';

export const provisionHasNeed: Check = {
  id: 'provision-has-need',
  name: 'Every provision meets a need',
  severity: 'blocking',
  cite: regs(12, 'reg. 12(1)(b) and (f) to (h)'),
  suggestion: 'Say which need this provision meets',
  find: (plan) =>
    provisionsOf(plan)
      .filter(({ needIds }) => needIds.length === 0)
      .map(({ id, section, line }) => ({
        section,
        row: id,
        text: line,
        why: 'It meets no need in the plan',
      })),
};

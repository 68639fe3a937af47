import { regs } from '../../../../law/index.ts';
import { type Check, statementsOf } from '../check.ts';

export const statementCites: Check = {
  id: 'statement-cites',
  name: 'Every statement says which advice or report it comes from',
  severity: 'advice',
  cite: regs(12, 'reg. 12(4)', {
    confidence: 'medium',
    note: 'The regulation has the advice appended. Citing it at each statement is good practice',
  }),
  suggestion: 'Choose the advice or report, and its page, that says so',
  find: (plan) =>
    statementsOf(plan)
      .filter(({ cites }) => !cites)
      .map(({ section, row, text }) => ({ section, row, text, why: 'It cites no advice and no report' })),
};

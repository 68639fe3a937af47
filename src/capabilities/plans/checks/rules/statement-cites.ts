import { regs } from '../../../../law/index.ts';
import { type Check, statementsOf } from '../check.ts';

export const statementCites: Check = {
  id: 'statement-cites',
  name: 'Every statement says which advice or report it comes from, and the page of a report',
  severity: 'advice',
  cite: regs(12, 'reg. 12(4)', {
    confidence: 'medium',
    note: 'The regulation has the advice appended. Citing it at each statement is good practice',
  }),
  suggestion: 'Choose the advice or report, and its page, that says so',
  find: (plan) => {
    const whole = new Set(plan.record?.wholeReports ?? []);
    return statementsOf(plan).flatMap(({ section, row, text, sources }) => {
      if (sources.length === 0) return [{ section, row, text, why: 'It cites no advice and no report' }];
      // Advice given as a form has no pages.
      const cited = sources.some((source) => 'citationId' in source && whole.has(source.citationId));
      return cited
        ? [{ section, row, text, why: 'It cites a whole report, and no page or heading of it' }]
        : [];
    });
  },
};

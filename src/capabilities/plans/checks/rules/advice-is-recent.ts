import { regs } from '../../../../law/index.ts';
import { addMonths, isBefore, sayDate } from '../../../../shared/plain-date.ts';
import type { Check } from '../check.ts';

export const adviceIsRecent: Check = {
  id: 'advice-is-recent',
  name: 'Advice is no older than the authority allows',
  severity: 'warning',
  cite: regs(6, 'reg. 6(4)', {
    confidence: 'medium',
    note: 'No provision says how old advice may be. The age is the authority’s own; where it says none, nothing is checked',
  }),
  suggestion: 'Ask whether it is still so, and for new advice where it is not',
  find: ({ content, record, today }) => {
    const months = record?.limits.adviceMonths ?? null;
    if (months === null) return [];
    return content.advice.flatMap(({ from, receivedOn }) =>
      receivedOn !== null && isBefore(addMonths(receivedOn, months), today)
        ? [
            {
              section: 'K',
              row: null,
              text: from,
              why: `${from}: it came on ${sayDate(receivedOn)}, more than ${months === 1 ? 'a month' : `${months} months`} ago`,
            },
          ]
        : [],
    );
  },
};

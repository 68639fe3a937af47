import { regs } from '../../../../law/index.ts';
import { isBefore, sayDate } from '../../../../shared/plain-date.ts';
import type { Check } from '../check.ts';

export const adviceSinceReview: Check = {
  id: 'advice-since-review',
  name: 'Advice from before the last review is looked at again',
  severity: 'advice',
  cite: regs(12, 'reg. 12(4)', {
    confidence: 'medium',
    note: 'No provision says that advice ends with a review. Asking whether it is still so is good practice',
  }),
  suggestion: 'Ask whether the review found it still so, and for new advice where it did not',
  find: ({ content, record }) => {
    const review = record?.lastReviewOn ?? null;
    if (review === null) return [];
    return content.advice.flatMap(({ from, receivedOn }) =>
      receivedOn !== null && isBefore(receivedOn, review)
        ? [
            {
              section: 'K',
              row: null,
              text: from,
              why: `${from}: it came on ${sayDate(receivedOn)}, before the review meeting of ${sayDate(review)}`,
            },
          ]
        : [],
    );
  },
};

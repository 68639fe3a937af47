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
    const before = content.advice.filter(
      ({ receivedOn }) => receivedOn !== null && isBefore(receivedOn, review),
    );
    if (before.length === 0) return [];
    // One thing to ask, however much advice there is: after a review it is often all of it.
    const text = before.map(({ from }) => from).join('; ');
    const why = `The last review meeting was on ${sayDate(review)}, and this came before it: ${text}`;
    return [{ section: 'K', row: null, text, why }];
  },
};

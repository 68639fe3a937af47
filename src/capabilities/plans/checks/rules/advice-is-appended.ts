import { CITES } from '../../citations.ts';
import type { Check } from '../check.ts';

export const adviceIsAppended: Check = {
  id: 'advice-is-appended',
  name: 'A plan goes out with all of its advice',
  severity: 'blocking',
  cite: { ...CITES.adviceAppended, confidence: 'high' },
  suggestion: 'Append the advice: it is part of what the family is sent',
  find: ({ content }) =>
    content.advice
      .filter(({ receivedOn, appended }) => receivedOn !== null && !appended)
      .map(({ from }) => ({
        section: 'K',
        row: null,
        text: from,
        why: 'This advice was had and is not appended',
      })),
};

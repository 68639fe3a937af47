import { code } from '../../../../law/index.ts';
import type { Check } from '../check.ts';

export const sectionAIsWhole: Check = {
  id: 'section-a-is-whole',
  name: 'Section A says how to communicate with the child, and how the views were gathered',
  severity: 'advice',
  cite: { ...code('Code of Practice, 9.69'), confidence: 'medium' },
  suggestion: 'Write it in the child’s own section, for somebody who has never met them',
  find: ({ content: { a1, a2 } }) =>
    [
      {
        section: 'A1',
        said: a1,
        why: 'It says nothing of the child’s history, or how to communicate with them',
      },
      {
        section: 'A2',
        said: a2.howCollected,
        why: 'It does not say how the views were gathered, and by whom',
      },
    ]
      .filter(({ said }) => said.trim() === '')
      .map(({ section, why }) => ({ section, row: null, text: '', why })),
};

import { code } from '../../../../law/index.ts';
import type { Check } from '../check.ts';

export const sectionAIsWhole: Check = {
  id: 'section-a-is-whole',
  name: 'Section A says how to communicate with the child, and how the views were gathered',
  severity: 'advice',
  cite: { ...code('Code of Practice, 9.69'), confidence: 'medium' },
  suggestion: 'Write it in the child’s own section, for somebody who has never met them',
  find: ({ content: { a1, a2 } }) => [
    ...(a1.trim() === ''
      ? [
          {
            section: 'A1',
            row: null,
            text: '',
            why: 'It says nothing of the child’s history, or how to communicate with them',
          },
        ]
      : []),
    ...(a2.howCollected.trim() === ''
      ? [
          {
            section: 'A2',
            row: null,
            text: '',
            why: 'It does not say how the views were gathered, and by whom',
          },
        ]
      : []),
  ],
};

import { si } from '../../../../law/index.ts';
import type { Check } from '../check.ts';

export const sectionIEmpty: Check = {
  id: 'section-i-empty-in-draft',
  name: 'A draft names no setting and no type of setting',
  severity: 'blocking',
  cite: si('ukpga/2014/6/section/38', 'Children and Families Act 2014, s. 38(5)'),
  suggestion: 'Leave Section I empty until the family has said which setting it asks for',
  find: ({ content, draft }) =>
    draft && content.sectionI !== null
      ? [
          {
            section: 'I',
            row: null,
            text: content.sectionI.kind,
            why: 'A draft may not name a setting, or a type of setting',
          },
        ]
      : [],
};

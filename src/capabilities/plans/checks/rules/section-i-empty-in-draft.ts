import { si } from '../../../../law/index.ts';
import type { Check } from '../check.ts';

export const sectionIEmpty: Check = {
  id: 'section-i-empty-in-draft',
  name: 'A draft names no setting and no type of setting',
  severity: 'blocking',
  cite: si('ukpga/2014/6/section/38', 'Children and Families Act 2014, s. 38(5)'),
  suggestion: 'Leave Section I empty until the family has said which setting it asks for',
  noException: 'The Act says what a draft may not contain, and leaves no exception',
  // The type leaves no room for one; a draft read back from elsewhere is asked all the same.
  find: ({ content: { sectionI }, draft }) =>
    draft && (sectionI ?? null) !== null
      ? [
          {
            section: 'I',
            row: null,
            text: sectionI?.kind ?? '',
            why: 'A draft may not name a setting, or a type of setting',
          },
        ]
      : [],
};

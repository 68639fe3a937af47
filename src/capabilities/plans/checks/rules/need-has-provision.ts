import { regs } from '../../../../law/index.ts';
import { needSection, needsWithoutProvision } from '../../links.ts';
import { AREAS } from '../../plan.ts';
import type { Check } from '../check.ts';

export const needHasProvision: Check = {
  id: 'need-has-provision',
  name: 'Every need has provision',
  severity: 'blocking',
  cite: regs(12, 'reg. 12(1)(b) and (f) to (h)'),
  suggestion: 'Enter the provision for this need, or link one that is there',
  find: ({ content }) =>
    AREAS.flatMap((name) =>
      needsWithoutProvision(content.areas[name]).map(({ id, text }) => ({
        section: needSection(name),
        row: id,
        text,
        why: 'No provision meets this need',
      })),
    ),
};

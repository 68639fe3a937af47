import { code } from '../../../../law/index.ts';
import { AREAS } from '../../plan.ts';
import type { Check } from '../check.ts';

export const outcomeHasProvision: Check = {
  id: 'outcome-has-provision',
  name: 'Every outcome is served by provision, and provision serves an outcome',
  severity: 'advice',
  cite: code('Code of Practice, 9.64 to 9.69'),
  suggestion: 'Link the outcome and the provision that is for it',
  find: ({ content }) =>
    AREAS.flatMap((name) => {
      const { provisions, outcomes } = content.areas[name];
      const serving = new Set(outcomes.flatMap(({ provisionIds }) => provisionIds));
      return [
        ...provisions
          .filter(({ id }) => !serving.has(id))
          .map(({ id, section, what }) => ({
            section,
            row: id,
            text: what,
            why: 'It does not say which outcome this is for',
          })),
        ...outcomes
          .filter(({ provisionIds }) => provisionIds.length === 0)
          .map(({ id, text }) => ({
            section: 'E',
            row: id,
            text,
            why: 'It does not say which provision serves this outcome',
          })),
      ];
    }),
};

import { CITES } from '../../citations.ts';
import { brokenLinks, needSection } from '../../links.ts';
import { AREAS } from '../../plan.ts';
import type { Check } from '../check.ts';

export const linksLeadSomewhere: Check = {
  id: 'links-lead-somewhere',
  name: 'Every link leads to a row',
  severity: 'blocking',
  cite: { ...CITES.needsAndProvision, confidence: 'high' },
  suggestion: 'Open the area’s rows, and save again those whose links are wrong',
  find: ({ content }) =>
    AREAS.flatMap((name) =>
      brokenLinks(content.areas[name]).length === 0
        ? []
        : [
            {
              section: needSection(name),
              row: null,
              text: name,
              why: `In ${name}, a link leads to a row that is not there, or two rows have one identifier`,
            },
          ],
    ),
};

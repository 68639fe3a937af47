import { CITES } from '../../citations.ts';
import { needSection } from '../../links.ts';
import { AREAS, type Area } from '../../plan.ts';
import type { Check } from '../check.ts';

export const noEmptyRow: Check = {
  id: 'no-empty-row',
  name: 'No row is empty',
  severity: 'blocking',
  cite: { ...CITES.needsAndProvision, confidence: 'high' },
  suggestion: 'Enter what it should say, or take the empty row away',
  find: ({ content }) =>
    AREAS.flatMap((name) => {
      const area: Area = content.areas[name];
      const rows = [
        ...area.needs.map(({ id, text }) => ({ row: id, section: needSection(name), text })),
        ...area.provisions.map(({ id, section, what }) => ({ row: id, section, text: what })),
        ...area.outcomes.map(({ id, text }) => ({ row: id, section: 'E', text })),
      ];
      return rows
        .filter(({ text }) => text.trim() === '')
        .map((found) => ({ ...found, why: 'This row says nothing' }));
    }),
};

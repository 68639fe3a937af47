import {
  AT_FERNTON,
  aDraft,
  aNeed,
  anArea,
  anId,
  anOutcome,
  aProvision,
} from '../../src/capabilities/plans/examples.ts';
import { EDUCATION_AREAS, emptyAreas } from '../../src/capabilities/plans/plan.ts';
import type { PlanView } from '../../src/capabilities/plans/rendering/index.ts';
import { plainDate } from '../../src/shared/plain-date.ts';
import { provisionLines } from '../corpus/provision/corpus.ts';

const LINES = provisionLines('building');

/** A final plan of so many needs, each with its provision and its outcome, in words that no other number has. */
export function longPlan(number: number, threads: number): PlanView {
  const areas = emptyAreas();
  for (const [place, name] of EDUCATION_AREAS.entries()) {
    const rows = Array.from({ length: threads }, (_, row) => row).filter((row) => row % 4 === place);
    areas[name] = {
      ...anArea(1, 'F'),
      needs: rows.map((row) =>
        aNeed(row * 3 + 1000, { text: `Plan ${number}: finds need ${row} hard, and says so` }),
      ),
      provisions: rows.map((row) =>
        aProvision(row * 3 + 1001, 'F', {
          needIds: [anId(row * 3 + 1000)],
          text: `${LINES[(number + row) % LINES.length]?.text ?? ''} (${number})`,
        }),
      ),
      outcomes: rows.map((row) =>
        anOutcome(row * 3 + 1002, {
          provisionIds: [anId(row * 3 + 1001)],
          text: `By then outcome ${row} of plan ${number} is reached 4 times out of 5`,
        }),
      ),
    };
  }
  return {
    authority: { name: 'Fernshire Council' },
    reference: 'FN-2026-0001',
    version: { kind: 'final', number: 1, on: plainDate('2026-04-01'), officer: 'Lee Invented' },
    content: { ...aDraft({ areas }), sectionI: AT_FERNTON },
    layout: 'sections',
    citations: [],
  };
}

import { comparePlans } from '../src/capabilities/plans/comparing/compare.ts';
import { aDraft, aNeed, anId, anOutcome, aProvision } from '../src/capabilities/plans/examples.ts';
import { type DraftContent, EDUCATION_AREAS, emptyAreas } from '../src/capabilities/plans/plan.ts';
import type { PlanView } from '../src/capabilities/plans/rendering/index.ts';
import { plainDate } from '../src/shared/plain-date.ts';
import { type Measured, spread } from './support/table.ts';

/* Two versions of a plan of 40 rows compared, by row and by word, in one thread, without a database. */

const RUNS = 400;

/** A plan of 42 rows, four in ten written again from nothing, every row of it said otherwise in the later version. */
function versionOf(later: boolean): PlanView {
  const areas = emptyAreas();
  const id = (number: number) => anId(later && number % 5 < 2 ? number + 500 : number);
  const filler = (number: number) =>
    Array.from({ length: 60 }, (_, at) => `word${(at * 7 + number) % 90}${later && at % 6 === 0 ? 'x' : ''}`);
  for (const [place, name] of EDUCATION_AREAS.entries()) {
    const rows = Array.from({ length: place < 2 ? 4 : 3 }, (_, at) => place * 40 + at * 3 + 1);
    areas[name] = {
      strengths: 'Speaks warmly of her friends',
      needs: rows.map((row) => aNeed(0, { id: id(row), text: filler(row).join(' ') })),
      provisions: rows.map((row) =>
        aProvision(0, 'F', { id: id(row + 1), needIds: [id(row)], what: filler(row + 1).join(' ') }),
      ),
      outcomes: rows.map((row) =>
        anOutcome(0, { id: id(row + 2), provisionIds: [id(row + 1)], text: filler(row + 2).join(' ') }),
      ),
    };
  }
  const content: DraftContent = aDraft({ areas });
  const version = { kind: 'draft', number: later ? 2 : 1, on: plainDate('2026-03-02') } as const;
  return { authority: { name: '' }, reference: '', version, content, layout: 'sections', citations: [] };
}

/** How long a comparison takes, and whether each told every row that was said otherwise. */
export function comparison(): Measured[] {
  const [before, after] = [versionOf(false), versionOf(true)];
  const rows = EDUCATION_AREAS.map((name) => before.content.areas[name]).reduce(
    (sum, { needs, provisions, outcomes }) => sum + needs.length + provisions.length + outcomes.length,
    0,
  );
  for (let run = 0; run < 50; run += 1) comparePlans(before, after);
  let wrong = 0;
  const taken = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    const { changes } = comparePlans(before, after);
    if (changes.filter(({ how }) => how === 'changed').length < rows) wrong += 1;
    return performance.now() - started;
  });
  return [
    {
      what: `compare two versions of a plan of ${rows} rows, all changed`,
      ...spread(taken),
      beside: 'at most 50 ms',
      wrong,
    },
  ];
}

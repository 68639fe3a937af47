import { checkPlan } from '../../src/capabilities/plans/checks/index.ts';
import { aDraft, aNeed, anArea, anId, anOutcome, aProvision } from '../../src/capabilities/plans/examples.ts';
import { EDUCATION_AREAS } from '../../src/capabilities/plans/plan.ts';
import { plainDate } from '../../src/shared/plain-date.ts';
import { provisionLines } from '../corpus/provision/corpus.ts';
import { type Measured, spread } from './table.ts';

const TIMES = 200;
const ROWS_IN_AREA = 10;

/** Checks one invented plan of forty rows, each a need, a provision and an outcome, beside reading it as JSON. */
export function checkingOnePlan(): Measured[] {
  const text = JSON.stringify(fortyRows());
  const reading = timed(() => Number(JSON.parse(text) === null));
  // No line comes twice: what was read of one before is kept.
  const plans = Array.from({ length: TIMES }, (_, nth) => fortyRows(nth));
  const times = timed((nth) =>
    Number(
      checkPlan({
        content: plans[nth] ?? fortyRows(),
        draft: true,
        today: plainDate('2026-03-02'),
        record: null,
      }).findings.length < 0,
    ),
  );
  return [
    {
      what: 'checking a plan of 40 rows',
      ...spread(times),
      beside: `×${(sum(times) / sum(reading)).toFixed(0)} reading its JSON`,
      wrong: 0,
    },
  ];
}

/** A draft of forty needs in four areas, each with its provision and its outcome; the lines of one number are no other's. */
export function fortyRows(nth?: number) {
  const lines = provisionLines('building');
  const draft = aDraft();
  const areas = EDUCATION_AREAS.map((name, place) => {
    const rows = Array.from({ length: ROWS_IN_AREA }, (_, row) => 1000 + place * 100 + row * 3);
    const area = {
      ...anArea(1, 'F'),
      needs: rows.map((id) => aNeed(id)),
      provisions: rows.map((id, row) =>
        aProvision(id + 1, 'F', {
          needIds: [anId(id)],
          text: `${lines[place * ROWS_IN_AREA + row]?.text ?? ''}${nth === undefined ? '' : ` (${nth})`}`,
        }),
      ),
      outcomes: rows.map((id) => anOutcome(id + 2, { provisionIds: [anId(id + 1)] })),
    };
    return [name, area] as const;
  });
  return { ...draft, areas: { ...draft.areas, ...Object.fromEntries(areas) } };
}

function timed(work: (nth: number) => number): number[] {
  return Array.from({ length: TIMES }, (_, nth) => {
    const started = performance.now();
    if (work(nth) > 0) throw new Error('unreachable, and keeps the work from being left out');
    return performance.now() - started;
  });
}

function sum(times: readonly number[]): number {
  return times.reduce((total, time) => total + time, 0);
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { renderPlanPdf, renderPlanToKeep } from '../src/capabilities/plans/rendering/index.ts';
import { longPlan } from './support/long-plan.ts';
import { type Measured, spread } from './support/table.ts';

/* Plans drawn as PDF, each with words of its own, so that nothing that was laid out for one serves another. */

const RUNS = 60;
const PLANS = 1000;
const PROCESSES = 2;

/** One plan after another in this thread, once warm; then a thousand in two processes, with what they hold. */
export async function planPdf(): Promise<Measured[]> {
  return [
    await drawing('PDF of a plan of 42 rows', (number) => renderPlanPdf(longPlan(number, 14))),
    await drawing('PDF of a plan of 40 needs, each with provision and outcome: 120 rows', (number) =>
      renderPlanPdf(longPlan(number, 40)),
    ),
    await drawing('the same of 42 rows, to read and to keep (PDF/A)', (number) =>
      renderPlanToKeep(longPlan(number, 14)),
    ),
    await aThousand(),
  ];
}

async function drawing(what: string, draw: (number: number) => Promise<unknown>): Promise<Measured> {
  for (let number = 0; number < 10; number += 1) await draw(number);
  const taken: number[] = [];
  const before = process.cpuUsage();
  for (let number = 0; number < RUNS; number += 1) {
    const started = performance.now();
    await draw(1000 + number);
    taken.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(before);
  const cpu = ((user + system) / 1000 / RUNS).toFixed(0);
  return {
    what,
    ...spread(taken),
    beside: `${cpu} ms of processor; at most 60 ms`,
    wrong: 0,
  };
}

type Drawn = { drawn: number; early: number; late: number; cpu: number };

async function aThousand(): Promise<Measured> {
  const started = performance.now();
  const shares = await Promise.all(
    Array.from({ length: PROCESSES }, async (_, at) => {
      const count = PLANS / PROCESSES;
      const child = fork(
        join(import.meta.dirname, 'support/drawing-process.ts'),
        [String(at * count), String(count)],
        {
          execArgv: ['--import', 'tsx'],
        },
      );
      const [drawn]: Drawn[] = await once(child, 'message');
      return drawn ?? { drawn: 0, early: 0, late: 0, cpu: 0 };
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const held = shares.map(({ early, late }) => `${early} to ${late}`).join(', ');
  const drawn = shares.reduce((sum, one) => sum + one.drawn, 0);
  const cpu = shares.reduce((sum, one) => sum + one.cpu, 0) / drawn;
  return {
    what: `${PLANS} plans of 42 rows to PDF in ${PROCESSES} processes, MB held after 100 and at the end: ${held}`,
    perSecond: drawn / seconds,
    beside: `${cpu.toFixed(0)} ms of processor each; ${seconds.toFixed(0)} s, at most 30`,
    wrong: PLANS - drawn,
  };
}

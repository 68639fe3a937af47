import { getDeadline, isBreach, requestClocks, type Start, statusOf } from '../src/law/index.ts';
import { addDays, type PlainDate, plainDate } from '../src/shared/plain-date.ts';
import type { Measured } from './support/table.ts';

/* Every clock of every plan in England: 640,000 cases (638,745 plans in January 2025, EES), each limit and how it stands. */

const CASES = 640_000;
const today = plainDate('2025-06-30');
const received: PlainDate[] = Array.from({ length: 400 }, (_, place) => addDays(today, -place));
const calendar = {
  terms: [
    { from: plainDate('2024-01-08'), to: plainDate('2024-07-19') },
    { from: plainDate('2024-09-02'), to: plainDate('2024-12-20') },
    { from: plainDate('2025-01-06'), to: plainDate('2025-07-22') },
    { from: plainDate('2025-09-02'), to: plainDate('2025-12-19') },
  ],
  closed: [plainDate('2025-05-26')],
};

type Work = { name: string; clocks: number; breaches: (from: PlainDate) => number };
const one = (id: string, name: string, more: Partial<Start> = {}): Work => ({
  name: `${id} ${name}`,
  clocks: 1,
  breaches: (from) => Number(isBreach(statusOf(getDeadline(id, { from, ...more }), null, today))),
});
const works: Work[] = [
  one('T01', 'weeks'),
  one('T05', 'days'),
  one('T07', 'months'),
  one('T17', 'later of two', { and: plainDate('2024-09-01') }),
  one('T19', '3 working days'),
  one('T22', 'months, tribunal’s days'),
  one('T23', '30 working days'),
  one('T29', 'school days', { schoolCalendar: calendar }),
  {
    name: 'T01, T03, T04 of a request',
    clocks: 3,
    breaches: (receivedOn) =>
      requestClocks({ receivedOn }, today).filter(({ status }) => isBreach(status)).length,
  },
];

function said(count: number): string {
  return count.toLocaleString('en-GB');
}

/** Works out every clock of every case, one limit after another. */
export function clocks(): Measured[] {
  const timed = works.map((work) => {
    const started = performance.now();
    let breaches = 0;
    for (let place = 0; place < CASES; place += 1)
      breaches += work.breaches(received[place % received.length] ?? today);
    const seconds = (performance.now() - started) / 1000;
    if (breaches < 0) throw new Error('unreachable, and keeps the work from being left out');
    return { ...work, breaches, each: seconds / work.clocks };
  });
  const fastest = Math.min(...timed.map(({ each }) => each));
  return timed.map(({ name, breaches, each }) => ({
    what: `clocks of ${said(CASES)} cases: ${name}, ${said(breaches)} overdue`,
    perSecond: CASES / each,
    beside: `×${(each / fastest).toFixed(1)} the fastest`,
    wrong: 0,
  }));
}

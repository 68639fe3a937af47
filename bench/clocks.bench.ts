import { getDeadline, statusOf } from '../src/law/index.ts';
import { addDays, type PlainDate, plainDate } from '../src/shared/plain-date.ts';
import { printTable } from './support/load.ts';

/* Every clock of every plan in England: 640,000 cases (638,745 plans in January 2025, EES), each limit and how it stands. */

const CASES = 640_000;
const today = plainDate('2025-06-30');
const received: PlainDate[] = Array.from({ length: 400 }, (_, place) => addDays(today, -place));

const rows = ['T01', 'T04', 'T07', 'T22', 'T23'].map((id) => {
  const started = performance.now();
  let overdue = 0;
  for (let place = 0; place < CASES; place += 1) {
    const { due } = getDeadline(id, { from: received[place % received.length] ?? today });
    if (statusOf(due, null, today, false) === 'overdue') overdue += 1;
  }
  return { id, seconds: (performance.now() - started) / 1000, overdue };
});
const fastest = Math.min(...rows.map((row) => row.seconds));
printTable(`Clocks of ${CASES.toLocaleString('en-GB')} cases, each with its status`, [
  ['rule', 'clocks/s', 'of the fastest', 'overdue'],
  ...rows.map((row) => [
    row.id,
    Math.round(CASES / row.seconds).toLocaleString('en-GB'),
    `×${(row.seconds / fastest).toFixed(1)}`,
    row.overdue.toLocaleString('en-GB'),
  ]),
]);

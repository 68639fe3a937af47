import { renderPlanPdf } from '../../src/capabilities/plans/rendering/index.ts';
import { longPlan } from './long-plan.ts';

/* Draws so many plans from one number on, and says how many, what this process holds after a hundred and at the end,
   and the milliseconds of processor it took. */

const [from = 0, count = 0] = process.argv.slice(2).map(Number);
const held = () => Math.round(process.memoryUsage.rss() / 1024 / 1024);

const before = process.cpuUsage();
let early = 0;
let drawn = 0;
for (let number = from; number < from + count; number += 1) {
  const pdf = await renderPlanPdf(longPlan(number, 14));
  if (pdf.length > 0) drawn += 1;
  if (drawn === 100) early = held();
}
const { user, system } = process.cpuUsage(before);
process.send?.({ drawn, early, late: held(), cpu: (user + system) / 1000 });
process.disconnect?.();

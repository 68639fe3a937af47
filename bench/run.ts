import { clocks } from './clocks.bench.ts';
import { comparison } from './comparison.bench.ts';
import { dashboards } from './dashboards.bench.ts';
import { directory } from './directory.bench.ts';
import { editing } from './editing.bench.ts';
import { measures } from './measures.bench.ts';
import { national } from './national.bench.ts';
import { pages } from './pages.bench.ts';
import { planChecks } from './plan-checks.bench.ts';
import { planPdf } from './plan-pdf.bench.ts';
import { replay } from './replay.bench.ts';
import { statistics } from './statistics.bench.ts';
import { sufficiency } from './sufficiency.bench.ts';
import { printTable } from './support/table.ts';
import { tailoredLists } from './tailored-list.bench.ts';

/* Every bench, or only those named, in one table: rates and ratios, on this machine. */

const benches = {
  clocks,
  comparison,
  dashboards,
  directory,
  editing,
  measures,
  national,
  pages,
  'plan-checks': planChecks,
  'plan-pdf': planPdf,
  replay,
  statistics,
  sufficiency,
  'tailored-list': tailoredLists,
};
const wanted = process.argv.slice(2);
const measured = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) measured.push(...(await bench()));
}
printTable(measured);

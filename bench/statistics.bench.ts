import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deriveFigures } from '../src/capabilities/dashboards/figures/import-store.ts';
import { importStatistics } from '../src/capabilities/statistics/index.ts';
import { keepPublished } from '../src/capabilities/sufficiency/import-store.ts';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { sharedData } from '../test/support/shared-data.ts';
import type { Measured } from './support/table.ts';

/* How long the whole command takes for whole publications, pages' figures and all, each in a process of its own, into a durable
   PostgreSQL that had none; and for the second, beside the first. */

const FILES = [
  { path: 'ees/education-health-and-care-plans_2025.zip', what: 'the release of plans', seconds: 60 },
  { path: 'lait/bds_long_0.parquet', what: 'the interactive tool', seconds: 20 },
];

type Done = { rows: number; seconds: number; figures: number; memory: number };

/** Imports each publication that is beside the project. Nothing where none is. */
export async function statistics(): Promise<Measured[]> {
  const files = FILES.flatMap(({ path, ...file }) => {
    const found = sharedData(path);
    return found === null ? [] : [{ ...file, path: found }];
  });
  if (files.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), 'opensend-bench-'));
  const server = await startEmbedded(folder, { durable: true });
  try {
    await migrate(server.ownerUrl, server.appPassword);
    const measured: Measured[] = [];
    for (const { path, what, seconds } of files) {
      const done = await importedApart(server.ownerUrl, path);
      measured.push({
        what: `import of ${what}, ${done.rows.toLocaleString('en-GB')} rows: ${done.seconds.toFixed(1)} s, of them ${done.figures.toFixed(1)} s the pages’ figures, at most ${seconds}; ${done.memory} MB`,
        perSecond: done.rows / done.seconds,
        beside: '',
        wrong: Number(done.seconds > seconds),
      });
    }
    return measured;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function importedApart(ownerUrl: string, path: string): Promise<Done> {
  const child = fork(fileURLToPath(import.meta.url), [ownerUrl, path], { execArgv: process.execArgv });
  const [done] = await once(child, 'message');
  await once(child, 'exit');
  return done;
}

const [ownerUrl, path] = process.argv.slice(2);
const tell = process.send?.bind(process);
if (tell !== undefined && ownerUrl?.startsWith('postgres') && path !== undefined) {
  const started = performance.now();
  const releases = await importStatistics({ ownerUrl, path, publishedOn: null, onProgress: () => undefined });
  const imported = performance.now();
  const tables = new Set(releases.flatMap(({ datasets }) => datasets.map(({ dataset }) => dataset)));
  await keepPublished(ownerUrl, tables);
  await deriveFigures(ownerUrl);
  const ended = performance.now();
  const rows = releases.flatMap(({ datasets }) => datasets).reduce((sum, one) => sum + one.rows, 0);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  tell({ rows, seconds: (ended - started) / 1000, figures: (ended - imported) / 1000, memory });
  process.disconnect?.();
}
